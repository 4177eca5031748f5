import type { UploadView } from '@encircle/shared/documents';
import type { AccessContext } from '#api/access/access-context.js';
import type { SealedFile } from '#api/documents/sealed-file.js';

/** What a worker sent and did not file within a day is gone when they next send something. */
export async function forgetOld(ctx: AccessContext): Promise<void> {
  await ctx.uow.rows('delete from app.upload where user_id = $1 and expires_at < sec.now()', [ctx.userId]);
}

export async function waitingOf(ctx: AccessContext): Promise<number> {
  const row = await ctx.uow.one<{ n: number }>(
    'select count(*)::int as n from app.upload where user_id = $1',
    [ctx.userId],
  );
  return row?.n ?? 0;
}

export async function keepUpload(
  ctx: AccessContext,
  { id, kind, bytes, pages, takenOut, state }: UploadView,
  { nonce, ciphertext, keyVersion }: SealedFile,
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.upload (id, user_id, created_by, kind, bytes, pages, taken_out, state, nonce, ciphertext, key_version)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, ctx.userId, kind, bytes, pages, takenOut, state, nonce, ciphertext, keyVersion],
  );
}

export async function dropUpload(ctx: AccessContext, id: string): Promise<boolean> {
  return (
    (await ctx.uow.changed('delete from app.upload where id = $1 and user_id = $2', [id, ctx.userId])) === 1
  );
}
