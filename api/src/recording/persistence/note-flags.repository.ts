import type { FlagNote } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';

/** @returns false when it is flagged already */
export async function flagNote(
  ctx: AccessContext,
  note: { id: string; episodeId: string },
  { childTold, notToldReason }: FlagNote,
): Promise<boolean> {
  const added = await ctx.uow.changed(
    `insert into app.note_flag (note_id, episode_id, child_told, not_told_reason, created_by)
     values ($1, $2, $3, $4, $5) on conflict (note_id) do nothing`,
    [note.id, note.episodeId, childTold, childTold === 'NO' ? notToldReason : null, ctx.userId],
  );
  return added === 1;
}

/** Ties a flagged note of this case to the referral its words led to; one the worker may not read is left alone. */
export async function flagLedTo(
  ctx: AccessContext,
  noteId: string,
  referral: { id: string; episodeId: string },
): Promise<void> {
  await ctx.uow.changed(
    `update app.note_flag set referral_id = $2, version = version + 1, updated_at = sec.now()
     where note_id = $1 and episode_id = $3`,
    [noteId, referral.id, referral.episodeId],
  );
}
