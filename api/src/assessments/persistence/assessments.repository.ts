import { randomUUID } from 'node:crypto';
import type { AssessmentRow } from '@encircle/shared/assessments';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import { mendUntil } from '#api/access/mend-until.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StoredAssessment extends AssessmentRow, Labelled {
  version: number;
  formCode: string;
  formVersion: string;
  contentHash: string | null;
}

const MEND_UNTIL = mendUntil("a.author_id = (select sec.uid()) and a.status = 'DRAFT'", 'a.created_at');

const OF_ASSESSMENT = (source: string): string => `
  select a.id, a.episode_id as "episodeId", a.version_no as "versionNo", a.status, a.started_on::text as "startedOn",
         a.completed_on::text as "completedOn", coalesce(u.full_name, '') as "startedBy", a.version,
         a.form_code as "formCode", a.form_version as "formVersion", a.content_hash as "contentHash",
         ${MEND_UNTIL} as "mendUntil", ${LABEL('a')}
  from ${source} a left join app.app_user u on u.id = a.author_id`;
const ASSESSMENT = OF_ASSESSMENT('app.assessment');
const FAMILYS_ASSESSMENT = OF_ASSESSMENT('sec.family_assessments($1, $2)');

/** In a family record also for who may read of a child who is not the first. */
export async function assessmentById(uow: UnitOfWork, id: string): Promise<StoredAssessment | null> {
  const found = await uow.one<StoredAssessment>(`${ASSESSMENT} where a.id = $1`, [id]);
  return found ?? uow.one<StoredAssessment>(`${FAMILYS_ASSESSMENT} limit 1`, [null, id]);
}

/** Newest first. Bounded: a case has a handful of versions. */
export async function assessmentsOf(uow: UnitOfWork, episodeId: string): Promise<StoredAssessment[]> {
  const found = await uow.rows<StoredAssessment>(
    `${ASSESSMENT} where a.episode_id = $1 order by a.version_no desc limit 100`,
    [episodeId],
  );
  if (found.length > 0) return found;
  return uow.rows<StoredAssessment>(`${FAMILYS_ASSESSMENT} order by a.version_no desc limit 100`, [
    episodeId,
    null,
  ]);
}

export async function addAssessment(
  ctx: AccessContext,
  made: { episodeId: string; versionNo: number; formCode: string; formVersion: string },
): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.assessment (id, episode_id, category, source_agency_id, author_id, version_no, form_code, form_version,
       started_on, created_by)
     values ($1, $2, 'INVOLVE', $3, $4, $5, $6, $7, $8, $4)`,
    [
      id,
      made.episodeId,
      ctx.agencyId,
      ctx.userId,
      made.versionNo,
      made.formCode,
      made.formVersion,
      ctx.today,
    ],
  );
  return id;
}

/** @param anew sections asked anew of a child who was not born yet when the version before was begun */
export async function carryAnswers(
  uow: UnitOfWork,
  from: string,
  to: string,
  anew: readonly string[],
): Promise<void> {
  await uow.rows('select sec.carry_answers($1, $2)', [from, to]);
  await uow.rows('select sec.ask_anew_after_birth($1, $2, $3)', [from, to, anew]);
}

/** @returns the digest over every part, hidden ones included */
export async function sealAssessment(
  uow: UnitOfWork,
  id: string,
  version: number,
  on: string,
): Promise<string> {
  const row = await uow.one<{ hash: string }>('select sec.seal_assessment($1, $2, $3) as hash', [
    id,
    version,
    on,
  ]);
  return row?.hash ?? '';
}

export interface StoredPart extends Labelled {
  id: string;
  section: string;
  answers: Record<string, unknown>;
  version: number;
  savedBy: string;
  agency: string | null;
  savedAt: string;
  carriedFromId: string | null;
  togetherId: string | null;
  appliesTo: string[];
}

/** The parts row-level security lets through; the policy decides about each again. */
export function partsOf(
  uow: UnitOfWork,
  assessmentId: string,
  subjectId: string | null,
): Promise<StoredPart[]> {
  return uow.rows<StoredPart>(
    `select a.id, a.section, a.body as answers, a.version, coalesce(w.full_name, '') as "savedBy", g.name as agency,
            sec.instant(a.updated_at) as "savedAt", a.carried_from_id as "carriedFromId", a.together_id as "togetherId",
            case when a.together_id is null then '{}'::uuid[] else array(select b.subject_id from app.answer b
              where b.together_id = a.together_id and b.assessment_id = a.assessment_id and b.category = a.category
              order by b.subject_id) end as "appliesTo", ${LABEL('a')}
     from app.answer a left join app.app_user w on w.id = coalesce(a.updated_by, a.author_id)
     left join app.agency g on g.id = a.source_agency_id
     where a.assessment_id = $1 and ($2::uuid is null or a.subject_id = $2)
     order by a.section, a.created_at, a.id`,
    [assessmentId, subjectId],
  );
}

export interface PartPlace {
  assessmentId: string;
  episodeId: string;
  section: string;
  category: string;
  subjectId: string;
  aboutPersonId: string | null;
}

/** This service's own part in that place (for a child's private words: this worker's own). */
export function ownPart(ctx: AccessContext, place: PartPlace): Promise<StoredPart | null> {
  return ctx.uow.one<StoredPart>(
    `select a.id, a.section, a.body as answers, a.version, coalesce(w.full_name, '') as "savedBy", g.name as agency,
            sec.instant(a.updated_at) as "savedAt", a.carried_from_id as "carriedFromId", a.together_id as "togetherId",
            case when a.together_id is null then '{}'::uuid[] else array(select b.subject_id from app.answer b
              where b.together_id = a.together_id and b.assessment_id = a.assessment_id and b.category = a.category
              order by b.subject_id) end as "appliesTo", ${LABEL('a')}
     from app.answer a left join app.app_user w on w.id = coalesce(a.updated_by, a.author_id)
     left join app.agency g on g.id = a.source_agency_id
     where a.assessment_id = $1 and a.section = $2 and a.category = $3 and a.subject_id = $4
       and a.about_person_id is not distinct from $5 and a.source_agency_id = $6
       and (a.category <> 'PRIVATE' or a.author_id = $7)`,
    [
      place.assessmentId,
      place.section,
      place.category,
      place.subjectId,
      place.aboutPersonId,
      ctx.agencyId,
      ctx.userId,
    ],
  );
}

export async function addPart(
  ctx: AccessContext,
  place: PartPlace,
  answers: Record<string, unknown>,
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.answer (episode_id, subject_id, about_person_id, category, source_agency_id, author_id,
       named_worker_ids, assessment_id, section, body, updated_by, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $6, $6)`,
    [
      place.episodeId,
      place.subjectId,
      place.aboutPersonId,
      place.category,
      ctx.agencyId,
      ctx.userId,
      // What a child says to one worker is that worker's to see (rule R11).
      place.category === 'PRIVATE' ? [ctx.userId] : [],
      place.assessmentId,
      place.section,
      JSON.stringify(answers),
    ],
  );
}

/** @returns false when somebody saved in between */
export async function changePart(
  ctx: AccessContext,
  id: string,
  version: number,
  answers: Record<string, unknown>,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.answer set body = $3, version = version + 1, updated_at = sec.now(), updated_by = $4
     where id = $1 and version = $2`,
    [id, version, JSON.stringify(answers), ctx.userId],
  );
  return changed === 1;
}

/** Ties a part to those that say the same of other children, or lets it stand alone. */
export async function tiePart(ctx: AccessContext, id: string, togetherId: string | null): Promise<void> {
  await ctx.uow.rows(
    'update app.answer set together_id = $2 where id = $1 and together_id is distinct from $2',
    [id, togetherId],
  );
}

/** Facts of the summary that a finished assessment replaces. */
export async function endCaseFacts(
  uow: UnitOfWork,
  episodeId: string,
  subjectId: string,
  kinds: readonly string[],
): Promise<void> {
  await uow.rows(
    `update app.case_fact set ended_at = sec.now(), updated_at = sec.now(), version = version + 1
     where episode_id = $1 and (subject_id = $2 or subject_id is null) and kind = any ($3) and ended_at is null`,
    [episodeId, subjectId, kinds],
  );
}
