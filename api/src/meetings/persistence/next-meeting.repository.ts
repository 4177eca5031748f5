import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** The day in London of the next meeting that is planned, if any. */
export async function nextPlannedDay(uow: UnitOfWork, episodeId: string): Promise<string | null> {
  const row = await uow.one<{ day: string | null }>(
    `select (min(planned_at) at time zone 'Europe/London')::date as day from app.meeting
     where episode_id = $1 and status = 'PLANNED' and planned_at > sec.now()`,
    [episodeId],
  );
  return row?.day ?? null;
}
