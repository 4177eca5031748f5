import { randomUUID } from 'node:crypto';
import type { RepairKind } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';
import type { Labelled } from '#api/access/labelled.js';
import type { NoteRow } from './notes.repository.js';

/** Something that was mended, with the label it has now. */
export interface Mended extends Labelled {
  id: string;
  episodeId: string;
}

export interface Change {
  what: RepairKind;
  reason: string;
  before: string | null;
  after: string | null;
}

/** One row for its readers, and what stood there for an auditor. Why something was on a wrong record is the auditor's too. */
export async function addRepair(
  ctx: AccessContext,
  kind: 'NOTE' | 'MEETING',
  of: Mended,
  change: Change,
): Promise<void> {
  const id = randomUUID();
  const label = [
    of.episodeId,
    of.subjectId,
    of.aboutPersonId,
    of.category,
    ctx.agencyId,
    ctx.userId,
    of.namedWorkerIds,
  ];
  await ctx.uow.rows(
    `insert into app.repair (id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
       named_worker_ids, record_kind, record_id, what, reason)
     values ($8, $1, $2, $3, $4, $5, $6, $6, $7, $9, $10, $11, $12)`,
    [...label, id, kind, of.id, change.what, change.what === 'CASE' ? null : change.reason],
  );
  await ctx.uow.rows(
    `insert into app.repaired_value (episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
       named_worker_ids, repair_id, reason, before_it, after_it)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11)`,
    [...label, id, change.reason, change.before, change.after],
  );
}

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

/** A record by its reference, where this actor works on it; null for any other, as for one that is not there. */
export async function recordOf(ctx: AccessContext, ref: string): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string }>(
    `select x.id from app.episode x join app.edge e on e.episode_id = x.id and e.user_id = $2
       and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= sec.now() and sec.now() < e.until_at
     where x.ref = $1 limit 1`,
    [ref, ctx.userId],
  );
  return row?.id ?? null;
}

export async function refOf(ctx: AccessContext, episodeId: string): Promise<string | null> {
  const row = await ctx.uow.one<{ ref: string }>('select x.ref from app.episode x where x.id = $1', [
    episodeId,
  ]);
  return row?.ref ?? null;
}

/** The children of a record this actor works on, as far as they may know their names. */
export function childrenOf(ctx: AccessContext, episodeId: string): Promise<{ id: string; name: string }[]> {
  return ctx.uow.rows<{ id: string; name: string }>(
    `select p.id, coalesce(p.preferred_name, p.given_names) as name
     from app.episode_subject s join app.person p on p.id = s.person_id
     where s.episode_id = $1 and s.role = 'CHILD_SUBJECT' and sec.knows_name(s.episode_id, s.person_id)
     order by s.position limit 12`,
    [episodeId],
  );
}
