import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** Tells who leads, and then the service's manager and the CAF team, of a service that stayed away again (rule 4.2). */
export async function noteAbsences(
  uow: UnitOfWork,
  meetingId: string,
  lead: number,
  manager: number,
): Promise<void> {
  await uow.rows('select sec.note_absences($1, $2, $3)', [meetingId, lead, manager]);
}
