import { EPISODE_STATES, OPEN_STATES, labelOf } from '@encircle/shared/codes';
import { BANDS_BY_AGE, type ProgressReport } from '@encircle/shared/reports';
import { countsBy, rowsOf, sumOf, type Figured } from './figure-rows.js';
import type { Shown } from './shown.js';

const BANDS: readonly { key: string; label: string }[] = [
  { key: 'UNBORN', label: 'Unborn' },
  ...BANDS_BY_AGE.map((band) => ({ key: band, label: band.replace('-', ' to ').replace('+', ' or over') })),
];

/** What the database counts as: UNBORN, or how many age limits a child has reached. */
const bandOf = (counted: string | null): string =>
  counted === 'UNBORN' || counted === null ? 'UNBORN' : (BANDS_BY_AGE[Number(counted)] ?? 'UNBORN');

const ALL_CASES = '/cases';

type Part = Pick<
  ProgressReport,
  'openCases' | 'stages' | 'children' | 'families' | 'familyTeams' | 'ages' | 'stageByAge' | 'levels'
>;

/** Open cases by stage and level, and the children in them by age. */
export function openCases(rows: readonly Figured[], shown: Shown): Part {
  const [states, ages] = [rowsOf(rows, 'STATE'), rowsOf(rows, 'AGE')];
  const families = rowsOf(rows, 'FAMILY');
  const byState = countsBy(states, (row) => row.one ?? '');
  const byAge = countsBy(ages, (row) => bandOf(row.two));
  const bands = BANDS.filter(({ key }) => (key !== '18-24' && key !== '25+' ? true : byAge.has(key)));
  const stages = OPEN_STATES.map((state) => ({ key: state, label: labelOf(EPISODE_STATES, state) }));
  return {
    openCases: shown.one({ key: 'OPEN', label: 'Open cases', count: sumOf(states), list: ALL_CASES }),
    stages: shown.list(
      stages.map((stage) => ({
        ...stage,
        count: byState.get(stage.key) ?? 0,
        list: `${ALL_CASES}?state=${stage.key}`,
      })),
    ),
    children: shown.one({ key: 'CHILDREN', label: 'Children in open cases', count: sumOf(ages) }),
    families: shown.one({ key: 'FAMILIES', label: 'Family records', count: sumOf(families) }),
    familyTeams: shown.one({
      key: 'FAMILY_TEAMS',
      label: 'Teams around a family',
      count: sumOf(families.filter((row) => row.one === 'TEAM')),
    }),
    ages: shown.list(bands.map((band) => ({ ...band, count: byAge.get(band.key) ?? 0 }))),
    stageByAge: stageByAge(stages, bands, ages, shown),
    levels: levels(rows, shown),
  };
}

type Line = { key: string; label: string };

function stageByAge(
  stages: readonly Line[],
  bands: readonly Line[],
  ages: readonly Figured[],
  shown: Shown,
): ProgressReport['stageByAge'] {
  const cells = countsBy(ages, (row) => `${row.one} ${bandOf(row.two)}`);
  const table = shown.table(
    bands.map(({ label }) => label),
    stages.map((stage) => bands.map((band) => cells.get(`${stage.key} ${band.key}`) ?? 0)),
  );
  return stages.map((stage, index) => ({ ...stage, cells: table[index] ?? [] }));
}

function levels(rows: readonly Figured[], shown: Shown): ProgressReport['levels'] {
  const counts = countsBy(rowsOf(rows, 'LEVEL'), (row) => row.one ?? 'NONE');
  return shown.list([
    ...['1', '2', '3', '4'].map((level) => ({
      key: level,
      label: `Level ${level}`,
      count: counts.get(level) ?? 0,
    })),
    { key: 'NONE', label: 'Not agreed yet', count: counts.get('NONE') ?? 0 },
  ]);
}
