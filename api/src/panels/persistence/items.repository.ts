import type { ItemStatus, WithdrawnReason } from '@encircle/shared/panels';
import type { AccessContext } from '#api/access/access-context.js';

/** A line of the agenda as it is stored, with what the reader may know of it by itself. */
export interface ItemRow {
  id: string;
  version: number;
  dayId: string;
  panelId: string;
  onDay: string;
  startsAt: string;
  chairId: string;
  episodeId: string;
  ref: string;
  position: number;
  minutes: number;
  /** Minutes of what comes before it on the day. */
  before: number;
  presenterId: string;
  presenter: string;
  presenterAgency: string;
  withoutNames: boolean;
  question: string | null;
  summary: string | null;
  status: ItemStatus;
  withdrawnReason: WithdrawnReason | null;
  sentAt: string | null;
  decidedAt: string | null;
}

const ITEM = `
  select i.id, i.version, i.day_id as "dayId", d.agency_id as "panelId", d.on_day::text as "onDay", d.starts_at as "startsAt",
    d.chair_id as "chairId", i.episode_id as "episodeId", x.ref, i.position, i.minutes,
    coalesce((select sum(o.minutes) from app.panel_item o where o.day_id = i.day_id and o.status <> 'WITHDRAWN'
      and (o.position, o.id) < (i.position, i.id)), 0)::int as before,
    i.presenter_id as "presenterId", u.full_name as presenter,
    a.name as "presenterAgency",
    i.without_names as "withoutNames", i.question, i.summary, i.status, i.withdrawn_reason as "withdrawnReason",
    sec.instant(i.sent_at) as "sentAt", sec.instant(i.decided_at) as "decidedAt"
  from app.panel_item i join app.panel_day d on d.id = i.day_id join app.episode x on x.id = i.episode_id
    join app.app_user u on u.id = i.presenter_id join app.agency a on a.id = i.presenter_agency_id`;

/** @param after position and id of the last one before */
export const itemsOf = (
  ctx: AccessContext,
  dayId: string,
  after: readonly [number, string] | null,
  limit: number,
): Promise<ItemRow[]> =>
  ctx.uow.rows<ItemRow>(
    `${ITEM} where i.day_id = $1 and ($2::int is null or (i.position, i.id) > ($2::int, $3::uuid))
     order by i.position, i.id limit $4`,
    [dayId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const itemById = (ctx: AccessContext, id: string): Promise<ItemRow | null> =>
  ctx.uow.one<ItemRow>(`${ITEM} where i.id = $1`, [id]);

/** The latest time a case was brought. */
export const itemOfCase = (ctx: AccessContext, episodeId: string): Promise<ItemRow | null> =>
  ctx.uow.one<ItemRow>(`${ITEM} where i.episode_id = $1 order by i.created_at desc, i.id limit 1`, [
    episodeId,
  ]);

export const unsentOn = async (ctx: AccessContext, dayId: string): Promise<number> =>
  (
    await ctx.uow.one<{ n: number }>(
      `select count(*)::int as n from app.panel_item i where i.day_id = $1 and i.status = 'ON_AGENDA' and i.sent_at is null`,
      [dayId],
    )
  )?.n ?? 0;

export interface NewItem {
  dayId: string;
  episodeId: string;
  minutes: number;
  /** Only where names stay out. */
  words: { question: string; summary: string } | null;
}

export async function insertItem(
  ctx: AccessContext,
  { dayId, episodeId, minutes, words }: NewItem,
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.panel_item (day_id, episode_id, position, minutes, presenter_id, presenter_agency_id, without_names,
       question, summary, created_by)
     values ($1, $2, sec.next_panel_place($1), $3, $4, $5, $6, $7, $8, $4)`,
    [
      dayId,
      episodeId,
      minutes,
      ctx.userId,
      ctx.agencyId,
      words !== null,
      words?.question ?? null,
      words?.summary ?? null,
    ],
  );
}

/** Into its place; what stood there and behind makes room. @returns false when somebody changed it in between */
export async function placeItem(
  ctx: AccessContext,
  { id, dayId }: ItemRow,
  to: { version: number; position: number; minutes: number },
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.panel_item set position = $3, minutes = $4, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'ON_AGENDA'`,
    [id, to.version, to.position, to.minutes],
  );
  if (changed !== 1) return false;
  await ctx.uow.rows(
    `update app.panel_item set position = position + 1, updated_at = sec.now() where day_id = $1 and id <> $2 and position >= $3`,
    [dayId, id, to.position],
  );
  return true;
}

export const sendPapers = async (ctx: AccessContext, dayId: string): Promise<number> =>
  (await ctx.uow.one<{ n: number }>('select sec.send_panel_papers($1) as n', [dayId]))?.n ?? 0;

export const takeOff = async (
  ctx: AccessContext,
  id: string,
  version: number,
  reason: string,
): Promise<boolean> =>
  (
    await ctx.uow.one<{ off: boolean }>('select sec.take_off_agenda($1, $2, $3) as off', [
      id,
      version,
      reason,
    ])
  )?.off ?? false;

export const decideItem = async (
  ctx: AccessContext,
  id: string,
  version: number,
  until: string,
): Promise<boolean> =>
  (
    await ctx.uow.one<{ done: boolean }>('select sec.decide_panel_item($1, $2, $3::timestamptz) as done', [
      id,
      version,
      until,
    ])
  )?.done ?? false;

/** @returns null for an owner who does not work with the family, or where there is no plan */
export const addAction = async (
  ctx: AccessContext,
  itemId: string,
  action: { text: string; ownerUserId: string; byWhen: string },
): Promise<string | null> =>
  (
    await ctx.uow.one<{ id: string | null }>('select sec.add_panel_action($1, $2, $3, $4::date) as id', [
      itemId,
      action.text,
      action.ownerUserId,
      action.byWhen,
    ])
  )?.id ?? null;

export const leadsOfItem = async (ctx: AccessContext, id: string): Promise<string[]> =>
  (await ctx.uow.one<{ ids: string[] }>('select sec.leads_of_panel_item($1) as ids', [id]))?.ids ?? [];
