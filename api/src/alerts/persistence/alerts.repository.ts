import type { AlertLook, AlertPerson, AlertRow, AlertRuleView } from '@encircle/shared/alerts';
import type { AccessContext } from '#api/access/access-context.js';

export interface StoredAlert extends AlertRow {
  aboutUserId: string;
  threshold: number;
  words: string | null;
  decidedBy: string | null;
}

const ALERT = `
  select a.id, a.version, a.reference, a.rule, u.full_name as worker, g.name as agency, a.looks, sec.instant(a.from_at) as "from",
    sec.instant(a.until_at) as "until", t.full_name as "assignedTo", a.outcome, sec.instant(a.decided_at) as "decidedAt",
    a.about_user_id as "aboutUserId", r.threshold, a.words, d.full_name as "decidedBy"
  from app.access_alert a join app.app_user u on u.id = a.about_user_id join app.alert_rule r on r.rule = a.rule
  left join app.agency g on g.id = a.about_agency_id left join app.app_user t on t.id = a.assigned_to
  left join app.app_user d on d.id = a.decided_by`;

/** Newest first. @param after moment and id of the last one shown */
export function alertPage(
  ctx: AccessContext,
  done: boolean,
  after: readonly [string, string] | null,
  limit: number,
): Promise<StoredAlert[]> {
  const at = `date_trunc('milliseconds', ${done ? 'a.decided_at' : 'a.until_at'})`;
  return ctx.uow.rows<StoredAlert>(
    `${ALERT} where a.decided_at is ${done ? 'not null' : 'null'}
       and ($1::timestamptz is null or (${at}, a.id) < ($1::timestamptz, $2::uuid))
     order by ${at} desc, a.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export async function openAlerts(ctx: AccessContext): Promise<number> {
  const row = await ctx.uow.one<{ open: number }>(
    'select count(*)::int as open from (select 1 from app.access_alert a where a.decided_at is null limit 1001) x',
  );
  return row?.open ?? 0;
}

export function alertById(ctx: AccessContext, id: string): Promise<StoredAlert | null> {
  return ctx.uow.one<StoredAlert>(`${ALERT} where a.id = $1`, [id]);
}

export function looksBehind(
  ctx: AccessContext,
  id: string,
  before: number | null,
  limit: number,
): Promise<AlertLook[]> {
  return ctx.uow.rows<AlertLook>(
    `select l.id, sec.instant(l.at) as at, l.action, l.outcome, l.case_reference as "caseReference", l.categories, l.purpose,
       l.reason from audit.looks_behind($1, $2, $3) l`,
    [id, before, limit],
  );
}

export function officersFor(ctx: AccessContext, aboutUserId: string): Promise<AlertPerson[]> {
  return ctx.uow.rows<AlertPerson>('select o.id, o.name from sec.alert_officers($1) o', [aboutUserId]);
}

/** @returns whether it was still this version and undecided */
export async function assign(
  ctx: AccessContext,
  id: string,
  version: number,
  userId: string,
): Promise<boolean> {
  const rows = await ctx.uow.rows(
    `update app.access_alert set assigned_to = $3, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and decided_at is null returning id`,
    [id, version, userId],
  );
  return rows.length === 1;
}

export async function decide(
  ctx: AccessContext,
  id: string,
  said: { version: number; outcome: string; words: string },
): Promise<boolean> {
  const rows = await ctx.uow.rows(
    `update app.access_alert set outcome = $3, words = $4, decided_by = $5, decided_at = sec.now(), version = version + 1,
       updated_at = sec.now()
     where id = $1 and version = $2 and decided_at is null returning id`,
    [id, said.version, said.outcome, said.words, ctx.userId],
  );
  return rows.length === 1;
}

export function rules(ctx: AccessContext): Promise<AlertRuleView[]> {
  return ctx.uow.rows<AlertRuleView>(
    'select r.rule, r.version, r.used as "on", r.threshold from app.alert_rule r order by r.rule',
  );
}

export async function setRule(
  ctx: AccessContext,
  rule: string,
  set: { version: number; on: boolean; threshold: number },
): Promise<boolean> {
  const rows = await ctx.uow.rows(
    `update app.alert_rule set used = $3, threshold = $4, version = version + 1, updated_at = sec.now()
     where rule = $1 and version = $2 returning rule`,
    [rule, set.version, set.on, set.threshold],
  );
  return rows.length === 1;
}
