import type { DocumentView, FileDocument } from '@encircle/shared/documents';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { SealedFile } from '#api/documents/sealed-file.js';

export interface DocumentRow
  extends Labelled, Omit<DocumentView, 'category' | 'subjectId' | 'aboutPersonId' | 'mine' | 'recordedAt'> {
  episodeId: string;
}

const DOCUMENT = `
  d.id, d.episode_id as "episodeId", d.version, d.title, d.dated_on as "datedOn", d.own_work as "ownWork",
  d.consent_id as "consentId", d.kind, d.bytes, d.pages, d.taken_out as "takenOut", d.state, u.full_name as author,
  a.name as agency, sec.instant(d.struck_at) as "struckAt", d.struck_reason as "struckReason", ${LABEL('d')}
  from app.document d left join app.app_user u on u.id = d.author_id left join app.agency a on a.id = d.source_agency_id`;

/** The key of a row in the order of its list: newest first. */
export type DocumentKey = readonly [recordedAt: string, id: string];

export interface DocumentsAsked {
  category: string | null;
  ownWork: boolean | null;
  after: DocumentKey | null;
  limit: number;
}

export function documentsOf(
  ctx: AccessContext,
  episodeId: string,
  asked: DocumentsAsked,
): Promise<DocumentRow[]> {
  const [at, id] = asked.after ?? [null, null];
  return ctx.uow.rows<DocumentRow>(
    `select ${DOCUMENT} where d.episode_id = $1
       and ($2::text is null or d.category = $2) and ($3::boolean is null or d.own_work = $3)
       and ($4::timestamptz is null or (date_trunc('milliseconds', d.created_at), d.id) < ($4::timestamptz, $5::uuid))
     order by date_trunc('milliseconds', d.created_at) desc, d.id desc limit $6`,
    [episodeId, asked.category, asked.ownWork, at, id, asked.limit],
  );
}

export function documentById(ctx: AccessContext, id: string): Promise<DocumentRow | null> {
  return ctx.uow.one<DocumentRow>(`select ${DOCUMENT} where d.id = $1`, [id]);
}

export function sealedFileOf(ctx: AccessContext, id: string): Promise<SealedFile | null> {
  return ctx.uow.one<SealedFile>(
    'select key_version as "keyVersion", nonce, ciphertext from app.document where id = $1',
    [id],
  );
}

/**
 * Moves an uploaded file of this worker into the case, as it lies: it keeps its id.
 * @returns null when there is no such file any more
 */
export async function fileUpload(
  ctx: AccessContext,
  episodeId: string,
  document: Omit<FileDocument, 'subjectId'> & { subjectId: string; consentId: string | null },
): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.document (id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
       named_worker_ids, title, dated_on, own_work, consent_id, kind, bytes, pages, taken_out, state, nonce, ciphertext, key_version)
     select u.id, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, u.kind, u.bytes, u.pages, u.taken_out, u.state, u.nonce,
       u.ciphertext, u.key_version
     from app.upload u where u.id = $1 and u.user_id = $7 and u.expires_at > sec.now() returning id`,
    [
      document.uploadId,
      episodeId,
      document.subjectId,
      document.aboutPersonId ?? null,
      document.category,
      ctx.agencyId,
      ctx.userId,
      document.namedWorkerIds ?? [],
      document.title,
      document.datedOn ?? null,
      document.ownWork ?? false,
      document.consentId,
    ],
  );
  return row?.id ?? null;
}

/** @returns whether the version was the current one and the document was not struck out before */
export async function strikeOut(
  ctx: AccessContext,
  id: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.document set struck_at = sec.now(), struck_by = $3, struck_reason = $4, version = version + 1,
       updated_at = sec.now() where id = $1 and version = $2 and struck_at is null`,
    [id, version, ctx.userId, reason],
  );
  return changed === 1;
}
