import { randomUUID } from 'node:crypto';
import type { SendReferral } from '@encircle/shared/safeguarding';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StoredReferral {
  id: string;
  version: number;
  status: string;
  sentAt: string;
  /** Civil date in London. */
  sentOn: string;
  sentBy: string;
  authorId: string;
  agency: string;
  episodeId: string | null;
  subjectId: string | null;
  childNamed: string | null;
  facts: string | null;
  ground: string | null;
  agreement: string | null;
  familyTold: string | null;
  notToldReason: string | null;
  acceptanceRef: string | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

const REFERRAL = `
  select r.id, r.version, r.status, sec.instant(r.created_at) as "sentAt",
         (r.created_at at time zone 'Europe/London')::date::text as "sentOn", coalesce(u.full_name, '') as "sentBy",
         r.author_id as "authorId", coalesce(a.name, '') as agency, r.episode_id as "episodeId", r.subject_id as "subjectId",
         r.child_named as "childNamed", r.facts, r.ground, r.agreement, r.family_told as "familyTold",
         r.not_told_reason as "notToldReason", r.acceptance_ref as "acceptanceRef", r.decision_reason as "decisionReason",
         d.full_name as "decidedBy", sec.instant(r.decided_at) as "decidedAt"
  from app.referral r left join app.app_user u on u.id = r.author_id left join app.agency a on a.id = r.source_agency_id
  left join app.app_user d on d.id = r.decided_by`;

export function referralById(uow: UnitOfWork, id: string): Promise<StoredReferral | null> {
  return uow.one<StoredReferral>(`${REFERRAL} where r.id = $1`, [id]);
}

/** One page, newest first, of what this actor may see. @param after created_at and id of the last one before */
export function referralPage(
  uow: UnitOfWork,
  after: readonly [string, string] | null,
  limit: number,
): Promise<StoredReferral[]> {
  return uow.rows<StoredReferral>(
    `${REFERRAL}
     where $1::timestamptz is null or (date_trunc('milliseconds', r.created_at), r.id) < ($1::timestamptz, $2::uuid)
     order by date_trunc('milliseconds', r.created_at) desc, r.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** As the sender knows the child: the hub's list says whom a concern from a record is about. */
const NAME_OF_SUBJECT = `(select nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), '')
   from app.person p where p.id = $3)`;

export async function addReferral(
  ctx: AccessContext,
  body: SendReferral,
  linked: { episodeId: string; subjectId: string | null } | null,
): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.referral (id, episode_id, subject_id, source_agency_id, author_id, child_named, facts, ground,
       agreement, family_told, not_told_reason, created_by)
     values ($1, $2, $3, $4, $5, coalesce($6, ${NAME_OF_SUBJECT}), $7, $8, $9, $10, $11, $5)`,
    [
      id,
      linked?.episodeId ?? null,
      linked?.subjectId ?? null,
      ctx.agencyId,
      ctx.userId,
      body.childNamed ?? null,
      body.facts ?? null,
      body.ground ?? null,
      body.agreement ?? null,
      body.familyTold ?? null,
      body.notToldReason ?? null,
    ],
  );
  return id;
}

/** @returns false when it was changed in between */
export async function changeReferral(
  uow: UnitOfWork,
  id: string,
  version: number,
  set: Partial<Record<keyof typeof COLUMNS, string | null>>,
): Promise<boolean> {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined);
  const columns = entries.map(([key], index) => `${COLUMNS[key as keyof typeof COLUMNS]} = $${index + 3}`);
  const changed = await uow.changed(
    `update app.referral set ${[...columns, 'version = version + 1', 'updated_at = sec.now()'].join(', ')}
     where id = $1 and version = $2`,
    [id, version, ...entries.map(([, value]) => value)],
  );
  return changed === 1;
}

const COLUMNS = {
  childNamed: 'child_named',
  facts: 'facts',
  ground: 'ground',
  agreement: 'agreement',
  familyTold: 'family_told',
  notToldReason: 'not_told_reason',
  status: 'status',
  acceptanceRef: 'acceptance_ref',
  decisionReason: 'decision_reason',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
  completedAt: 'completed_at',
  episodeId: 'episode_id',
  subjectId: 'subject_id',
} as const;

/** For the front door and the CAF team only; null for everybody else and for an unknown reference. */
export async function episodeOfRef(uow: UnitOfWork, ref: string): Promise<string | null> {
  return (await uow.one<{ id: string | null }>('select sec.episode_of_ref($1) as id', [ref]))?.id ?? null;
}

/** Whoever manages this worker where they work. */
export async function managersOf(uow: UnitOfWork, userId: string, agencyId: string): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>('select m as id from sec.line_managers($1, $2) m', [
    userId,
    agencyId,
  ]);
  return rows.map(({ id }) => id);
}
