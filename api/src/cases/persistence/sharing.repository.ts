import type { AccessContext } from '#api/access/access-context.js';

export interface SeerRow {
  userId: string;
  name: string;
  agencyId: string;
  agency: string;
  kind: 'WORKER' | 'MANAGER';
  part: string | null;
  note: string | null;
  vettingValidTo: string | null;
  trainingValidTo: string | null;
  role: string;
  since: string | null;
  /** The sensitive service this person's being there would tell of, or NONE. */
  sensitive: string;
}

/** The team as this reader may know it, and the managers of its agencies. */
export function seersOf(ctx: AccessContext, episodeId: string): Promise<SeerRow[]> {
  return ctx.uow.rows<SeerRow>(
    `select s.*, u.vetting_valid_to as "vettingValidTo", u.training_valid_to as "trainingValidTo",
       (c.since at time zone 'Europe/London')::date as since, coalesce(c.sensitive_class, 'NONE') as sensitive from (
       select t.user_id as "userId", t.full_name as name, t.agency_id as "agencyId", t.agency_name as agency,
         'WORKER' as kind, min(case t.kind when 'LP' then '1LP' when 'AUTHOR' then '2AUTHOR' else '3TACM' end) as part,
         max(t.job_title) as note, 'PRACT' as role, 0 as n
       from (select t.user_id, t.full_name, t.agency_id, t.agency_name, t.kind, t.job_title from sec.team($1) t
         union select h.user_id, h.full_name, h.agency_id, h.agency_name, h.kind, h.job_title from sec.hidden_team($1) h) t
       group by 1, 2, 3, 4
       union all
       select m.user_id, m.full_name, m.agency_id, m.agency_name, 'MANAGER', null, m.job_title, 'AMGR', 1
       from sec.managers_of($1) m) s join app.app_user u on u.id = s."userId"
       left join sec.team_classes($1) c on c.user_id = s."userId" and s.kind = 'WORKER'
     order by s.part nulls last, s.n, s.name`,
    [episodeId],
  );
}

export interface LineRow {
  recipient: string;
  agencyId: string | null;
  userId: string | null;
  decision: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  givenOn: string;
  expiresOn: string | null;
}

/**
 * Lines in force, as this reader may see them, one for a recipient and answer; a no to something sensitive is no line.
 * @param giverId only what this person said, for the copy that is theirs
 */
export function agreementOf(
  ctx: AccessContext,
  episodeId: string,
  giverId: string | null,
): Promise<LineRow[]> {
  return ctx.uow.rows<LineRow>(
    `select coalesce(a.name, u.full_name) as recipient, l.recipient_agency_id as "agencyId", l.recipient_user_id as "userId",
       l.decision, min((l.given_at at time zone 'Europe/London')::date) as "givenOn", min(l.expires_on) as "expiresOn"
     from app.consent_line l left join app.agency a on a.id = l.recipient_agency_id
     left join app.app_user u on u.id = l.recipient_user_id
     where l.episode_id = $1 and l.status = 'ACTIVE' and ($2::uuid is null or l.giver_person_id = $2)
       and (l.decision = 'GIVEN' or l.category in ('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN',
         'MEETING', 'NOTES'))
       and (l.recipient_agency_id is null or sec.may_know_service(l.episode_id, a.id, a.sensitive_class))
     group by 1, 2, 3, 4 order by 1`,
    [episodeId, giverId],
  );
}

export interface FamilyRow {
  personId: string;
  childId: string;
  name: string;
  kind: string;
  hasPr: boolean;
  gave: boolean;
}

/** Relatives this reader may know of. */
export function familyOf(ctx: AccessContext, episodeId: string): Promise<FamilyRow[]> {
  return ctx.uow.rows<FamilyRow>(
    `select r.person_id as "personId", r.child_id as "childId", r.kind, r.has_pr = 'YES' as "hasPr",
       concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name,
       exists (select 1 from app.consent_line l where l.episode_id = $1 and l.giver_person_id = r.person_id
         and l.decision = 'GIVEN' and l.status = 'ACTIVE') as gave
     from app.episode_subject s join app.relationship r on r.child_id = s.person_id join app.person p on p.id = r.person_id
     where s.episode_id = $1 and s.role = 'CHILD_SUBJECT' order by r.has_pr = 'YES' desc, r.created_at`,
    [episodeId],
  );
}

/** The children of the case by name, as far as the reader may know them. */
export function childrenOf(
  ctx: AccessContext,
  episodeId: string,
): Promise<{ personId: string; name: string }[]> {
  return ctx.uow.rows(
    `select p.id as "personId", concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name
     from app.episode_subject s join app.person p on p.id = s.person_id
     where s.episode_id = $1 and s.role = 'CHILD_SUBJECT' and not p.is_unborn order by s.position`,
    [episodeId],
  );
}

export interface VisitorRow {
  userId: string;
  name: string;
  agency: string | null;
  kind: string;
  since: string;
  until: string | null;
}

/** People with a task on the case, or an hour in an emergency. */
export function visitorsOf(ctx: AccessContext, episodeId: string): Promise<VisitorRow[]> {
  return ctx.uow.rows<VisitorRow>(
    `select v.user_id as "userId", v.full_name as name, v.agency_name as agency, v.kind,
       (v.since at time zone 'Europe/London')::date as since, sec.instant(v.until) as until from sec.visitors($1) v`,
    [episodeId],
  );
}

export interface BlanketRow {
  role: 'CAFC' | 'MASH';
  people: number;
  names: string[];
}

export const blanketOf = (ctx: AccessContext, episodeId: string): Promise<BlanketRow[]> =>
  ctx.uow.rows<BlanketRow>('select b.role, b.people, b.names from sec.blanket_roles($1) b', [episodeId]);

export async function lastLooksOf(
  ctx: AccessContext,
  episodeId: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await ctx.uow.rows<{ userId: string; at: string }>(
    'select l.user_id as "userId", sec.instant(l.at) as at from audit.last_looks($1, $2) l',
    [episodeId, userIds],
  );
  return new Map(rows.map(({ userId, at }) => [userId, at]));
}

export interface LookRow {
  id: number;
  at: string;
  actorId: string | null;
  who: string | null;
  agency: string | null;
  role: string | null;
  action: string;
  categories: string[];
  purpose: string | null;
  reason: string | null;
  sensitive: string;
}

export function looksFor(
  ctx: AccessContext,
  episodeId: string,
  before: number | null,
  limit: number,
): Promise<LookRow[]> {
  return ctx.uow.rows<LookRow>(
    `select l.id, sec.instant(l.at) as at, l.actor_id as "actorId", l.actor as who, l.agency, l.role, l.action, l.categories,
       l.purpose, l.reason, l.sensitive_class as sensitive from audit.looks_seen($1, $2, $3) l`,
    [episodeId, before, limit],
  );
}

export async function maySeeLooks(ctx: AccessContext, episodeId: string): Promise<boolean> {
  const row = await ctx.uow.one<{ may: boolean }>('select sec.may_see_looks($1) as may', [episodeId]);
  return row?.may === true;
}

/** Workers a conflict of interest keeps out: whatever place they hold, they see nothing. */
export async function blockedOf(ctx: AccessContext, episodeId: string): Promise<string[]> {
  const row = await ctx.uow.one<{ ids: string[] }>('select sec.blocked_here($1) as ids', [episodeId]);
  return row?.ids ?? [];
}
