import type { LeaverCase } from '@encircle/shared/episodes';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** Whether this worker belongs to the service the asker manages. */
export async function manages(uow: UnitOfWork, userId: string): Promise<boolean> {
  return (
    (await uow.one<{ manages: boolean }>('select sec.manages($1) as manages', [userId]))?.manages ?? false
  );
}

/** One page by reference. @param after reference of the last one before */
export function placesOf(
  uow: UnitOfWork,
  userId: string,
  after: string | null,
  limit: number,
): Promise<LeaverCase[]> {
  return uow.rows<LeaverCase>(
    `select p.episode_id as "episodeId", p.ref, p.state, p.kinds as places, sec.instant(p.since) as since
     from sec.places_of($1, $2, $3) p order by p.ref`,
    [userId, after, limit],
  );
}

export type HandOverAnswer = 'MOVED' | 'FINE' | 'NOT_THERE' | 'OTHER';

export async function handOver(
  uow: UnitOfWork,
  episodeId: string,
  fromUserId: string,
  toUserId: string,
  checkOnly: boolean,
): Promise<HandOverAnswer> {
  const row = await uow.one<{ answer: HandOverAnswer }>('select sec.hand_over($1, $2, $3, $4) as answer', [
    episodeId,
    fromUserId,
    toUserId,
    checkOnly,
  ]);
  return row?.answer ?? 'NOT_THERE';
}
