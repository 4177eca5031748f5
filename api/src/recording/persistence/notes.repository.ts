import type { NoteView, WriteNote } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import { mendUntil } from '#api/access/mend-until.js';

export interface NoteRow
  extends Labelled, Omit<NoteView, 'category' | 'subjectId' | 'aboutPersonId' | 'mine' | 'recordedAt'> {
  episodeId: string;
}

/** How it was mended; what stood there before comes for an auditor only. */
const REPAIRS = `
  (select coalesce(json_agg(json_build_object('what', m.what, 'at', sec.instant(m.created_at), 'by', mu.full_name,
      'reason', coalesce(v.reason, m.reason), 'before', v.before_it, 'after', v.after_it, 'away', m.what = 'CASE' and n.struck_at is not null) order by m.created_at desc, m.id), '[]')
    from app.repair m left join app.app_user mu on mu.id = m.author_id left join app.repaired_value v on v.repair_id = m.id
    where m.record_id = n.id)`;

const MEND_UNTIL = mendUntil('n.author_id = (select sec.uid()) and n.struck_at is null', 'n.created_at');

const NOTE = `
  n.id, n.episode_id as "episodeId", n.version, n.kind, n.event_on as "eventOn", n.text, n.said_by as "saidBy",
  n.own_words as "ownWords", n.child_seen as "childSeen", n.significant, u.full_name as author, a.name as agency,
  sec.instant(n.struck_at) as "struckAt", n.struck_reason as "struckReason",
  ${REPAIRS} as repairs, ${MEND_UNTIL} as "mendUntil", ${LABEL('n')},
  case when f.id is not null then json_build_object('flaggedAt', sec.instant(f.created_at), 'flaggedBy', fu.full_name,
    'childTold', f.child_told, 'notToldReason', f.not_told_reason, 'referral', case when r.id is not null then
      json_build_object('id', r.id, 'status', r.status, 'sentAt', sec.instant(r.created_at)) end) end as flag
  from app.note n left join app.app_user u on u.id = n.author_id left join app.agency a on a.id = n.source_agency_id
  left join app.note_flag f on f.note_id = n.id left join app.app_user fu on fu.id = f.created_by
  left join app.referral r on r.id = f.referral_id`;

/** The key of a row in the order of its list: newest event first. */
export type NoteKey = readonly [eventOn: string, recordedAt: string, id: string];

export interface NotesAsked {
  subjectId: string | null;
  category: string | null;
  kind: string | null;
  significant: boolean | null;
  after: NoteKey | null;
  limit: number;
}

export function notesOf(ctx: AccessContext, episodeId: string, asked: NotesAsked): Promise<NoteRow[]> {
  const [day, at, id] = asked.after ?? [null, null, null];
  return ctx.uow.rows<NoteRow>(
    `select ${NOTE} where n.episode_id = $1
       and ($2::text is null or n.category = $2) and ($3::text is null or n.kind = $3)
       and ($4::boolean is null or n.significant = $4)
       and ($9::uuid is null or n.subject_id = $9)
       and ($5::date is null or (n.event_on, date_trunc('milliseconds', n.created_at), n.id) < ($5::date, $6::timestamptz, $7::uuid))
     order by n.event_on desc, date_trunc('milliseconds', n.created_at) desc, n.id desc limit $8`,
    [episodeId, asked.category, asked.kind, asked.significant, day, at, id, asked.limit, asked.subjectId],
  );
}

export function noteById(ctx: AccessContext, noteId: string): Promise<NoteRow | null> {
  return ctx.uow.one<NoteRow>(`select ${NOTE} where n.id = $1`, [noteId]);
}

export async function insertNote(
  ctx: AccessContext,
  episodeId: string,
  note: WriteNote & { subjectId: string },
): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.note (episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
       named_worker_ids, kind, event_on, text, said_by, own_words, child_seen, significant)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [
      episodeId,
      note.subjectId,
      note.aboutPersonId ?? null,
      note.category,
      ctx.agencyId,
      ctx.userId,
      note.namedWorkerIds ?? [],
      note.kind,
      note.eventOn,
      note.text,
      note.saidBy ?? null,
      note.ownWords ?? false,
      note.childSeen ?? null,
      note.significant ?? false,
    ],
  );
  return row?.id ?? '';
}

/** @returns whether the version was the current one and the note was not struck out before */
export async function strikeOut(
  ctx: AccessContext,
  noteId: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.note set struck_at = sec.now(), struck_by = $3, struck_reason = $4, version = version + 1,
       updated_at = sec.now() where id = $1 and version = $2 and struck_at is null`,
    [noteId, version, ctx.userId, reason],
  );
  return changed === 1;
}
