import { dueDate, type Timescales } from '@encircle/shared/lifecycle';
import type { StatutoryReport } from '@encircle/shared/reports';
import type { Shown } from './shown.js';

export interface StatutoryRow {
  figure: 'OPEN' | 'STEPPED_UP' | 'SENT' | 'ACCEPTED' | 'NOT_ACCEPTED' | 'INWARD' | 'OUTWARD' | 'SPENT';
  one: number | null;
  two: number | null;
  day: string | null;
  otherDay: string | null;
  n: number;
}

/** With fewer, a middle would tell of single families. */
const FEWEST = 5;

type Part = Omit<StatutoryReport, 'quarter' | 'suppressed'>;

/** Step up (M19), step down (M20), and days open with those social care led counted apart (M33). */
export function statutoryFigures(
  rows: readonly StatutoryRow[],
  today: string,
  timescales: Timescales,
  shown: Shown,
): Part {
  const of = (figure: StatutoryRow['figure']): number => total(rows.filter((row) => row.figure === figure));
  const count = (key: StatutoryRow['figure'], label: string) => shown.one({ key, label, count: of(key) });
  const inward = rows.filter(({ figure }) => figure === 'INWARD');
  const due = (row: StatutoryRow): string => dueDate('stepdown.tac.wd', row.day ?? today, timescales);
  const counted = inward.filter((row) => row.otherDay !== null || due(row) < today);
  const inTime = counted.filter((row) => row.otherDay !== null && row.otherDay <= due(row));
  const spent = rows.filter(({ figure }) => figure === 'SPENT');
  const led = spent.filter(({ two }) => (two ?? 0) > 0);
  return {
    steppedUp: shown.rate(of('STEPPED_UP'), of('OPEN')),
    sent: count('SENT', 'Referred to social care'),
    accepted: count('ACCEPTED', 'Accepted'),
    notAccepted: count('NOT_ACCEPTED', 'Not accepted'),
    inward: count('INWARD', 'Handed back by social care'),
    outward: count('OUTWARD', 'Stepped down from early help'),
    metInTime: shown.rate(total(inTime), total(counted)),
    closed: shown.one({ key: 'CLOSED', label: 'Closed', count: total(spent) }),
    days: daysOf(spent, ({ one }) => one ?? 0, shown),
    paused: shown.rate(total(led), total(spent)),
    pausedDays: daysOf(led, ({ two }) => two ?? 0, shown),
  };
}

const total = (rows: readonly StatutoryRow[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** Each case counts once; the middle of two is half way between them. */
function daysOf(
  rows: readonly StatutoryRow[],
  daysIn: (row: StatutoryRow) => number,
  shown: Shown,
): { median: number | null; ninetieth: number | null } {
  const days = rows.flatMap((row) => Array.from({ length: row.n }, () => daysIn(row))).sort((a, b) => a - b);
  if (days.length === 0 || (shown.suppressed && days.length < FEWEST))
    return { median: null, ninetieth: null };
  const at = (place: number): number => days[Math.min(Math.max(place, 0), days.length - 1)] ?? 0;
  const half = days.length / 2;
  return {
    median: Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half)),
    ninetieth: at(Math.ceil(days.length * 0.9) - 1),
  };
}
