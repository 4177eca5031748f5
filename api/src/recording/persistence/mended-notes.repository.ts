import type { AccessContext } from '#api/access/access-context.js';
import type { NoteRow } from './notes.repository.js';

/** @returns whether the version was the current one and the note still stood */
export async function setNote(
  ctx: AccessContext,
  { id, version }: { id: string; version: number },
  right: { eventOn?: string; subjectId?: string },
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.note set event_on = coalesce($3::date, event_on), subject_id = coalesce($4::uuid, subject_id),
       version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and struck_at is null and author_id = $5`,
    [id, version, right.eventOn ?? null, right.subjectId ?? null, ctx.userId],
  );
  return changed === 1;
}

/** Nothing of it is left on the record it was not about; that something stood there is. */
export async function emptyNote(
  ctx: AccessContext,
  { id, version }: { id: string; version: number },
  words: string,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.note set text = '', said_by = null, own_words = false, child_seen = null, significant = false,
       struck_at = sec.now(), struck_by = $3, struck_reason = $4, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and struck_at is null and author_id = $3`,
    [id, version, ctx.userId, words],
  );
  return changed === 1;
}

/** What stood in a note before its words were taken away, for the auditor. */
export const wholeNote = (note: NoteRow): string =>
  [note.eventOn, note.kind, note.saidBy, note.text].filter(Boolean).join(' \u00b7 ');
