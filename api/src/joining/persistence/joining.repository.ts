import type { JoinState } from '@encircle/shared/joining';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface NewAsk {
  askId: string;
  episodeId: string;
  subjectId: string;
  askedFor: string;
  why: string;
}

export interface Asked {
  state: 'ASKED' | 'WAITING' | 'ON_TEAM' | 'HIDDEN';
  /** Whom to tell: whoever leads. */
  to: string[];
}

export async function askToJoin(uow: UnitOfWork, ask: NewAsk): Promise<Asked> {
  const row = await uow.one<{ asked: Asked }>('select sec.ask_to_join($1, $2, $3, $4, $5) as asked', [
    ask.askId,
    ask.episodeId,
    ask.subjectId,
    ask.askedFor,
    ask.why,
  ]);
  return row?.asked ?? { state: 'HIDDEN', to: [] };
}

/** A worker of a specialist service would give away that there is one by asking (rule 6.8). */
export async function worksForSpecialists(uow: UnitOfWork): Promise<boolean> {
  const row = await uow.one<{ specialist: boolean }>(
    `select sensitive_class <> 'NONE' as specialist from app.agency where id = $1`,
    [uow.entered.agencyId],
  );
  return row?.specialist ?? false;
}

export interface OwnAskRow {
  id: string;
  askedFor: string;
  why: string;
  askedAt: string;
  state: JoinState;
  episodeId: string;
}

/** One line for each question: a yes before what still waits, and that before a no. */
export function ownAsks(uow: UnitOfWork): Promise<OwnAskRow[]> {
  return uow.rows<OwnAskRow>(
    `select * from (
       select distinct on (j.ask_id) j.ask_id as id, j.asked_for as "askedFor", j.why, sec.instant(j.created_at) as "askedAt",
         j.status as state, j.episode_id as "episodeId"
       from app.join_request j where j.requester_id = $1
       order by j.ask_id, array_position(array['ACCEPTED', 'WAITING', 'DECLINED'], j.status), j.id) a
     order by a."askedAt" desc, a.id limit 20`,
    [uow.entered.userId],
  );
}

export interface JoinRequestRow {
  id: string;
  version: number;
  userId: string;
  name: string;
  jobTitle: string | null;
  agencyId: string;
  agency: string;
  why: string;
  askedAt: string;
  state: JoinState;
  reason: string | null;
  episodeId: string;
}

const REQUEST = `
  select j.id, j.version, j.requester_id as "userId", u.full_name as name, a.id as "agencyId", a.name as agency, j.why,
         (select m.job_title from app.membership m where m.user_id = u.id and m.agency_id = a.id
          order by m.valid_from desc, m.id limit 1) as "jobTitle",
         sec.instant(j.created_at) as "askedAt", j.status as state, j.reason, j.episode_id as "episodeId"
  from app.join_request j join app.app_user u on u.id = j.requester_id join app.agency a on a.id = j.requester_agency_id`;

/** What waits first, then the newest; a case is asked about a handful of times. */
export function requestsOf(uow: UnitOfWork, episodeId: string): Promise<JoinRequestRow[]> {
  return uow.rows<JoinRequestRow>(
    `${REQUEST} where j.episode_id = $1 and sec.leads(j.episode_id)
     order by j.status <> 'WAITING', j.created_at desc, j.id limit 50`,
    [episodeId],
  );
}

/** For whoever leads; the asker reads their own question elsewhere. */
export function requestById(uow: UnitOfWork, id: string): Promise<JoinRequestRow | null> {
  return uow.one<JoinRequestRow>(`${REQUEST} where j.id = $1 and sec.leads(j.episode_id)`, [id]);
}

/** @returns false when it was answered in between */
export async function answerRequest(
  uow: UnitOfWork,
  answer: { id: string; version: number; status: 'ACCEPTED' | 'DECLINED'; reason: string | null },
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.join_request set status = $3, reason = $4, answered_by = $5, answered_at = sec.now(),
       version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'WAITING'`,
    [answer.id, answer.version, answer.status, answer.reason, uow.entered.userId],
  );
  return changed === 1;
}
