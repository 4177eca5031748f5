import type {
  PanelAttendance,
  PanelDayCard,
  PanelMemberView,
  PanelPersonView,
  SetPanelDay,
} from '@encircle/shared/panels';
import type { AccessContext } from '#api/access/access-context.js';

const DAY = `
  select d.id, d.version, d.agency_id as "panelId", a.name as panel, d.on_day::text as "onDay", d.starts_at as "startsAt",
    d.place, d.chair_id as "chairId", u.full_name as chair
  from app.panel_day d join app.agency a on a.id = d.agency_id join app.app_user u on u.id = d.chair_id`;

export const panels = (ctx: AccessContext): Promise<{ id: string; name: string }[]> =>
  ctx.uow.rows('select id, name from sec.panels()');

/** Nobody for readers who do not keep the days. */
export const peopleOf = (ctx: AccessContext, panelId: string): Promise<PanelPersonView[]> =>
  ctx.uow.rows<PanelPersonView>(
    `select user_id as "userId", full_name as name, job_title as "jobTitle" from sec.panel_people($1)`,
    [panelId],
  );

/** Latest first. @param after day and id of the last one before */
export const days = (
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PanelDayCard[]> =>
  ctx.uow.rows<PanelDayCard>(
    `${DAY} where d.status = 'PLANNED' and ($1::date is null or (d.on_day, d.id) < ($1::date, $2::uuid))
     order by d.on_day desc, d.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Days still to come, next first. Bounded: nobody plans two years of panels. */
export const comingDays = (ctx: AccessContext): Promise<PanelDayCard[]> =>
  ctx.uow.rows<PanelDayCard>(
    `${DAY} where d.status = 'PLANNED' and d.on_day >= (select sec.today()) order by d.on_day, d.starts_at, d.id limit 50`,
  );

export const dayById = (ctx: AccessContext, id: string): Promise<PanelDayCard | null> =>
  ctx.uow.one<PanelDayCard>(`${DAY} where d.id = $1`, [id]);

export const membersOf = (ctx: AccessContext, dayId: string): Promise<PanelMemberView[]> =>
  ctx.uow.rows<PanelMemberView>(
    `select m.user_id as "userId", u.full_name as name, m.attendance,
       (select p.job_title from app.membership p join app.panel_day d on d.id = m.day_id
        where p.user_id = m.user_id and p.agency_id = d.agency_id order by p.valid_from desc limit 1) as "jobTitle"
     from app.panel_member m join app.app_user u on u.id = m.user_id where m.day_id = $1 order by u.full_name, u.id limit 30`,
    [dayId],
  );

export async function insertDay(ctx: AccessContext, day: SetPanelDay): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.panel_day (agency_id, on_day, starts_at, place, chair_id, created_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [day.panelId, day.onDay, day.startsAt, day.place, day.chairId, ctx.userId],
  );
  const id = row?.id ?? '';
  await addMembers(ctx, id, day.memberIds);
  return id;
}

/** @returns false when somebody changed it in between */
export async function updateDay(
  ctx: AccessContext,
  id: string,
  version: number,
  day: SetPanelDay,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.panel_day set on_day = $3, starts_at = $4, place = $5, chair_id = $6, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2`,
    [id, version, day.onDay, day.startsAt, day.place, day.chairId],
  );
  if (changed !== 1) return false;
  await addMembers(ctx, id, day.memberIds);
  return true;
}

export async function saveAttendance(
  ctx: AccessContext,
  dayId: string,
  userId: string,
  attendance: PanelAttendance,
): Promise<void> {
  await ctx.uow.rows(
    `update app.panel_member set attendance = $3, version = version + 1, updated_at = sec.now()
     where day_id = $1 and user_id = $2`,
    [dayId, userId, attendance],
  );
}

/** Those who left lose what they had before them on this day's agenda, at once. */
async function addMembers(ctx: AccessContext, dayId: string, ids: readonly string[]): Promise<void> {
  await ctx.uow.rows('select sec.drop_panel_members($1, $2)', [dayId, [...new Set(ids)]]);
  await ctx.uow.rows(
    `insert into app.panel_member (day_id, user_id, created_by) select $1, u, $2 from unnest($3::uuid[]) as u
     on conflict (day_id, user_id) do nothing`,
    [dayId, ctx.userId, [...new Set(ids)]],
  );
}
