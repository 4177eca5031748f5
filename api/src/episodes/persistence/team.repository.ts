import { randomUUID } from 'node:crypto';
import type { LeadHistoryLine, NominationView, TeamMemberView } from '@encircle/shared/episodes';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** Bounded: a team is a few dozen people at most. A sensitive worker shows only to those their agreement names. */
export function teamOf(uow: UnitOfWork, episodeId: string): Promise<TeamMemberView[]> {
  return uow.rows<TeamMemberView>(
    `select t.user_id as "userId", t.full_name as name, t.phone, t.agency_id as "agencyId", t.agency_name as agency,
            t.kind, sec.is_interim(t.user_id, $1, t.kind) as interim, t.professional_role as "professionalRole",
            t.job_title as "jobTitle", sec.instant(t.from_at) as since
     from sec.team($1) t limit 200`,
    [episodeId],
  );
}

export interface WorkerRow {
  userId: string;
  name: string;
  agencyId: string;
  agency: string;
  professionalRole: string;
  sensitiveClass: string;
}

/** A colleague who works for that agency today; null for anybody else. */
export function workerAt(uow: UnitOfWork, userId: string, agencyId: string): Promise<WorkerRow | null> {
  return uow.one<WorkerRow>(
    `select u.id as "userId", u.full_name as name, a.id as "agencyId", a.name as agency,
            m.professional_role as "professionalRole", a.sensitive_class as "sensitiveClass"
     from app.membership m join app.app_user u on u.id = m.user_id join app.agency a on a.id = m.agency_id
     where m.user_id = $1 and m.agency_id = $2 and u.status = 'LIVE' and m.role in ('PRACT', 'AMGR', 'CAFC')
       and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
     order by m.created_at, m.id limit 1`,
    [userId, agencyId],
  );
}

/** False for a colleague whom a block or a shield keeps from the case. */
export async function mayBePlaced(uow: UnitOfWork, userId: string, episodeId: string): Promise<boolean> {
  return (
    (await uow.one<{ may: boolean }>('select sec.may_be_placed($1, $2) as may', [userId, episodeId]))?.may ??
    false
  );
}

export async function leads(uow: UnitOfWork, episodeId: string): Promise<boolean> {
  return (await uow.one<{ leads: boolean }>('select sec.leads($1) as leads', [episodeId]))?.leads ?? false;
}

export async function joinTeam(uow: UnitOfWork, episodeId: string, worker: WorkerRow): Promise<void> {
  await uow.rows(`select sec.join_team($1, $2, $3, 'TACM', $4, $5)`, [
    episodeId,
    worker.userId,
    worker.agencyId,
    worker.professionalRole,
    worker.sensitiveClass,
  ]);
}

export async function leaveTeam(
  uow: UnitOfWork,
  episodeId: string,
  userId: string,
  kind: 'TACM' | 'AUTHOR',
  reason: string,
): Promise<boolean> {
  const row = await uow.one<{ left: boolean }>(`select sec.leave_team($1, $2, $3, $4) as left`, [
    episodeId,
    userId,
    kind,
    reason,
  ]);
  return row?.left ?? false;
}

const NOMINATION = `
  select n.id, n.episode_id as "episodeId", n.version, n.status, n.nominee_id as "nomineeId", u.full_name as nominee,
         a.name as agency, n.lead_type as "leadType", n.family_preference as "familyPreference", n.message,
         n.decline_reason as "declineReason", coalesce(asker.full_name, '') as "askedBy",
         sec.instant(n.created_at) as "askedAt", n.nominee_id = $2 as mine
  from app.nomination n join app.app_user u on u.id = n.nominee_id join app.agency a on a.id = n.nominee_agency_id
  left join app.app_user asker on asker.id = n.created_by`;

export function openOffer(ctx: AccessContext, episodeId: string): Promise<NominationView | null> {
  return ctx.uow.one<NominationView>(`${NOMINATION} where n.episode_id = $1 and n.status = 'PROPOSED'`, [
    episodeId,
    ctx.userId,
  ]);
}

export function nominationOf(ctx: AccessContext, id: string): Promise<NominationView | null> {
  return ctx.uow.one<NominationView>(`${NOMINATION} where n.id = $1`, [id, ctx.userId]);
}

/**
 * What is open to this actor, newest first; a person is asked a handful of times at once. What the family wished, and what
 * was said of them, goes with their agreement: the question is then there to be declined, without its words.
 */
export async function offersToMe(ctx: AccessContext): Promise<NominationView[]> {
  const rows = await ctx.uow.rows<NominationView & { stands: boolean }>(
    `select o.*, sec.offer_stands(o.id) as stands from (${NOMINATION}
       where n.nominee_id = $1 and n.nominee_id = $2 and n.status = 'PROPOSED'
       order by n.created_at desc, n.id limit 100) o`,
    [ctx.userId, ctx.userId],
  );
  return rows.map(({ stands, ...offer }) =>
    stands ? offer : { ...offer, familyPreference: null, message: null },
  );
}

export interface NewNomination {
  episodeId: string;
  worker: WorkerRow;
  leadType: string;
  familyPreference: string | null;
  message: string | null;
}

export async function addNomination(ctx: AccessContext, made: NewNomination): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.nomination (id, episode_id, nominee_id, nominee_agency_id, lead_type, family_preference, message, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      made.episodeId,
      made.worker.userId,
      made.worker.agencyId,
      made.leadType,
      made.familyPreference,
      made.message,
      ctx.userId,
    ],
  );
  return id;
}

export async function acceptLead(uow: UnitOfWork, nominationId: string): Promise<void> {
  await uow.rows('select sec.accept_lead($1)', [nominationId]);
}

/** @returns false when it was answered in between */
export async function endNomination(
  uow: UnitOfWork,
  id: string,
  version: number,
  status: 'DECLINED' | 'TAKEN_BACK',
  reason: string | null,
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.nomination set status = $3, decline_reason = $4, decided_at = sec.now(), version = version + 1,
       updated_at = sec.now()
     where id = $1 and version = $2 and status = 'PROPOSED'`,
    [id, version, status, reason],
  );
  return changed === 1;
}

export interface VacancyRow {
  episodeId: string;
  ref: string;
  state: string;
  agency: string;
  since: string;
  /** Working days in which somebody was to be found, by the setting of the day it began. */
  allowed: number;
  asked: string | null;
  askedOn: string | null;
}

/** Open cases nobody leads, longest first; references only. */
export function vacancies(
  uow: UnitOfWork,
  after: { since: string; ref: string } | null,
  limit: number,
): Promise<VacancyRow[]> {
  return uow.rows<VacancyRow>(
    `select id as "episodeId", ref, state, agency, since::text, allowed, asked, asked_on::text as "askedOn"
     from sec.lead_vacancies($1, $2, $3, $4)`,
    [after?.since ?? null, after?.ref ?? null, limit, DEFAULT_TIMESCALES['lead.vacant.wd']],
  );
}

/** Nobody leads this case, and the reader is a manager of it or of the CAF team. */
export async function mayFill(uow: UnitOfWork, episodeId: string): Promise<boolean> {
  return (await uow.one<{ may: boolean }>('select sec.may_fill($1) as may', [episodeId]))?.may ?? false;
}

/** Who led and who was asked and did not, as far as the reader may know; at most a hundred of each. */
export function leadHistory(uow: UnitOfWork, episodeId: string): Promise<LeadHistoryLine[]> {
  return uow.rows<LeadHistoryLine>(
    `select 'LED' as kind, h.name, h.agency, h.lead_type as "leadType", h.interim, sec.instant(h.from_at) as "from",
            sec.instant(h.until_at) as "until", h.how, null as reason
     from sec.lead_history($1) h
     union all
     (select n.status, u.full_name, a.name, n.lead_type, false, sec.instant(n.created_at), sec.instant(n.decided_at), null,
            n.decline_reason
     from app.nomination n join app.app_user u on u.id = n.nominee_id join app.agency a on a.id = n.nominee_agency_id
     where n.episode_id = $1 and n.status in ('DECLINED', 'TAKEN_BACK') order by n.created_at desc, n.id limit 100)
     order by "from" desc, kind`,
    [episodeId],
  );
}
