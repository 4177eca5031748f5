import type { StatutoryRow } from '#api/reports/domain/statutory-figures.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface FigureRow {
  figure:
    | 'STATE'
    | 'AGE'
    | 'LEVEL'
    | 'REVIEW'
    | 'ACTION'
    | 'VACANT'
    | 'FAMILY'
    | 'LEAD'
    | 'LED'
    | 'ASSESSED'
    | 'CLOSED';
  one: string | null;
  two: string | null;
  day: string | null;
  otherDay: string | null;
  n: number;
}

/** @param cutoffs latest birth dates of the age bands, youngest first */
export function progressCounts(
  uow: UnitOfWork,
  quarter: { from: string; to: string },
  cutoffs: readonly string[],
  locality: string | null,
): Promise<FigureRow[]> {
  return uow.rows<FigureRow>(
    `select figure, one, two, day::text, other_day::text as "otherDay", n
     from sec.progress_counts($1, $2, $3::date[], $4)`,
    [quarter.from, quarter.to, cutoffs, locality],
  );
}

export function statutoryCounts(
  uow: UnitOfWork,
  quarter: { from: string; to: string },
  locality: string | null,
): Promise<StatutoryRow[]> {
  return uow.rows<StatutoryRow>(
    `select figure, one, two, day::text, other_day::text as "otherDay", n from sec.statutory_counts($1, $2, $3)`,
    [quarter.from, quarter.to, locality],
  );
}

export interface ReviewDueRow {
  dueOn: string;
  /** Null when the day went by without one. */
  heldOn: string | null;
  n: number;
}

export function reviewsDue(
  uow: UnitOfWork,
  quarter: { from: string; to: string },
  locality: string | null,
): Promise<ReviewDueRow[]> {
  return uow.rows<ReviewDueRow>(
    `select due_on::text as "dueOn", held_on::text as "heldOn", n from sec.reviews_due($1, $2, $3)`,
    [quarter.from, quarter.to, locality],
  );
}

export interface CaseloadRow {
  id: string;
  name: string;
  agency: string;
  cases: number;
}

/** Most cases first. */
export function leadCaseloads(
  uow: UnitOfWork,
  after: { cases: number; name: string; id: string } | null,
  limit: number,
): Promise<CaseloadRow[]> {
  return uow.rows<CaseloadRow>(
    `select id, who as name, agency, cases from sec.lead_caseloads(null)
     where $1::int is null or (-cases, who, id) > (-$1::int, $2::text, $3::uuid)
     order by cases desc, who, id limit $4`,
    [after?.cases ?? null, after?.name ?? null, after?.id ?? null, limit],
  );
}

export async function leadCount(uow: UnitOfWork): Promise<number> {
  const row = await uow.one<{ n: number }>('select count(*)::int as n from sec.lead_caseloads(null)');
  return row?.n ?? 0;
}
