import { randomUUID } from 'node:crypto';
import type { MendedWhat, RepairView } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export type MendedKind = 'NOTE' | 'MEETING' | 'ASSESSMENT';

/** Something that was mended, with the label it has now. */
export interface Mended extends Labelled {
  id: string;
  episodeId: string;
}

export interface Change {
  what: MendedWhat;
  reason: string;
  before: string | null;
  after: string | null;
}

/** One row for its readers, and what stood there for an auditor. Why something was on a wrong record is the auditor's too. */
export async function addRepair(
  ctx: AccessContext,
  kind: MendedKind,
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

/**
 * How something of a record was mended, newest first; what stood there before comes for an auditor only. What was kept of the
 * single parts of an assessment is an auditor's altogether.
 */
export function repairsOf(
  uow: UnitOfWork,
  episodeId: string,
  kind: MendedKind,
  id: string | null,
): Promise<(RepairView & Labelled)[]> {
  return uow.rows<RepairView & Labelled>(
    `select m.what, sec.instant(m.created_at) as at, u.full_name as by, coalesce(v.reason, m.reason) as reason,
            v.before_it as before, v.after_it as after,
            m.record_kind = 'ASSESSMENT' and not exists (select 1 from app.assessment a where a.id = m.record_id) as away, ${LABEL('m')}
     from app.repair m left join app.app_user u on u.id = m.created_by left join app.repaired_value v on v.repair_id = m.id
     where m.episode_id = $1 and m.record_kind = $2 and ($3::uuid is null or m.record_id = $3)
       and (v.id is not null or m.category in ('INVOLVE', 'MEETING'))
     order by m.created_at desc, m.id limit 100`,
    [episodeId, kind, id],
  );
}

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
