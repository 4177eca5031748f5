import { Injectable } from '@nestjs/common';
import { addWorkingDays, workingDaysBetween } from '@encircle/shared/dates';
import type { LeadVacanciesView, VacancyStep } from '@encircle/shared/episodes';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { vacancies } from './persistence/team.repository.js';

/** Cases nobody leads: first the team's to mend, then the manager's, then the central team's (rule 5.3, F2). */
@Injectable()
export class VacanciesService {
  async list(ctx: AccessContext, query: PageQuery): Promise<LeadVacanciesView> {
    const after = placeOf(query.after);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await vacancies(ctx.uow, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    await ctx.audit({ categories: ['INVOLVE'], channel: 'list', count: page.length });
    return {
      items: page.map(({ allowed, ...row }) => {
        const workingDays = workingDaysBetween(row.since, ctx.today);
        return {
          ...row,
          dueOn: addWorkingDays(row.since, allowed),
          workingDays,
          step: stepOf(workingDays, allowed),
        };
      }),
      next: last ? encodeCursor([last.since, last.ref]) : null,
    };
  }
}

function stepOf(days: number, allowed: number): VacancyStep {
  if (days <= allowed) return 'WITHIN';
  return days <= 2 * allowed ? 'MANAGER' : 'CENTRAL';
}

function placeOf(after: string | undefined): { since: string; ref: string } | null {
  if (after === undefined) return null;
  const [since, ref] = decodeCursor(after, 2) ?? [];
  if (typeof since !== 'string' || typeof ref !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(since))
    throw invalid({ after: ['Begin again from the first page'] });
  return { since, ref };
}
