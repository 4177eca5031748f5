import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface ChildMove {
  /** Null: as the record stands. */
  from: 'STEP_UP_PENDING' | 'PAUSED_STATUTORY' | null;
  to: 'STEP_UP_PENDING' | 'PAUSED_STATUTORY' | 'CLOSED' | null;
  transition: 'T22' | 'T23' | 'T24' | 'T25' | 'T26' | 'F6';
  happenedOn?: string;
  reason?: string;
  recorded: Record<string, unknown>;
}

export async function moveChildRow(
  ctx: AccessContext,
  episodeId: string,
  childId: string,
  move: ChildMove,
): Promise<boolean> {
  const row = await ctx.uow.one<{ moved: boolean }>(
    'select sec.move_child($1, $2, $3, $4, $5, $6, $7, $8) as moved',
    [
      episodeId,
      childId,
      move.from,
      move.to,
      move.transition,
      move.happenedOn ?? ctx.today,
      move.reason ?? null,
      JSON.stringify(move.recorded),
    ],
  );
  return row?.moved ?? false;
}

/** @returns what stands in the way: UNKNOWN, OPEN, APART; empty when the child is in the record */
export async function addChild(uow: UnitOfWork, episodeId: string, childId: string): Promise<string> {
  const row = await uow.one<{ answer: string }>('select sec.add_child($1, $2) as answer', [
    episodeId,
    childId,
  ]);
  return row?.answer ?? 'UNKNOWN';
}

/** Hopes and actions of one child that are still open, whoever may read them. */
export async function openLines(uow: UnitOfWork, episodeId: string, childId: string): Promise<number> {
  const row = await uow.one<{ n: number }>('select sec.open_lines($1, $2) as n', [episodeId, childId]);
  return row?.n ?? 0;
}

/** The family record this child left, as the actor knows it: a record of their own begins with it beside. */
export async function recordLeft(uow: UnitOfWork, childId: string): Promise<string | null> {
  const row = await uow.one<{ id: string }>(
    `select s.episode_id as id from app.episode_subject s where s.person_id = $1 and s.state = 'CLOSED'
     order by s.state_since desc limit 1`,
    [childId],
  );
  return row?.id ?? null;
}
