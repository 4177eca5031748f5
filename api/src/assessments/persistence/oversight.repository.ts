import { randomUUID } from 'node:crypto';
import type { OversightKind, OversightNoteView, OversightRow } from '@encircle/shared/assessments';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface StoredOversight extends Labelled, Omit<OversightNoteView, 'mayAnswer'> {
  episodeId: string;
}

const NOTE = `
  select o.id, o.version, o.episode_id as "episodeId", o.assessment_id as "assessmentId", a.version_no as "versionNo", o.kind,
         o.body as words, o.sections, coalesce(u.full_name, '') as by, w.name as agency, sec.instant(o.created_at) as at,
         o.answer, r.full_name as "answeredBy", sec.instant(o.answered_at) as "answeredAt", ${LABEL('o')}
  from app.oversight o left join app.assessment a on a.id = o.assessment_id left join app.app_user u on u.id = o.author_id
  left join app.agency w on w.id = o.source_agency_id left join app.app_user r on r.id = o.answered_by`;

export function oversightById(ctx: AccessContext, id: string): Promise<StoredOversight | null> {
  return ctx.uow.one<StoredOversight>(`${NOTE} where o.id = $1`, [id]);
}

/** Newest first; of one version, or of the case with all its versions. Bounded: a case is looked at a handful of times. */
export function oversightOf(
  ctx: AccessContext,
  episodeId: string,
  assessmentId: string | null,
): Promise<StoredOversight[]> {
  return ctx.uow.rows<StoredOversight>(
    `${NOTE} where o.episode_id = $1 and ($2::uuid is null or o.assessment_id = $2)
     order by o.created_at desc, o.id desc limit 100`,
    [episodeId, assessmentId],
  );
}

export interface NewOversight {
  episodeId: string;
  assessmentId: string | null;
  agencyId: string;
  kind: OversightKind;
  words: string;
  sections: readonly string[];
}

export async function addOversight(ctx: AccessContext, about: NewOversight): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.oversight (id, episode_id, source_agency_id, author_id, created_by, assessment_id, kind, body, sections)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [
      id,
      about.episodeId,
      about.agencyId,
      ctx.userId,
      about.assessmentId,
      about.kind,
      about.words,
      about.sections,
    ],
  );
  return id;
}

/** @returns false when it was answered meanwhile */
export async function answerOversight(
  ctx: AccessContext,
  id: string,
  version: number,
  words: string,
): Promise<boolean> {
  const row = await ctx.uow.one(
    `update app.oversight set answer = $3, answered_by = $4, answered_at = sec.now(), version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and answered_at is null returning id`,
    [id, version, words, ctx.userId],
  );
  return row !== null;
}

export type OverseenRow = Omit<OversightRow, 'dueOn'>;

/**
 * Finished versions by people of the manager's service, or of the cases the CAF team has a task in, that nobody in charge has
 * looked at, that went back, or whose return was answered; the oldest first. Under the guards of the database.
 */
export function overseenRows(
  ctx: AccessContext,
  after: { on: string; id: string } | null,
  limit: number,
): Promise<OverseenRow[]> {
  return ctx.uow.rows<OverseenRow>(
    `select a.id as "assessmentId", a.episode_id as "episodeId", x.ref, a.version_no as "versionNo",
       a.completed_on::text as "completedOn", coalesce(u.full_name, '') as "startedBy", s.standing,
       (select coalesce(p.preferred_name, p.given_names) from app.episode_subject k join app.person p on p.id = k.person_id
        where k.episode_id = a.episode_id and k.role = 'CHILD_SUBJECT' and sec.knows_name(a.episode_id, p.id)
        order by k.position, p.id limit 1) as child
     from app.assessment a join app.episode x on x.id = a.episode_id left join app.app_user u on u.id = a.author_id
     cross join lateral (
       select case when count(*) = 0 then 'MISSING'
         when bool_or(o.kind = 'RETURNED' and o.answered_at is null) then 'RETURNED'
         when max(o.answered_at) > max(o.created_at) then 'ANSWERED' end as standing
       from app.oversight o where o.assessment_id = a.id) s
     where a.status = 'COMPLETED' and s.standing is not null and a.author_id <> $1
       and x.state not in ('REJECTED', 'CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED')
       and case $2 when 'AMGR' then a.source_agency_id = $3
         else exists (select 1 from app.edge e where e.episode_id = a.episode_id and e.user_id = $1 and e.kind = 'CAFC_TASK'
           and e.from_at <= sec.now() and sec.now() < e.until_at) end
       and ($4::date is null or (a.completed_on, a.id) > ($4::date, $5::uuid))
     order by a.completed_on, a.id limit $6`,
    [ctx.userId, ctx.who.role, ctx.agencyId, after?.on ?? null, after?.id ?? null, limit],
  );
}
