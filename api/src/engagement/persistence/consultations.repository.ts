import type { ConsultationView } from '@encircle/shared/engagement';
import type { AccessContext } from '#api/access/access-context.js';

export type ConsultationRow = Omit<ConsultationView, 'plans'>;

/** As row-level security shows it: whoever asked and the CAF team see everybody asked, the others themselves. */
const CONSULTATION = `
  select c.id, c.version, c.question, u.full_name as "askedBy", a.name as agency, sec.instant(c.created_at) as "askedOn",
    c.held_on as "heldOn", c.advice,
    coalesce((select json_agg(o.full_name || ', ' || g.name order by g.name, o.full_name)
      from app.consultation_member m join app.app_user o on o.id = m.user_id join app.agency g on g.id = m.agency_id
      where m.consultation_id = c.id), '[]') as asked,
    c.held_on is null and (c.created_by = $1 or $2 = 'CAFC') as "mayHold",
    exists (select 1 from app.consultation_member m where m.consultation_id = c.id and m.user_id = $1 and m.agency_id = $3) as "mayPlan"
  from app.consultation c join app.app_user u on u.id = c.created_by join app.agency a on a.id = c.asked_agency_id`;

const by = (ctx: AccessContext): unknown[] => [ctx.userId, ctx.actor.role, ctx.agencyId];

/** Newest first. @param after created_at and id of the last one before */
export const consultations = (
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ConsultationRow[]> =>
  ctx.uow.rows<ConsultationRow>(
    `${CONSULTATION} where $4::timestamptz is null
       or (date_trunc('milliseconds', c.created_at), c.id) < ($4::timestamptz, $5::uuid)
     order by date_trunc('milliseconds', c.created_at) desc, c.id desc limit $6`,
    [...by(ctx), after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const consultationById = (ctx: AccessContext, id: string): Promise<ConsultationRow | null> =>
  ctx.uow.one<ConsultationRow>(`${CONSULTATION} where c.id = $4`, [...by(ctx), id]);

/** Those asked from this case by the reader's own service. */
export const consultationsOfCase = (ctx: AccessContext, episodeId: string): Promise<ConsultationRow[]> =>
  ctx.uow.rows<ConsultationRow>(
    `${CONSULTATION} join app.consultation_case k on k.consultation_id = c.id where k.episode_id = $4
     order by c.created_at desc, c.id desc limit 50`,
    [...by(ctx), episodeId],
  );

interface AskedColleague {
  userId: string;
  agencyId: string;
}

/** Workers in the information-sharing agreement, each with the service they work for. */
export const colleaguesById = (ctx: AccessContext, ids: readonly string[]): Promise<AskedColleague[]> =>
  ctx.uow.rows<AskedColleague>(
    `select distinct on (m.user_id) m.user_id as "userId", m.agency_id as "agencyId"
     from app.membership m join app.app_user u on u.id = m.user_id
     where m.user_id = any ($1::uuid[]) and m.agency_id is not null and m.role in ('PRACT', 'AMGR')
     order by m.user_id, m.agency_id`,
    [ids],
  );

export async function insertConsultation(
  ctx: AccessContext,
  asked: { episodeId: string; question: string; colleagues: readonly AskedColleague[] },
): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.consultation (asked_agency_id, question, created_by) values ($1, $2, $3) returning id`,
    [ctx.agencyId, asked.question.trim(), ctx.userId],
  );
  const id = row?.id ?? '';
  await ctx.uow.rows(
    `insert into app.consultation_case (consultation_id, episode_id, agency_id, created_by) values ($1, $2, $3, $4)`,
    [id, asked.episodeId, ctx.agencyId, ctx.userId],
  );
  await ctx.uow.rows(
    `insert into app.consultation_member (consultation_id, user_id, agency_id, created_by)
     select $1, u, a, $2 from unnest($3::uuid[], $4::uuid[]) as t(u, a)`,
    [
      id,
      ctx.userId,
      asked.colleagues.map(({ userId }) => userId),
      asked.colleagues.map(({ agencyId }) => agencyId),
    ],
  );
  return id;
}

/** @returns false when somebody wrote it down in between */
export async function holdConsultation(
  ctx: AccessContext,
  id: string,
  held: { version: number; heldOn: string; advice: string },
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.consultation set held_on = $3, advice = $4, held_by = $5, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and held_on is null`,
    [id, held.version, held.heldOn, held.advice.trim(), ctx.userId],
  );
  return changed === 1;
}

/** Names and birthdays of the family as far as this reader may know them. */
export const tellingOf = (
  ctx: AccessContext,
  personIds: readonly string[],
): Promise<{ names: string | null; born: string | null }[]> =>
  ctx.uow.rows(
    `select concat_ws(' ', p.given_names, p.family_name, p.preferred_name) as names, p.date_of_birth as born
     from app.person p where p.id = any ($1::uuid[])`,
    [personIds],
  );
