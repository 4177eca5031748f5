import type { NameRelative, RelativeView } from '@encircle/shared/restrictions';
import type { AccessContext } from '#api/access/access-context.js';

const COLUMNS = `r.id, r.version, r.relation, r.given_names as "givenNames", r.family_name as "familyName",
  r.date_of_birth as "dateOfBirth", sec.instant(r.created_at) as "namedAt"`;

/** Row-level security shows a worker their own rows only. */
export const relativesOf = (ctx: AccessContext): Promise<RelativeView[]> =>
  ctx.uow.rows<RelativeView>(
    `select ${COLUMNS} from app.staff_relative r where r.user_id = $1 and r.ended_at is null
     order by r.family_name, r.given_names, r.id limit 100`,
    [ctx.userId],
  );

export const relativeById = (ctx: AccessContext, id: string): Promise<RelativeView | null> =>
  ctx.uow.one<RelativeView>(
    `select ${COLUMNS} from app.staff_relative r where r.id = $1 and r.user_id = $2 and r.ended_at is null`,
    [id, ctx.userId],
  );

export async function insertRelative(ctx: AccessContext, body: NameRelative): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.staff_relative (user_id, relation, given_names, family_name, date_of_birth, created_by)
     values ($1, $2, $3, $4, $5, $1) returning id`,
    [ctx.userId, body.relation, body.givenNames, body.familyName, body.dateOfBirth],
  );
  return row?.id ?? '';
}

export async function forgetRelative(ctx: AccessContext, id: string, version: number): Promise<boolean> {
  const row = await ctx.uow.one<{ id: string }>(
    `update app.staff_relative set ended_at = sec.now(), version = version + 1, updated_at = sec.now()
     where id = $1 and user_id = $2 and version = $3 and ended_at is null returning id`,
    [id, ctx.userId, version],
  );
  return row !== null && row !== undefined;
}
