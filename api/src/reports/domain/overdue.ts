import type { CivilDate } from '@encircle/shared/dates';
import { AGEING, ageingOf, type ProgressReport } from '@encircle/shared/reports';
import { rowsOf, sumOf, type Figured } from './figure-rows.js';
import type { Shown } from './shown.js';

/** Reviews of cases nobody leads. */
const NOBODY = 'No lead professional';

const isOverdue =
  (today: CivilDate) =>
  ({ day }: Figured): boolean =>
    day !== null && day < today;

/** Actions and reviews past their day, with the agency that owns them (M24). */
export function overdue(
  rows: readonly Figured[],
  today: CivilDate,
  shown: Shown,
): Pick<ProgressReport, 'reviews' | 'actions' | 'overdue'> {
  const [actions, reviews] = [rowsOf(rows, 'ACTION'), rowsOf(rows, 'REVIEW')];
  const late = { actions: actions.filter(isOverdue(today)), reviews: reviews.filter(isOverdue(today)) };
  return {
    actions: shown.rate(sumOf(late.actions), sumOf(actions)),
    reviews: shown.rate(sumOf(late.reviews), sumOf(reviews)),
    overdue: byAgency(late.actions, late.reviews, today, shown),
  };
}

function byAgency(
  actions: readonly Figured[],
  reviews: readonly Figured[],
  today: CivilDate,
  shown: Shown,
): ProgressReport['overdue'] {
  const name = ({ one }: Figured): string => one ?? NOBODY;
  const names = [...new Set([...actions, ...reviews].map(name))];
  const ages = (of: readonly Figured[], owner: string): number[] =>
    AGEING.map((ageing) =>
      sumOf(of.filter((row) => name(row) === owner && ageingOf(row.day ?? today, today) === ageing)),
    );
  const counted = names
    .map((owner) => ({ owner, numbers: [...ages(actions, owner), ...ages(reviews, owner)] }))
    .map((row) => ({ ...row, sum: row.numbers.reduce((sum, n) => sum + n, 0) }))
    .sort((a, b) => b.sum - a.sum || a.owner.localeCompare(b.owner, 'en'));
  const cells = shown.table(
    [...AGEING, ...AGEING],
    counted.map(({ numbers }) => numbers),
  );
  const totals = shown.list(counted.map(({ owner, sum }) => ({ key: 'TOTAL', label: owner, count: sum })));
  return counted.flatMap(({ owner }, r) => {
    const total = totals[r];
    const row = cells[r] ?? [];
    return total ? [{ label: owner, actions: row.slice(0, 3), reviews: row.slice(3), total }] : [];
  });
}
