import { Injectable } from '@nestjs/common';
import { isCivilDate, monthOf, workingDaysLate } from '@encircle/shared/dates';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type {
  AttendanceCell,
  AttendanceCellQuery,
  InvitedWorker,
  LateReportPage,
} from '@encircle/shared/reports';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, type DomainError } from '#api/platform/errors/domain-error.js';
import { cellFigures } from './domain/cell-figures.js';
import { roleLabel } from './domain/role-label.js';
import {
  cellCounts,
  cellPeople,
  lateReportCount,
  lateReports,
  type PersonRow,
  type Span,
} from './persistence/attendance.repository.js';

const COUNTED = 1000;

/** What is behind a figure: who was asked and who owes a report; never a child, a case or a meeting. */
@Injectable()
export class AttendanceCellService {
  async cell(ctx: AccessContext, query: AttendanceCellQuery): Promise<AttendanceCell> {
    refuseFiguresOnly(ctx);
    const after = placeOf(query.after);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const by = query.by ?? 'agency';
    const { from, to } = monthOf(`${query.month}-01`);
    const span: Span = { from, to, by, locality: query.locality ?? null };
    const counts = await cellCounts(ctx.uow, query.key, span);
    const [first] = counts;
    if (!first) throw notFound();
    const people = await cellPeople(ctx.uow, query.key, span, after, limit + 1);
    const page = people.slice(0, limit);
    const last = page.at(-1);
    await ctx.audit({ channel: 'count', count: page.length });
    return {
      key: query.key,
      label: by === 'role' ? roleLabel(first.name) : first.name,
      month: query.month,
      ...cellFigures(counts),
      items: page.map(workerOf),
      next: last && people.length > limit ? encodeCursor([last.who, last.id]) : null,
    };
  }

  async late(ctx: AccessContext, query: PageQuery): Promise<LateReportPage> {
    refuseFiguresOnly(ctx);
    const place = placeOf(query.after);
    if (place && !isCivilDate(place.name)) throw startAgain();
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await lateReports(ctx.uow, place && { on: place.name, id: place.id }, limit + 1);
    const total = place ? null : await lateReportCount(ctx.uow);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    await ctx.audit({ channel: 'count', count: page.length });
    return {
      items: page.map(({ who, agency, dueOn, answer }) => ({
        name: who,
        agency,
        dueOn,
        workingDaysLate: workingDaysLate(dueOn, ctx.today),
        answer,
      })),
      next: last && rows.length > limit ? encodeCursor([last.dueOn, last.id]) : null,
      ...(total === null ? {} : { total: total > COUNTED ? ('1000+' as const) : total }),
    };
  }
}

/** Whoever has figures only gets no list of people, and the answer of an address that is not there. */
function refuseFiguresOnly(ctx: AccessContext): void {
  if (ctx.who.role === 'ANLY') throw notFound();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string | undefined): { name: string; id: string } | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof name !== 'string' || typeof id !== 'string' || !UUID.test(id)) throw startAgain();
  return { name, id };
}

const startAgain = (): DomainError => invalid({ after: ['Start the list again from its first page'] });

const workerOf = ({ who, agency, role, month, code }: PersonRow): InvitedWorker => ({
  name: who,
  agency,
  role: roleLabel(role),
  month,
  code,
});
