import { randomUUID } from 'node:crypto';
import type { ContributionView } from '@encircle/shared/assessments';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

/** A question as the team reads it. */
export interface StoredContribution
  extends Labelled, Omit<ContributionView, 'late' | 'answers' | 'already' | 'mine' | 'child'> {
  episodeId: string;
  assessmentId: string;
  askedUserId: string;
  askedAgencyId: string;
}

const QUESTION = `
  select c.id, c.version, c.episode_id as "episodeId", c.assessment_id as "assessmentId", s.form_code as "formCode",
         s.form_version as "formVersion", c.section, u.full_name as "askedOf", g.name as agency,
         coalesce(a.full_name, '') as "askedBy", sec.instant(c.created_at) as "askedAt", c.question,
         c.due_on::text as "dueOn", c.status, c.note, c.declined, c.reminded_on::text as "remindedOn",
         c.asked_user_id as "askedUserId", c.asked_agency_id as "askedAgencyId", ${LABEL('c')}
  from app.contribution c join app.assessment s on s.id = c.assessment_id
  join app.app_user u on u.id = c.asked_user_id join app.agency g on g.id = c.asked_agency_id
  left join app.app_user a on a.id = c.author_id`;

export function contributionById(ctx: AccessContext, id: string): Promise<StoredContribution | null> {
  return ctx.uow.one<StoredContribution>(`${QUESTION} where c.id = $1`, [id]);
}

/** Newest first. Bounded: a section is asked of a handful of people. */
export function contributionsOf(ctx: AccessContext, assessmentId: string): Promise<StoredContribution[]> {
  return ctx.uow.rows<StoredContribution>(
    `${QUESTION} where c.assessment_id = $1 order by c.created_at desc, c.id limit 200`,
    [assessmentId],
  );
}

export interface StoredWords extends Labelled {
  contributionId: string;
  body: Record<string, unknown>;
}

export function wordsOf(ctx: AccessContext, ids: readonly string[]): Promise<StoredWords[]> {
  return ctx.uow.rows<StoredWords>(
    `select w.contribution_id as "contributionId", w.body, ${LABEL('w')}
     from app.contribution_words w where w.contribution_id = any ($1)`,
    [ids],
  );
}

export interface NewContribution {
  episodeId: string;
  subjectId: string;
  category: string;
  assessmentId: string;
  section: string;
  userId: string;
  agencyId: string;
  question: string;
  dueOn: string;
}

/** @returns null when this colleague has the same question open already */
export async function addContribution(ctx: AccessContext, made: NewContribution): Promise<string | null> {
  const id = randomUUID();
  const added = await ctx.uow.changed(
    `insert into app.contribution (id, episode_id, subject_id, category, source_agency_id, author_id, assessment_id, section,
       asked_user_id, asked_agency_id, question, due_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $6)
     on conflict (assessment_id, section, subject_id, asked_user_id) where status in ('ASKED', 'ANSWERED', 'RETURNED')
     do nothing`,
    [
      id,
      made.episodeId,
      made.subjectId,
      made.category,
      ctx.agencyId,
      ctx.userId,
      made.assessmentId,
      made.section,
      made.userId,
      made.agencyId,
      made.question,
      made.dueOn,
    ],
  );
  return added === 1 ? id : null;
}

/** @returns false when it has moved on */
export async function decideContribution(
  ctx: AccessContext,
  id: string,
  version: number,
  status: 'RETURNED' | 'TAKEN_BACK',
  note: string | null,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.contribution set status = $3, note = coalesce($4, note), decided_at = sec.now(), version = version + 1,
       updated_at = sec.now()
     where id = $1 and version = $2
       and (status = 'ANSWERED' or ($3 = 'TAKEN_BACK' and status in ('ASKED', 'RETURNED')))`,
    [id, version, status, note],
  );
  return changed === 1;
}

/** Once a day is enough. @returns false when today was done already or nothing is owed */
export async function markReminded(ctx: AccessContext, id: string): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.contribution set reminded_on = sec.today(), updated_at = sec.now()
     where id = $1 and status in ('ASKED', 'RETURNED') and reminded_on is distinct from sec.today()`,
    [id],
  );
  return changed === 1;
}

export async function acceptContribution(ctx: AccessContext, id: string, version: number): Promise<boolean> {
  const row = await ctx.uow.one<{ taken: boolean }>('select sec.accept_contribution($1, $2) as taken', [
    id,
    version,
  ]);
  return row?.taken ?? false;
}

/** What this worker was asked: through a function of its own, because they have no place on the case. */
export interface AskedOfMe {
  id: string;
  version: number;
  formCode: string;
  formVersion: string;
  section: string;
  episodeId: string;
  subjectId: string;
  child: string;
  agency: string;
  askedBy: string;
  askedAt: string;
  question: string;
  dueOn: string;
  status: string;
  note: string | null;
  body: Record<string, unknown> | null;
  already: Record<string, unknown>[];
  remindedOn: string | null;
}

export function askedOfMe(ctx: AccessContext, id: string | null): Promise<AskedOfMe[]> {
  return ctx.uow.rows<AskedOfMe>(
    `select q.id, q.version, q.form_code as "formCode", q.form_version as "formVersion", q.section,
            q.episode_id as "episodeId", q.subject_id as "subjectId", q.child, q.agency, q.asked_by as "askedBy",
            sec.instant(q.created_at) as "askedAt", q.question, q.due_on::text as "dueOn", q.status, q.note, q.body,
            q.already, q.reminded_on::text as "remindedOn"
     from sec.contributions_asked($1) q`,
    [id],
  );
}

/** @returns true when it was taken, false when it has moved on, null when there is nothing they were asked */
export async function answerContribution(
  ctx: AccessContext,
  id: string,
  version: number,
  answers: Record<string, unknown> | null,
  declined: string | null,
): Promise<boolean | null> {
  const row = await ctx.uow.one<{ taken: boolean | null }>(
    'select sec.answer_contribution($1, $2, $3::jsonb, $4) as taken',
    [id, version, JSON.stringify(answers ?? {}), declined],
  );
  return row?.taken ?? null;
}

/** Who asked, to be told of the answer; only for who was asked. */
export function askerOf(
  ctx: AccessContext,
  id: string,
): Promise<{ userId: string; assessmentId: string } | null> {
  return ctx.uow.one(
    'select user_id as "userId", assessment_id as "assessmentId" from sec.contribution_asker($1)',
    [id],
  );
}
