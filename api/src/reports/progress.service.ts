import { Injectable } from '@nestjs/common';
import { financialQuarter, financialQuarterOf, type CivilDate, type Period } from '@encircle/shared/dates';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  ageCutoffs,
  type LeadCaseloadPage,
  type ProgressQuery,
  type ProgressReport,
} from '@encircle/shared/reports';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound } from '#api/platform/errors/domain-error.js';
import { openCases } from './domain/open-cases.js';
import { overdue } from './domain/overdue.js';
import { quarterFigures } from './domain/quarter-figures.js';
import { reviewsInTime } from './domain/reviews-in-time.js';
import { Shown } from './domain/shown.js';
import { localities } from './persistence/attendance.repository.js';
import { leadCaseloads, leadCount, progressCounts, reviewsDue } from './persistence/progress.repository.js';

const COUNTED = 1000;

/** Where support has got to, in numbers: all cases for the CAF team, a manager's own staff's, guarded for analysts. */
@Injectable()
export class ProgressService {
  async view(ctx: AccessContext, query: ProgressQuery): Promise<ProgressReport> {
    const leaves = ctx.who.role === 'ANLY';
    const { areas, locality, quarter } = await askedFor(ctx, query);
    const rows = await progressCounts(ctx.uow, quarter, ageCutoffs(ctx.today), locality);
    const shown = new Shown(leaves);
    const reviewsHeld = reviewsInTime(await reviewsDue(ctx.uow, quarter, locality), shown);
    await ctx.audit({ channel: 'count', count: rows.length });
    return {
      today: ctx.today,
      scope: ctx.who.role === 'AMGR' ? 'AGENCY' : 'ALL',
      suppressed: leaves,
      locality,
      localities: leaves ? [] : areas,
      quarter,
      ...openCases(rows, shown),
      ...overdue(rows, ctx.today, shown),
      ...quarterFigures(rows, ctx.today, shown),
      reviewsHeld,
    };
  }

  /** Who leads how many cases; names of workers, so not for whoever has figures only. */
  async caseloads(ctx: AccessContext, query: PageQuery): Promise<LeadCaseloadPage> {
    if (ctx.who.role === 'ANLY') throw notFound();
    const after = placeOf(query.after);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await leadCaseloads(ctx.uow, after, limit + 1);
    const total = after ? null : await leadCount(ctx.uow);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    await ctx.audit({ channel: 'count', count: page.length });
    return {
      items: page.map(({ name, agency, cases }) => ({ name, agency, cases })),
      next: last && rows.length > limit ? encodeCursor([last.cases, last.name, last.id]) : null,
      ...(total === null ? {} : { total: total > COUNTED ? ('1000+' as const) : total }),
    };
  }
}

/** The part and the quarter asked for. @throws 400 for an area that is not in the list, or any when numbers are hidden */
export async function askedFor(
  ctx: AccessContext,
  query: ProgressQuery,
): Promise<{ areas: string[]; locality: string | null; quarter: Period }> {
  const leaves = ctx.who.role === 'ANLY';
  const areas = await localities(ctx.uow);
  const locality = query.locality ?? null;
  if (locality !== null && (leaves || !areas.includes(locality)))
    throw invalid({
      locality: [
        leaves
          ? 'Figures with small numbers hidden are for the whole area only'
          : 'Choose an area from the list',
      ],
    });
  return { areas, locality, quarter: quarterOf(query.quarter, ctx.today) };
}

/** 'FY2025-Q4' to its days; the present quarter when none was asked for. */
function quarterOf(key: string | undefined, today: CivilDate): Period {
  const [, year, quarter] = /^FY(\d{4})-Q([1-4])$/.exec(key ?? '') ?? [];
  if (year === undefined) return financialQuarterOf(today);
  return financialQuarter(Number(year), Number(quarter) as 1 | 2 | 3 | 4);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string | undefined): { cases: number; name: string; id: string } | null {
  if (cursor === undefined) return null;
  const [cases, name, id] = decodeCursor(cursor, 3) ?? [];
  if (!Number.isSafeInteger(cases) || typeof name !== 'string' || typeof id !== 'string' || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return { cases: cases as number, name, id };
}
