import type { SharingDetails, SharingRecordView } from '@encircle/shared/sharing-out';
import type { AccessContext } from '#api/access/access-context.js';

export type StoredSharing = Omit<SharingRecordView, 'toFinish'>;

const VIEW = `
  select d.id, d.version, d.reference, d.decision, d.emergency, d.episode_id as "episodeId", d.subject_id as "subjectId",
    u.full_name as author, a.name as agency, d.recipient, d.categories, d.exact_text as "exactText", d.ground,
    d.why_needed as "whyNeeded", d.agreement, d.agreement_reason as "agreementReason", d.family_told as "familyTold",
    d.not_told_reason as "notToldReason", d.advice_from as "adviceFrom", d.advice, d.lawful_basis as "lawfulBasis", d.method,
    sec.instant(d.shared_at) as "sharedAt", sec.instant(d.complete_by) as "completeBy",
    sec.instant(d.completed_at) as "completedAt", sec.instant(d.shared_at + interval '90 days') as until,
    sec.instant(d.manager_seen_at) as "managerSeenAt", d.author_id = sec.uid() as mine,
    sec.role() = 'AMGR' and d.source_agency_id = sec.agency() and d.author_id <> sec.uid() and d.manager_seen_at is null
      as "mayAcknowledge", sec.disclosure_outcome(d.id) as outcome
  from app.disclosure d join app.app_user u on u.id = d.author_id join app.agency a on a.id = d.source_agency_id`;

export function sharingById(ctx: AccessContext, id: string): Promise<StoredSharing | null> {
  return ctx.uow.one<StoredSharing>(`${VIEW} where d.id = $1`, [id]);
}

/** Records of a case, newest first, as row-level security leaves them. @param after created_at and id of the last */
export function sharingPage(
  ctx: AccessContext,
  episodeId: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<StoredSharing[]> {
  return ctx.uow.rows<StoredSharing>(
    `${VIEW} where d.episode_id = $1
       and ($2::timestamptz is null or (date_trunc('milliseconds', d.shared_at), d.id) < ($2::timestamptz, $3::uuid))
     order by date_trunc('milliseconds', d.shared_at) desc, d.id desc limit $4`,
    [episodeId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** A command in the names of the table. */
export function asColumns(body: object): string {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return JSON.stringify(
    Object.fromEntries(Object.entries(body).map(([name, value]) => [snake(name), value])),
  );
}

export async function recordSharing(
  ctx: AccessContext,
  id: string,
  of: { episodeId: string; subjectId: string },
  body: object,
  dates: { startBy: string; dueOn: string },
): Promise<void> {
  await ctx.uow.rows('select sec.record_disclosure($1, $2, $3, $4::jsonb, $5, $6)', [
    id,
    of.episodeId,
    of.subjectId,
    asColumns(body),
    dates.startBy,
    dates.dueOn,
  ]);
}

export async function completeSharing(
  ctx: AccessContext,
  id: string,
  version: number,
  details: SharingDetails,
  done: boolean,
): Promise<boolean> {
  const row = await ctx.uow.one<{ done: boolean }>(
    'select sec.complete_disclosure($1, $2, $3::jsonb, $4) as done',
    [id, version, asColumns(details), done],
  );
  return row?.done ?? false;
}

export async function acknowledge(ctx: AccessContext, id: string): Promise<boolean> {
  const row = await ctx.uow.one<{ done: boolean }>('select sec.see_disclosure($1) as done', [id]);
  return row?.done ?? false;
}
