import type {
  ContactOrderReview,
  RecordContactOrder,
  ReviewContactOrder,
} from '@encircle/shared/contact-orders';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface ContactOrderRow extends Labelled {
  id: string;
  episodeId: string;
  version: number;
  kind: string;
  child: string;
  personId: string;
  person: string;
  terms: string;
  documentRef: string | null;
  keeps: string;
  fromOn: string;
  untilOn: string | null;
  reviewOn: string;
  ended: boolean;
  recordedBy: string | null;
  recordedOn: string;
  reviews: ContactOrderReview[];
}

const ORDER = `
  o.id, o.episode_id as "episodeId", o.version, o.kind, o.person_id as "personId", o.terms, o.document_ref as "documentRef",
  o.keeps, o.from_on as "fromOn", o.until_on as "untilOn", o.review_on as "reviewOn", o.ended_on is not null as ended,
  coalesce(k.preferred_name, k.given_names, '') as child,
  concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as person, u.full_name as "recordedBy",
  (o.created_at at time zone 'Europe/London')::date as "recordedOn",
  coalesce((select jsonb_agg(jsonb_build_object('decidedOn', r.decided_on, 'decision', r.decision, 'reason', r.reason, 'by', d.full_name)
      order by r.created_at, r.id)
    from app.contact_order_review r left join app.app_user d on d.id = r.created_by where r.order_id = o.id), '[]') as reviews,
  ${LABEL('o')}
  from app.contact_order o left join app.person k on k.id = o.subject_id left join app.person p on p.id = o.person_id
  left join app.app_user u on u.id = o.author_id`;

export const MOST_ORDERS = 50;

/** Those in force first, then by the day to look at them again. */
export const ordersOf = (ctx: AccessContext, episodeId: string): Promise<ContactOrderRow[]> =>
  ctx.uow.rows<ContactOrderRow>(
    `select ${ORDER} where o.episode_id = $1 order by o.ended_on is not null, o.review_on, o.id limit $2`,
    [episodeId, MOST_ORDERS],
  );

export const orderById = (ctx: AccessContext, id: string): Promise<ContactOrderRow | null> =>
  ctx.uow.one<ContactOrderRow>(`select ${ORDER} where o.id = $1`, [id]);

export async function insertOrder(
  ctx: AccessContext,
  episodeId: string,
  childId: string,
  body: RecordContactOrder,
): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.contact_order (episode_id, subject_id, about_person_id, source_agency_id, author_id, created_by, person_id,
       kind, terms, document_ref, keeps, from_on, until_on, review_on)
     values ($1, $2, $5, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      episodeId,
      childId,
      ctx.agencyId,
      ctx.userId,
      body.personId,
      body.kind,
      body.terms,
      body.documentRef || null,
      body.keeps,
      body.fromOn,
      body.untilOn ?? null,
      body.reviewOn,
    ],
  );
  return row?.id ?? '';
}

/** @returns whether the version was the current one and the order was not over */
export async function reviewOrder(
  ctx: AccessContext,
  id: string,
  body: ReviewContactOrder,
): Promise<boolean> {
  const over = body.decision === 'END';
  const changed = await ctx.uow.changed(
    `update app.contact_order set until_on = coalesce($3, until_on), review_on = coalesce($4, review_on), ended_on = $5,
       version = version + 1, updated_at = sec.now() where id = $1 and version = $2 and ended_on is null`,
    [
      id,
      body.version,
      over ? null : (body.untilOn ?? null),
      over ? null : (body.reviewOn ?? null),
      over ? ctx.today : null,
    ],
  );
  if (changed === 0) return false;
  await ctx.uow.rows(
    `insert into app.contact_order_review (order_id, decided_on, decision, reason, until_on, review_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      ctx.today,
      body.decision,
      body.reason,
      over ? null : (body.untilOn ?? null),
      over ? null : (body.reviewOn ?? null),
      ctx.userId,
    ],
  );
  return true;
}
