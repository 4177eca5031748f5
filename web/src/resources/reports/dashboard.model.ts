import { addDays, financialQuarterOf, type CivilDate, type Period } from '@encircle/shared/dates';
import type { ReportCount, ReportRate } from '@encircle/shared/reports';
import type { Bar } from '@web/ui/BarList';

/** The present quarter and those before it, newest first. */
export function quartersUpTo(today: CivilDate, count: number): Period[] {
  const quarters: Period[] = [];
  let quarter = financialQuarterOf(today);
  while (quarters.length < count) {
    quarters.push(quarter);
    quarter = financialQuarterOf(addDays(quarter.from, -1));
  }
  return quarters;
}

export function dashboardChoice(search: URLSearchParams): { quarter: string; area: string } {
  const quarter = search.get('quarter') ?? '';
  return { quarter: /^FY20\d{2}-Q[1-4]$/.test(quarter) ? quarter : '', area: search.get('area') ?? '' };
}

/** A hidden number draws no bar, and is read as its words. */
export const barOf = ({ label, count, words, list }: ReportCount): Bar => ({
  label,
  value: count,
  figure: words,
  ...(list ? { to: list } : {}),
});

/** A bar with its share of the whole beside it. */
export function barOfWhole(line: ReportCount, whole: ReportCount): Bar {
  if (line.count === null || whole.count === null || whole.count < 10) return barOf(line);
  return { ...barOf(line), note: `${((line.count * 100) / whole.count).toFixed(1)}%` };
}

/** The big figure of a tile made of a share: its percentage, else the count. */
export function figureOf(rate: ReportRate, kind: 'share' | 'count'): string | null {
  if (rate.hidden || rate.numerator === null || rate.denominator === null) return null;
  if (kind === 'count' || rate.percent === null || rate.denominator < 10) return String(rate.numerator);
  return `${rate.percent.toFixed(1)}%`;
}
