import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { ChildKnown } from '#api/plans/domain/plan-view.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface PlanRow extends Labelled {
  id: string;
  episodeId: string;
  versionNo: number;
  status: string;
  agreedOn: string | null;
  contingency: string | null;
  version: number;
}

const COLUMNS = `p.id, p.episode_id as "episodeId", p.version_no as "versionNo", p.status, p.agreed_on as "agreedOn",
  p.contingency, p.version, ${LABEL('p')}`;

const IN_USE = `p.status <> 'SUPERSEDED' order by p.version_no desc limit 1`;

/** The plan in use: the latest version that was not replaced. In a family, for the sake of any child one may read of. */
export async function planOfEpisode(uow: UnitOfWork, episodeId: string): Promise<PlanRow | null> {
  const found = await uow.one<PlanRow>(
    `select ${COLUMNS} from app.plan p where p.episode_id = $1 and ${IN_USE}`,
    [episodeId],
  );
  return (
    found ??
    uow.one<PlanRow>(`select ${COLUMNS} from sec.family_plans($1, null) p where ${IN_USE}`, [episodeId])
  );
}

export async function planRow(uow: UnitOfWork, id: string): Promise<PlanRow | null> {
  const found = await uow.one<PlanRow>(`select ${COLUMNS} from app.plan p where p.id = $1`, [id]);
  return found ?? uow.one<PlanRow>(`select ${COLUMNS} from sec.family_plans(null, $1) p`, [id]);
}

export async function insertPlan(
  ctx: AccessContext,
  plan: { episodeId: string; subjectId: string | null; contingency: string | null },
): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.plan (id, episode_id, subject_id, source_agency_id, author_id, created_by, contingency)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [id, plan.episodeId, plan.subjectId, ctx.agencyId, ctx.userId, plan.contingency],
  );
  return id;
}

/** Each agreeing makes the next version of the plan; the first one is version 1. */
export async function markAgreed(
  uow: UnitOfWork,
  id: string,
  version: number,
  contingency: string | null,
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.plan set version_no = case when status = 'AGREED' then version_no + 1 else version_no end,
       status = 'AGREED', agreed_on = sec.today(), contingency = coalesce($3, contingency), version = version + 1,
       updated_at = sec.now()
     where id = $1 and version = $2 and status in ('DRAFT', 'AGREED')`,
    [id, version, contingency],
  );
  return changed === 1;
}

export interface AgreementRow extends Labelled {
  personId: string;
  name: string | null;
  agreed: string;
}

export function agreementsOf(uow: UnitOfWork, planId: string): Promise<AgreementRow[]> {
  return uow.rows<AgreementRow>(
    `select g.person_id as "personId", g.agreed,
            nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), '') as name, ${LABEL('g')}
     from app.plan_agreement g left join app.person p on p.id = g.person_id where g.plan_id = $1 order by name, g.id`,
    [planId],
  );
}

export async function saveAgreement(
  ctx: AccessContext,
  plan: PlanRow,
  personId: string,
  agreed: string,
): Promise<void> {
  const changed = await ctx.uow.changed(
    `update app.plan_agreement set agreed = $3, version = version + 1, updated_at = sec.now()
     where plan_id = $1 and person_id = $2`,
    [plan.id, personId, agreed],
  );
  if (changed > 0) return;
  await ctx.uow.rows(
    `insert into app.plan_agreement (plan_id, episode_id, subject_id, source_agency_id, author_id, created_by, person_id, agreed)
     values ($1, $2, $3, $4, $5, $5, $6, $7)`,
    [plan.id, plan.episodeId, plan.subjectId, ctx.agencyId, ctx.userId, personId, agreed],
  );
}

export interface PersonRow {
  kind: 'WORKER' | 'FAMILY';
  id: string;
  name: string;
  agencyId: string | null;
  agencyName: string | null;
  professionalRole: string | null;
  relationship: string | null;
  lead: boolean;
}

/** The team as the actor may know it, and the family: whom an action can be given to. */
export function peopleOfCase(
  uow: UnitOfWork,
  episodeId: string,
  childIds: readonly string[],
): Promise<PersonRow[]> {
  return uow.rows<PersonRow>(
    `with family as materialized (
       select c.id, 'CHILD' as relationship from unnest($2::uuid[]) as c(id)
       union all
       select r.person_id, r.kind from app.relationship r where r.child_id = any ($2::uuid[]))
     select distinct on (x.kind, x.id) x.* from (
       select 'FAMILY' as kind, p.id, coalesce(p.preferred_name, p.given_names) || coalesce(' ' || p.family_name, '') as name,
         null::uuid as "agencyId", null::text as "agencyName", null::text as "professionalRole",
         f.relationship, false as lead
       from family f join app.person p on p.id = f.id
       where p.id = any ((select array_agg(id) from family)::uuid[]) and p.given_names is not null
       union all
       select 'WORKER', t.user_id, t.full_name, t.agency_id, t.agency_name, t.professional_role, null, t.kind = 'LP'
       from sec.team($1) t) x
     order by x.kind, x.id, x.lead desc, x.relationship is distinct from 'CHILD'`,
    [episodeId, childIds],
  );
}

export interface ReviewRow extends Labelled {
  id: string;
  reviewNo: number;
  heldOn: string;
  dueOn: string;
  level: number;
  whatNext: string;
  nextDueOn: string | null;
  childComment: string | null;
  parentComment: string | null;
}

/** Latest first. */
export function reviewsOf(uow: UnitOfWork, episodeId: string): Promise<ReviewRow[]> {
  return uow.rows<ReviewRow>(
    `select v.id, v.review_no as "reviewNo", v.held_on as "heldOn", v.due_on as "dueOn", v.level,
            v.what_next as "whatNext", v.next_due_on as "nextDueOn", v.child_comment as "childComment",
            v.parent_comment as "parentComment", ${LABEL('v')}
     from app.review v where v.episode_id = $1 order by v.review_no desc limit 60`,
    [episodeId],
  );
}

export interface NewReview {
  episodeId: string;
  subjectId: string | null;
  meetingId: string | null;
  reviewNo: number;
  dueOn: string;
  heldOn: string;
  level: number;
  whatNext: string;
  nextDueOn: string | null;
  childComment: string;
  parentComment: string;
}

export async function insertReview(ctx: AccessContext, v: NewReview): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.review (id, episode_id, subject_id, source_agency_id, author_id, created_by, meeting_id, review_no,
       due_on, held_on, level, what_next, next_due_on, child_comment, parent_comment)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      v.episodeId,
      v.subjectId,
      ctx.agencyId,
      ctx.userId,
      v.meetingId,
      v.reviewNo,
      v.dueOn,
      v.heldOn,
      v.level,
      v.whatNext,
      v.nextDueOn,
      v.childComment,
      v.parentComment,
    ],
  );
  return id;
}

/** The level of need now; what it was stays with its dates. */
export async function saveLevel(
  ctx: AccessContext,
  episodeId: string,
  subjectId: string | null,
  level: { level: number; thresholdVersion: string; words: string },
): Promise<void> {
  await ctx.uow.rows(
    `update app.case_fact set ended_at = sec.now(), version = version + 1, updated_at = sec.now()
     where episode_id = $1 and kind = 'LEVEL' and ended_at is null and ($2::uuid is null or subject_id = $2)`,
    [episodeId, subjectId],
  );
  await ctx.uow.rows(
    `insert into app.case_fact (episode_id, subject_id, category, source_agency_id, author_id, created_by, kind, body, said_on)
     values ($1, $2, 'INVOLVE', $3, $4, $4, 'LEVEL', $5::jsonb, sec.today())`,
    [episodeId, subjectId, ctx.agencyId, ctx.userId, JSON.stringify(level)],
  );
}

export interface MeetingForPlan {
  id: string;
  status: string;
  day: string;
  chairId: string | null;
  familyTookPart: boolean;
}

export function meetingForPlan(
  uow: UnitOfWork,
  episodeId: string,
  meetingId: string,
): Promise<MeetingForPlan | null> {
  return uow.one<MeetingForPlan>(
    `select m.id, m.status, (m.planned_at at time zone 'Europe/London')::date as day, m.chair_id as "chairId",
            exists (select 1 from app.invitation i where i.meeting_id = m.id and i.is_family
              and i.attendance in ('ATT', 'PART', 'REP')) as "familyTookPart"
     from app.meeting m where m.id = $2 and m.episode_id = $1`,
    [episodeId, meetingId],
  );
}

/** How somebody took part in a meeting: who was there has accepted what was given to them. */
export async function wasThere(
  uow: UnitOfWork,
  meetingId: string,
  owner: { userId: string | null; personId: string | null },
): Promise<boolean> {
  const row = await uow.one<{ there: boolean }>(
    `select exists (select 1 from app.invitation i where i.meeting_id = $1 and i.attendance in ('ATT', 'PART', 'UNINV')
       and (i.user_id = $2 or i.person_id = $3)) as there`,
    [meetingId, owner.userId, owner.personId],
  );
  return row?.there ?? false;
}

export function nextMeetingOf(
  uow: UnitOfWork,
  episodeId: string,
): Promise<{ id: string; plannedAt: string } | null> {
  return uow.one(
    `select m.id, sec.instant(m.planned_at) as "plannedAt" from app.meeting m
     where m.episode_id = $1 and m.status = 'PLANNED' and m.planned_at > sec.now() order by m.planned_at limit 1`,
    [episodeId],
  );
}

/** The day of the review that is booked next, in London. */
export async function bookedReviewDay(uow: UnitOfWork, episodeId: string): Promise<string | null> {
  const row = await uow.one<{ day: string }>(
    `select ((m.planned_at at time zone 'Europe/London')::date)::text as day from app.meeting m
     where m.episode_id = $1 and m.status = 'PLANNED' and m.type in ('REVIEW_TAC', 'CLOSURE')
       and m.planned_at > sec.now() order by m.planned_at limit 1`,
    [episodeId],
  );
  return row?.day ?? null;
}

/** The children of the record whose names the actor may know, in their order. */
export function childrenOf(uow: UnitOfWork, episodeId: string): Promise<ChildKnown[]> {
  return uow.rows<ChildKnown>(
    `select p.id, coalesce(p.preferred_name, p.given_names) as name,
            nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), '') as "fullName",
            p.date_of_birth as "dateOfBirth", s.state as part
     from app.episode_subject s join app.person p on p.id = s.person_id
     where s.episode_id = $1 and s.role = 'CHILD_SUBJECT'
       and (sec.knows_name($1, s.person_id) or sec.person() is not null)
     order by s.position, s.person_id`,
    [episodeId],
  );
}

/** Level of need now and the latest day of the next review. */
export async function standingOf(
  uow: UnitOfWork,
  episodeId: string,
): Promise<{ level: number | null; nextReviewOn: string | null }> {
  const row = await uow.one<{ level: number | null; nextReviewOn: string | null }>(
    `select x.next_review_on as "nextReviewOn", (select (f.body ->> 'level')::int from app.case_fact f
       where f.episode_id = x.id and f.kind = 'LEVEL' and f.ended_at is null order by f.created_at desc limit 1) as level
     from app.episode x where x.id = $1`,
    [episodeId],
  );
  return row ?? { level: null, nextReviewOn: null };
}
