import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface EvidenceRow extends Labelled {
  id: string;
  version: number;
  episodeId: string;
  frameworkVersion: number;
  outcome: number;
  moment: string;
  measure: string;
  value: number;
  measuredOn: string;
  source: string;
  met: boolean | null;
  about: string | null;
  by: string;
  struckReason: string | null;
}

const EVIDENCE = `
  select v.id, v.version, v.episode_id as "episodeId", v.framework_version as "frameworkVersion", v.outcome, v.moment, v.measure,
    v.value::float8 as value, v.measured_on::text as "measuredOn", v.source, v.met, v.struck_reason as "struckReason",
    coalesce(p.preferred_name, p.given_names) as about, coalesce(u.full_name, '') as by, ${LABEL('v')}
  from app.outcome_evidence v left join app.person p on p.id = v.about_person_id left join app.app_user u on u.id = v.author_id`;

/** The latest first within a need and moment. Bounded: ten needs, three moments, a handful of measurements. */
export function evidenceOf(ctx: AccessContext, episodeId: string): Promise<EvidenceRow[]> {
  return ctx.uow.rows<EvidenceRow>(
    `${EVIDENCE} where v.episode_id = $1 order by v.outcome, v.measured_on desc, v.created_at desc, v.id limit 500`,
    [episodeId],
  );
}

export function evidenceById(ctx: AccessContext, id: string): Promise<EvidenceRow | null> {
  return ctx.uow.one<EvidenceRow>(`${EVIDENCE} where v.id = $1`, [id]);
}

export interface NewEvidence {
  episodeId: string;
  subjectId: string | null;
  aboutPersonId: string | null;
  category: string;
  frameworkVersion: number;
  outcome: number;
  moment: string;
  measure: string;
  value: number;
  measuredOn: string;
  source: string;
  met: boolean | null;
}

export async function addEvidence(ctx: AccessContext, row: NewEvidence): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.outcome_evidence (id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
       framework_version, outcome, moment, measure, value, measured_on, source, met)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      row.episodeId,
      row.subjectId,
      row.aboutPersonId,
      row.category,
      ctx.agencyId,
      ctx.userId,
      row.frameworkVersion,
      row.outcome,
      row.moment,
      row.measure,
      row.value,
      row.measuredOn,
      row.source,
      row.met,
    ],
  );
  return id;
}

/** @returns false when it was struck out or changed meanwhile */
export async function strikeEvidence(
  ctx: AccessContext,
  id: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.outcome_evidence set struck_at = sec.now(), struck_by = $3, struck_reason = $4, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and struck_at is null`,
    [id, version, ctx.userId, reason],
  );
  return changed === 1;
}

export interface TagRow extends Labelled {
  familyOutcomes: number[];
}

/** What hopes of the plan are about, of the ten outcomes. */
export function tagsOf(ctx: AccessContext, episodeId: string): Promise<TagRow[]> {
  return ctx.uow.rows<TagRow>(
    `select o.family_outcomes as "familyOutcomes", ${LABEL('o')}
     from app.outcome o join app.plan p on p.id = o.plan_id and p.status <> 'SUPERSEDED'
     where o.episode_id = $1 and o.status <> 'NO_LONGER_RELEVANT' and cardinality(o.family_outcomes) > 0
     order by o.position, o.id limit 200`,
    [episodeId],
  );
}

export function closingDayOf(
  ctx: AccessContext,
  episodeId: string,
): Promise<{ closedOn: string | null; closedAt: string | null } | null> {
  return ctx.uow.one(
    `select x.closed_on::text as "closedOn", sec.instant(x.closed_at) as "closedAt"
     from app.episode x where x.id = $1 and x.state in ('CLOSED', 'ARCHIVED')`,
    [episodeId],
  );
}
