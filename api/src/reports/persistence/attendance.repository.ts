import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface CountRow {
  family: boolean;
  key: string;
  name: string;
  /** 'YYYY-MM' */
  month: string;
  /** Null: nothing was recorded. */
  code: string | null;
  invitations: number;
}

export interface Span {
  from: string;
  to: string;
  by: string;
  locality: string | null;
}

export function attendanceCounts(uow: UnitOfWork, { from, to, by, locality }: Span): Promise<CountRow[]> {
  return uow.rows<CountRow>(
    'select family, key, name, month, code, invitations from sec.attendance_counts($1, $2, $3, $4)',
    [from, to, by, locality],
  );
}

export interface CellCountRow {
  name: string;
  code: string | null;
  /** '' : a reason that is not told; null: none was given. */
  words: string | null;
  invitations: number;
}

export function cellCounts(uow: UnitOfWork, key: string, span: Span): Promise<CellCountRow[]> {
  return uow.rows<CellCountRow>(
    'select name, code, words, invitations from sec.attendance_cell_counts($1, $2, $3, $4, $5)',
    [key, span.from, span.to, span.by, span.locality],
  );
}

export interface PersonRow {
  id: string;
  who: string;
  agency: string;
  role: string;
  month: string;
  code: string | null;
}

export function cellPeople(
  uow: UnitOfWork,
  key: string,
  span: Span,
  after: { name: string; id: string } | null,
  limit: number,
): Promise<PersonRow[]> {
  return uow.rows<PersonRow>(
    `select id, who, agency, professional_role as role, month, code
     from sec.attendance_cell_people($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key, span.from, span.to, span.by, span.locality, after?.name ?? null, after?.id ?? null, limit],
  );
}

export interface LateRow {
  id: string;
  who: string;
  agency: string;
  dueOn: string;
  answer: string;
}

export function lateReports(
  uow: UnitOfWork,
  after: { on: string; id: string } | null,
  limit: number,
): Promise<LateRow[]> {
  return uow.rows<LateRow>(
    `select id, who, agency, due_on::text as "dueOn", answer from sec.late_reports($1, $2, $3)`,
    [after?.on ?? null, after?.id ?? null, limit],
  );
}

export async function lateReportCount(uow: UnitOfWork): Promise<number> {
  return (await uow.one<{ n: number }>('select sec.late_report_count() as n'))?.n ?? 0;
}

export async function localities(uow: UnitOfWork): Promise<string[]> {
  const rows = await uow.rows<{ locality: string }>('select locality from sec.report_localities()');
  return rows.map((row) => row.locality);
}
