import { CLOSURE_REASONS, labelOf } from '@encircle/shared/codes';
import { workingDaysBetween, workingDaysLate, type CivilDate } from '@encircle/shared/dates';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import type { ProgressReport } from '@encircle/shared/reports';
import { countsBy, rowsOf, sumOf, type Figured } from './figure-rows.js';
import type { Shown } from './shown.js';

/** A case may be without a lead professional for this many working days (M14). */
const VACANCY_DAYS = 5;

type Part = Pick<ProgressReport, 'assessments' | 'closures' | 'positive' | 'vacancies' | 'caseload'>;

/** What happened in the quarter, and who carries the cases now. */
export function quarterFigures(rows: readonly Figured[], today: CivilDate, shown: Shown): Part {
  const finished = rowsOf(rows, 'ASSESSED');
  const inTime = finished.filter(({ day, otherDay }) => tookAtMost(target(), day, otherDay));
  const vacant = rowsOf(rows, 'VACANT').filter(
    ({ day }) => day !== null && workingDaysLate(day, today) > VACANCY_DAYS,
  );
  return {
    assessments: shown.rate(sumOf(inTime), sumOf(finished)),
    ...closures(rowsOf(rows, 'CLOSED'), shown),
    vacancies: shown.rate(sumOf(vacant), sumOf(rowsOf(rows, 'STATE'))),
    caseload: caseload(sumOf(rowsOf(rows, 'LED')), sumOf(rowsOf(rows, 'LEAD')), shown),
  };
}

function caseload(cases: number, leads: number, shown: Shown): Part['caseload'] {
  const [led, leading] = [
    shown.one({ key: 'LED', label: 'Cases with a lead professional', count: cases }),
    shown.one({ key: 'LEADS', label: 'Lead professionals', count: leads }),
  ];
  const known = led.count !== null && leading.count !== null && leads > 0;
  return { cases: led, leads: leading, mean: known ? Math.round((cases * 10) / leads) / 10 : null };
}

const target = (): number => DEFAULT_TIMESCALES['assessment.complete.wd'];

const tookAtMost = (days: number, from: string | null, to: string | null): boolean =>
  from !== null && to !== null && workingDaysBetween(from, to) <= days;

function closures(rows: readonly Figured[], shown: Shown): Pick<Part, 'closures' | 'positive'> {
  const counts = countsBy(rows, (row) => row.one ?? '');
  const lines = [...counts]
    .map(([key, count]) => ({ key, label: labelOf(CLOSURE_REASONS, key), count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
  const kind = (code: string): string | undefined =>
    CLOSURE_REASONS.rows.find((row) => row.code === code)?.counts;
  const of = (wanted: (kind: string | undefined) => boolean): number =>
    lines.reduce((sum, { key, count }) => sum + (wanted(kind(key)) ? count : 0), 0);
  return {
    closures: shown.list(lines),
    positive: shown.rate(
      of((each) => each === 'POSITIVE'),
      of((each) => each !== 'EXCLUDED'),
    ),
  };
}
