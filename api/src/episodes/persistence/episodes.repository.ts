import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export async function nextSerial(uow: UnitOfWork): Promise<number> {
  const row = await uow.one<{ serial: string }>(`select nextval('sec.reference_number') as serial`);
  return Number(row?.serial ?? 0);
}

/** Whether the actor added these children or knows them from a case. */
export async function mayStartFor(uow: UnitOfWork, childIds: readonly string[]): Promise<boolean> {
  const row = await uow.one<{ may: boolean }>(
    `select bool_and(sec.may_start_for(id)) as may from unnest($1::uuid[]) as id`,
    [childIds],
  );
  return row?.may ?? false;
}

/** A search in the last day shows that the child was looked for before a worry is added. */
export async function hasSearched(uow: UnitOfWork): Promise<boolean> {
  const row = await uow.one<{ searched: boolean }>(
    `select exists (select 1 from app.search_allowance where user_id = $1 and used > 0
       and hour > sec.now() - interval '24 hours') as searched`,
    [uow.entered.userId],
  );
  return row?.searched ?? false;
}

/** Null where the actor may not know the name, or there is none yet. */
export async function firstNameOf(
  uow: UnitOfWork,
  episodeId: string,
  childId: string,
): Promise<string | null> {
  const row = await uow.one<{ name: string | null }>(
    `select coalesce(p.preferred_name, p.given_names) as name from app.person p
     where p.id = $2 and sec.knows_name($1, $2)`,
    [episodeId, childId],
  );
  return row?.name ?? null;
}

export interface NewEpisode {
  id: string;
  ref: string;
  type: string;
  childIds: readonly string[];
  source: string;
  /** How it begins: with a worry, or stepped down from social care */
  move: 'T01' | 'T40';
  state: 'CONCERN' | 'PLAN_ACTIVE';
  recorded: Record<string, unknown>;
}

export async function startEpisode(ctx: AccessContext, made: NewEpisode): Promise<void> {
  await ctx.uow.rows(`select sec.start_episode($1, $2, $3, $8, $4, $5, '', $6, $7)`, [
    made.id,
    made.ref,
    made.type,
    made.childIds,
    made.source,
    ctx.today,
    ctx.who.professionalRole,
    made.state,
  ]);
  await ctx.uow.rows(
    `insert into app.episode_move (episode_id, category, source_agency_id, author_id, transition, to_state, happened_on, recorded, created_by)
     values ($1, 'INVOLVE', $2, $3, $6, $7, $4, $5, $3)`,
    [made.id, ctx.agencyId, ctx.userId, ctx.today, JSON.stringify(made.recorded), made.move, made.state],
  );
}

export async function markStepIn(uow: UnitOfWork, episodeId: string, nextReviewOn: string): Promise<void> {
  await uow.rows('select sec.step_in($1, $2)', [episodeId, nextReviewOn]);
}

export interface CaseFact {
  episodeId: string;
  subjectId: string | null;
  category: string;
  kind: string;
  body: object;
  saidOn?: string;
}

/** A labelled fact of the case, recorded by the actor for the actor's agency. @returns its id */
export async function addCaseFact(ctx: AccessContext, fact: CaseFact): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.case_fact (id, episode_id, subject_id, category, source_agency_id, author_id, kind, body, said_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6)`,
    [
      id,
      fact.episodeId,
      fact.subjectId,
      fact.category,
      ctx.agencyId,
      ctx.userId,
      fact.kind,
      JSON.stringify(fact.body),
      fact.saidOn ?? ctx.today,
    ],
  );
  return id;
}

/** Adults and other children tied to the child, seen or not: a family record has somebody beside the one child. */
export async function hasFamily(uow: UnitOfWork, childId: string): Promise<boolean> {
  const row = await uow.one<{ found: boolean }>(
    `select exists (select 1 from app.relationship where child_id = $1 or person_id = $1) as found`,
    [childId],
  );
  return row?.found ?? false;
}
