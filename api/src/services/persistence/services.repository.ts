import type { ChangeService, KeepService, ServiceQuery, ServiceView } from '@encircle/shared/services';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

const SERVICE = `
  select e.id, e.version, e.name, e.agency_id as "agencyId", a.name as agency, a.sensitive_class <> 'NONE' as specialist,
    e.contact_id as "contactId", c.full_name as contact, e.what, e.age_from as "ageFrom", e.age_to as "ageTo", e.levels, e.topics,
    e.area, e.how, e.opening, e.phone, e.checked_on as "checkedOn", k.full_name as "checkedBy"
  from app.service_entry e join app.agency a on a.id = e.agency_id join app.app_user k on k.id = e.checked_by
  left join app.app_user c on c.id = e.contact_id`;

/** By name. @param after lower name and id of the last one before */
export const servicePage = (
  uow: UnitOfWork,
  query: ServiceQuery,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ServiceView[]> =>
  uow.rows<ServiceView>(
    `${SERVICE} where e.ended_on is null
       and ($1::text = '' or position(lower($1) in lower(concat_ws(' ', e.name, a.name, e.what, e.area))) > 0)
       and ($2::integer is null or $2 between e.age_from and e.age_to)
       and ($3::integer is null or $3 = any (e.levels))
       and ($4::text is null or $4 = any (e.topics))
       and ($5::text is null or (lower(e.name), e.id) > ($5, $6::uuid))
     order by lower(e.name), e.id limit $7`,
    [
      query.q?.trim() ?? '',
      query.age ?? null,
      query.level ?? null,
      query.topic ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ],
  );

export const serviceById = (uow: UnitOfWork, id: string): Promise<ServiceView | null> =>
  uow.one<ServiceView>(`${SERVICE} where e.id = $1 and e.ended_on is null`, [id]);

const text = (words: string | undefined): string | null => words?.trim() || null;

const columns = (body: KeepService): unknown[] => [
  body.contactId ?? null,
  body.name.trim(),
  body.what.trim(),
  body.ageFrom,
  body.ageTo,
  body.levels,
  body.topics ?? [],
  text(body.area),
  body.how.trim(),
  text(body.opening),
  text(body.phone),
];

/** @returns null when that service is in the directory already */
export async function insertService(ctx: AccessContext, body: KeepService): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.service_entry (contact_id, name, what, age_from, age_to, levels, topics, area, how, opening, phone, agency_id,
       checked_on, checked_by, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, sec.today(), $13, $13)
     on conflict (lower(name), agency_id) where ended_on is null do nothing returning id`,
    [...columns(body), body.agencyId, ctx.userId],
  );
  return row?.id ?? null;
}

/** @returns false when somebody changed it in between */
export async function changeService(ctx: AccessContext, id: string, body: ChangeService): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.service_entry set contact_id = $1, name = $2, what = $3, age_from = $4, age_to = $5, levels = $6, topics = $7,
       area = $8, how = $9, opening = $10, phone = $11, checked_on = sec.today(), checked_by = $12,
       ended_on = case when $13 then sec.today() end, version = version + 1, updated_at = sec.now()
     where id = $14 and version = $15 and ended_on is null`,
    [...columns(body), ctx.userId, body.ended ?? false, id, body.version],
  );
  return changed === 1;
}

export async function agencyIsThere(uow: UnitOfWork, id: string): Promise<boolean> {
  const row = await uow.one<{ there: boolean }>(
    'select exists (select 1 from app.agency a where a.id = $1) as there',
    [id],
  );
  return row?.there ?? false;
}

/** A worker of that service, who may answer for it. */
export async function worksThere(uow: UnitOfWork, userId: string, agencyId: string): Promise<boolean> {
  const row = await uow.one<{ there: boolean }>(
    `select exists (select 1 from app.membership m join app.app_user u on u.id = m.user_id where m.user_id = $1
       and m.agency_id = $2 and m.role in ('PRACT', 'AMGR') and u.status = 'LIVE') as there`,
    [userId, agencyId],
  );
  return row?.there ?? false;
}
