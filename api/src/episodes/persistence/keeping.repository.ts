import type { CertificateView, KeptRecordView } from '@encircle/shared/episodes';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** What `sec.keeping_facts` answers about the keeping of one record. */
export interface KeepingRow {
  archiveOn: string | null;
  retentionEndsOn: string | null;
  mergedIntoId: string | null;
  mergedOn: string | null;
  target: { id: string; fits: boolean; numbersDiffer: boolean } | null;
}

export async function keepingRow(uow: UnitOfWork, episodeId: string): Promise<KeepingRow | null> {
  const row = await uow.one<{ facts: KeepingRow | null }>('select sec.keeping_facts($1) as facts', [
    episodeId,
  ]);
  return row?.facts ?? null;
}

export async function setHold(uow: UnitOfWork, episodeId: string, held: boolean): Promise<void> {
  await uow.rows('select sec.set_hold($1, $2)', [episodeId, held]);
}

export async function mergeRecord(uow: UnitOfWork, episodeId: string, intoId: string): Promise<void> {
  await uow.rows('select sec.merge_record($1, $2)', [episodeId, intoId]);
}

export async function unmergeRecord(uow: UnitOfWork, episodeId: string): Promise<void> {
  await uow.rows('select sec.unmerge_record($1)', [episodeId]);
}

export async function disposeRecord(
  uow: UnitOfWork,
  episodeId: string,
  ground: string,
  approvers: readonly string[],
): Promise<void> {
  await uow.rows('select sec.dispose_record($1, $2, $3)', [episodeId, ground, approvers]);
}

export type KeptView = 'REF' | 'HELD' | 'DUE' | 'MERGED';

export function keptRecords(
  uow: UnitOfWork,
  asked: { view: KeptView; ref: string | null; after: string | null; limit: number },
): Promise<KeptRecordView[]> {
  return uow.rows<KeptRecordView>(
    `select id, ref, state, opened_on as "openedOn", closed_on as "closedOn", held, keep_until as "keepUntil",
            merged_into as "mergedInto" from sec.kept_records($1, $2, $3, $4)`,
    [asked.view, asked.ref, asked.after, asked.limit],
  );
}

/** Newest first; only officers of information have any. */
export function certificates(
  uow: UnitOfWork,
  before: string | null,
  limit: number,
): Promise<CertificateView[]> {
  return uow.rows<CertificateView>(
    `select d.id, d.ref, d.opened_on::text as "openedOn", d.closed_on::text as "closedOn",
            d.retention_ended_on::text as "retentionEndedOn", d.ground, sec.instant(d.created_at) as at,
            (select coalesce(array_agg(u.full_name order by u.full_name), '{}') from app.app_user u where u.id = any (d.approved_by)) as "approvedBy",
            (select coalesce(sum(c.value::bigint), 0)::int from jsonb_each_text(d.counts) c) as rows
     from app.disposal d
     where $1::text is null or (d.created_at, d.id) < (select e.created_at, e.id from app.disposal e where e.id = $1::uuid)
     order by d.created_at desc, d.id desc limit $2`,
    [before, limit],
  );
}
