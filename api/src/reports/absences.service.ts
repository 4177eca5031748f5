import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { AbsenceAlert, AbsenceAlertPage, RecordCommitment } from '@encircle/shared/reports';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { roleLabel } from './domain/role-label.js';
import { absenceAlerts, promiseOf, savePromise, type AbsenceRow } from './persistence/absences.repository.js';

/** Services that stayed away several times in a row, and what they promised: by service, never by case (G7, ST09.11). */
@Injectable()
export class AbsencesService {
  async list(ctx: AccessContext, query: PageQuery): Promise<AbsenceAlertPage> {
    if (ctx.who.role === 'ANLY') throw notFound();
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await absenceAlerts(ctx.uow, placeOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    await ctx.audit({ channel: 'count', count: page.length });
    return {
      items: page.map(alertOf),
      next: last && rows.length > limit ? encodeCursor([last.raisedOn, last.id]) : null,
    };
  }

  async promise(ctx: AccessContext, id: string, body: RecordCommitment): Promise<void> {
    const stored = ctx.who.role === 'CAFC' ? await promiseOf(ctx.uow, id) : null;
    if (stored === null) throw notFound();
    if (body.dueOn < ctx.today) throw invalid({ dueOn: ['Choose today or a later day'] });
    if (!(await savePromise(ctx.uow, id, body)))
      throw stale({ stored: await promiseOf(ctx.uow, id), sent: body });
    await ctx.audit({ basis: [`absence-alert:${id}`], fields: ['commitment', 'promisedBy', 'dueOn'] });
  }
}

const alertOf = (row: AbsenceRow): AbsenceAlert => ({
  id: row.id,
  version: row.version,
  agency: row.agency,
  role: roleLabel(row.role),
  absences: row.absences,
  month: row.month,
  commitment: row.commitment,
  promisedBy: row.promisedBy,
  dueOn: row.dueOn,
  then: { contributed: row.thenContributed, invited: row.thenInvited },
  next: { contributed: row.nextContributed, invited: row.nextInvited },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string | undefined): { on: string; id: string } | null {
  if (cursor === undefined) return null;
  const [on, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof on !== 'string' || typeof id !== 'string' || !isCivilDate(on) || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return { on, id };
}
