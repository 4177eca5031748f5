import { childOf, type EnquiryState, type MakeEnquiry } from '@encircle/shared/enquiries';
import type { EnquiryView } from '@encircle/shared/enquiries';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** What the row itself says, before what was decided and who was asked. */
export type EnquiryRow = Omit<
  EnquiryView,
  'triage' | 'offers' | 'mayWithdraw' | 'mayDecide' | 'mayOffer' | 'mayStart'
> & {
  authorId: string;
  agencyId: string;
  notToIds: string[];
  noSurname: boolean;
};

/**
 * As row-level security shows it. Whoever is asked to take it up does not learn which specialist service asks, nor which
 * services the family does not want.
 */
const ENQUIRY = `
  select q.id, q.version, q.kind,
    case when q.status = 'UNTAKEN' and $3 <> 'CAFC' then 'DECIDED' else q.status end as state, sec.instant(q.created_at) as "madeAt",
    q.author_id as "authorId", q.agency_id as "agencyId",
    case when x.shown then u.full_name else 'A specialist practitioner' end as "madeBy",
    case when x.shown then a.name else 'A specialist service' end as agency,
    case when q.is_unborn then 'Baby, not yet born' else nullif(concat_ws(' ', q.given_names, q.family_name), '') end as "childName",
    q.issues, q.decide_by as "dueOn", q.status in ('WAITING', 'UNTAKEN') and q.decide_by < sec.today() as overdue,
    sec.enquiry_heard(q.id) as heard,
    q.source, q.caller_name as "callerName", q.caller_contact as "callerContact", q.is_unborn as "isUnborn",
    q.given_names as "givenNames", q.family_name as "familyName", q.no_surname as "noSurname",
    q.date_of_birth as "dateOfBirth", q.due_date as "dueDate", q.sex, q.postcode, q.no_fixed_address as "noFixedAddress",
    q.setting, q.what_for as "whatFor", q.strengths, q.tried, q.family_knows as "familyKnows", q.agreed,
    q.agreed_by as "agreedBy", q.agreed_name as "agreedName", q.agreed_on as "agreedOn", q.pass_on as "passOn",
    case when x.own then q.not_to else '{}' end as "notToIds",
    case when x.own then coalesce((select json_agg(n.name order by n.name) from app.agency n where n.id = any (q.not_to)), '[]')
      else '[]' end as "notTo",
    q.may_hear as "mayHear", q.episode_id as "episodeId"
  from app.enquiry q join app.app_user u on u.id = q.author_id join app.agency a on a.id = q.agency_id
  cross join lateral (select
    (q.author_id = $1 or q.agency_id = $2 or $3 = 'CAFC') as own,
    (q.author_id = $1 or q.agency_id = $2 or $3 = 'CAFC' or a.sensitive_class = 'NONE') as shown) x`;

const by = (ctx: AccessContext): unknown[] => [ctx.userId, ctx.agencyId || null, ctx.who.role];

export const enquiryById = (ctx: AccessContext, id: string): Promise<EnquiryRow | null> =>
  ctx.uow.one<EnquiryRow>(`${ENQUIRY} where q.id = $4`, [...by(ctx), id]);

type Cursor = readonly [string, string] | null;

/** One's own and one's service's, as far as they may be read; newest first. */
export const ownEnquiries = (ctx: AccessContext, after: Cursor, limit: number): Promise<EnquiryRow[]> =>
  ctx.uow.rows<EnquiryRow>(
    `${ENQUIRY} where (q.author_id = $1 or q.agency_id = $2)
       and ($4::timestamptz is null or (date_trunc('milliseconds', q.created_at), q.id) < ($4::timestamptz, $5::uuid))
     order by date_trunc('milliseconds', q.created_at) desc, q.id desc limit $6`,
    [...by(ctx), after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** What waits for a decision, what nobody took up, and what nobody answers; oldest first. */
export const waitingEnquiries = (ctx: AccessContext, after: Cursor, limit: number): Promise<EnquiryRow[]> =>
  ctx.uow.rows<EnquiryRow>(
    `${ENQUIRY} where (q.status in ('WAITING', 'UNTAKEN') or (q.status = 'DECIDED' and q.id in (
         select o.enquiry_id from app.enquiry_offer o where o.status = 'OFFERED' and o.answer_by < sec.today())))
       and ($4::timestamptz is null or (date_trunc('milliseconds', q.created_at), q.id) > ($4::timestamptz, $5::uuid))
     order by date_trunc('milliseconds', q.created_at), q.id limit $6`,
    [...by(ctx), after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** What the reader is asked to take up, or has taken up without starting yet; newest first. */
export const offeredEnquiries = (ctx: AccessContext, after: Cursor, limit: number): Promise<EnquiryRow[]> =>
  ctx.uow.rows<EnquiryRow>(
    `${ENQUIRY} where q.episode_id is null and q.id in (
         select o.enquiry_id from app.enquiry_offer o where o.user_id = $1 and o.status in ('OFFERED', 'ACCEPTED'))
       and ($4::timestamptz is null or (date_trunc('milliseconds', q.created_at), q.id) < ($4::timestamptz, $5::uuid))
     order by date_trunc('milliseconds', q.created_at) desc, q.id desc limit $6`,
    [...by(ctx), after?.[0] ?? null, after?.[1] ?? null, limit],
  );

const text = (words: string | undefined): string | null => words?.trim() || null;

export async function insertEnquiry(
  ctx: AccessContext,
  body: MakeEnquiry,
  decideBy: string,
): Promise<string> {
  const child = childOf(body);
  const named = body.kind === 'SUPPORT';
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.enquiry (agency_id, author_id, created_by, kind, source, caller_name, caller_contact, is_unborn, given_names,
       family_name, no_surname, date_of_birth, due_date, sex, postcode, no_fixed_address, setting, issues, what_for, strengths,
       tried, family_knows, agreed, agreed_by, agreed_name, agreed_on, pass_on, not_to, may_hear, decide_by)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
       $25, $26, $27, $28, $29)
     returning id`,
    [
      ctx.agencyId,
      ctx.userId,
      body.kind,
      body.source,
      text(body.callerName),
      text(body.callerContact),
      named && child.isUnborn,
      child.givenNames ?? null,
      child.familyName ?? null,
      child.noSurname ?? false,
      child.dateOfBirth ?? null,
      child.dueDate ?? null,
      named ? child.sex : null,
      text(body.postcode)?.toUpperCase() ?? null,
      body.noFixedAddress ?? false,
      text(body.setting),
      body.issues ?? [],
      body.whatFor.trim(),
      text(body.strengths),
      text(body.tried),
      body.familyKnows ?? null,
      body.agreed ?? null,
      named ? (body.agreedBy ?? null) : null,
      named ? text(body.agreedName) : null,
      named ? (body.agreedOn ?? null) : null,
      named ? (body.passOn ?? null) : null,
      named ? (body.notTo ?? []) : [],
      named ? (body.mayHear ?? null) : null,
      decideBy,
    ],
  );
  return row?.id ?? '';
}

/** @returns false when somebody changed it in between */
export async function moveEnquiry(
  uow: UnitOfWork,
  change: { id: string; version: number; to: EnquiryState; reason: string | null },
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.enquiry set status = $3, withdrawn_reason = $4, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status <> 'WITHDRAWN'`,
    [change.id, change.version, change.to, change.reason],
  );
  return changed === 1;
}

/** Ids of services there are, of those asked for. */
export async function knownAgencies(uow: UnitOfWork, ids: readonly string[]): Promise<number> {
  const row = await uow.one<{ n: number }>(
    'select count(*)::int as n from app.agency where id = any ($1::uuid[])',
    [ids],
  );
  return row?.n ?? 0;
}

/** Support has started: where it goes on. @returns false when somebody changed it in between */
export async function startedFrom(
  uow: UnitOfWork,
  change: { id: string; version: number; episodeId: string; childId: string },
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.enquiry set episode_id = $3, subject_id = $4, version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and episode_id is null`,
    [change.id, change.version, change.episodeId, change.childId],
  );
  return changed === 1;
}
