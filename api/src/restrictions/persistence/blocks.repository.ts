import type { AccessContext } from '#api/access/access-context.js';
import type { SetBlock } from '@encircle/shared/restrictions';
import type { BlockRow } from '#api/restrictions/domain/blocks.js';

const COLUMNS = `b.id, b.version, b.episode_id as "episodeId", b.episode_ref as "episodeRef", b.child_id as "childId",
  b.user_id as "userId", b.worker, b.agency, b.basis, b.asked_by as "askedBy", b.reason, sec.instant(b.from_at) as "from",
  sec.instant(b.until_at) as "until", to_json(b.from_at) #>> '{}' as "fromKey", b.set_by as "setById",
  b.set_by_name as "setBy", sec.instant(b.confirmed_at) as "confirmedAt", b.confirmed_by_name as "confirmedBy",
  b.ended_reason as "endedReason", b.ended_by_name as "endedBy"`;

export const blocksOf = (ctx: AccessContext, episodeId: string): Promise<BlockRow[]> =>
  ctx.uow.rows<BlockRow>(`select ${COLUMNS} from sec.blocks_of($1) b`, [episodeId]);

export const blockOf = (ctx: AccessContext, blockId: string): Promise<BlockRow | null> =>
  ctx.uow.one<BlockRow>(`select ${COLUMNS} from sec.block_of($1) b`, [blockId]);

export const register = (
  ctx: AccessContext,
  asked: { waiting: boolean; before: readonly [string, string] | null; limit: number },
): Promise<BlockRow[]> =>
  ctx.uow.rows<BlockRow>(`select ${COLUMNS} from sec.block_register($1, $2, $3, $4) b`, [
    asked.waiting,
    asked.before?.[0] ?? null,
    asked.before?.[1] ?? null,
    asked.limit,
  ]);

/** What this actor may do about blocks here: see them all, or only shut out this one worker. */
export async function mayBlock(
  ctx: AccessContext,
  episodeId: string,
  childId: string | null,
  userId: string | null,
): Promise<{ see: boolean; set: boolean }> {
  const row = await ctx.uow.one<{ see: boolean; set: boolean }>(
    'select sec.may_see_blocks($1) as see, sec.may_block($1, $2, $3) as set',
    [episodeId, childId, userId],
  );
  return row ?? { see: false, set: false };
}

export async function setBlock(
  ctx: AccessContext,
  episodeId: string,
  childId: string,
  body: SetBlock,
): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>('select sec.set_block($1, $2, $3, $4, $5, $6) as id', [
    episodeId,
    childId,
    body.userId,
    body.basis,
    body.askedBy,
    body.reason,
  ]);
  return row?.id ?? '';
}

export async function endBlock(
  ctx: AccessContext,
  blockId: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const row = await ctx.uow.one<{ done: boolean }>('select sec.end_block($1, $2, $3) as done', [
    blockId,
    version,
    reason,
  ]);
  return row?.done === true;
}

export async function confirmBlock(ctx: AccessContext, blockId: string, version: number): Promise<boolean> {
  const row = await ctx.uow.one<{ done: boolean }>('select sec.confirm_block($1, $2) as done', [
    blockId,
    version,
  ]);
  return row?.done === true;
}

/** For those who keep the register; a case they are shut out of has no reference for them. */
export async function episodeOfRef(ctx: AccessContext, ref: string): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string | null }>('select sec.episode_of_ref($1) as id', [ref]);
  return row?.id ?? null;
}
