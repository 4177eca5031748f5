import type { AttendanceCell, CodeCount, ReasonCount } from '@encircle/shared/reports';
import { countsOf, missing, totalOf } from './attendance-table.js';

export interface CellRow {
  code: string | null;
  /** '': a reason that is not told; null: none was given. */
  words: string | null;
  invitations: number;
}

/** Counts per code in the order of the code list's rows as they came, and the reasons given. */
export function cellFigures(rows: readonly CellRow[]): Pick<AttendanceCell, 'total' | 'counts' | 'reasons'> {
  const counts = new Map<string, number>();
  for (const { code, invitations } of rows)
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + invitations);
  return {
    total: totalOf(countsOf(rows), missing(rows)),
    counts: [...counts].map(([code, count]): CodeCount => ({ code, count })),
    reasons: rows.flatMap(({ code, words, invitations }): ReasonCount[] =>
      code === null || words === null
        ? []
        : [{ code, words: words === '' ? null : words, count: invitations }],
    ),
  };
}
