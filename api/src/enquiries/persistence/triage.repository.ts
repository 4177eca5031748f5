import type { OfferView, TriageView } from '@encircle/shared/enquiries';
import type { KeptLevel } from '@encircle/shared/levels';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export type TriageRow = Omit<TriageView, 'level'> & { level: KeptLevel | null };

/** Null for whoever may not read what was decided: the enquirer hears the outcome. */
export const triageOf = (uow: UnitOfWork, enquiryId: string): Promise<TriageRow | null> =>
  uow.one<TriageRow>(
    `select t.decision, t.why, t.told, u.full_name as "decidedBy", sec.instant(t.created_at) as "decidedAt",
       case when t.level is not null then json_build_object('level', t.level, 'documentVersion', t.level_version,
         'suggested', t.level_suggested, 'ticked', t.level_ticked, 'reason', t.level_reason) end as level
     from app.enquiry_triage t join app.app_user u on u.id = t.created_by where t.enquiry_id = $1`,
    [enquiryId],
  );

const OFFER = `
  select o.id, o.version, o.enquiry_id as "enquiryId", u.full_name as worker, a.name as agency, o.status as state,
    sec.instant(o.created_at) as "offeredAt", o.answer_by as "answerBy", o.reason, o.user_id = $1 as mine
  from app.enquiry_offer o join app.app_user u on u.id = o.user_id join app.agency a on a.id = o.agency_id`;

/** Newest first; a handful. */
export const offersOf = (uow: UnitOfWork, enquiryId: string): Promise<OfferView[]> =>
  uow.rows<OfferView>(`${OFFER} where o.enquiry_id = $2 order by o.created_at desc, o.id limit 50`, [
    uow.entered.userId,
    enquiryId,
  ]);

/** Asked of the reader. */
export const offerById = (uow: UnitOfWork, id: string): Promise<OfferView | null> =>
  uow.one<OfferView>(`${OFFER} where o.id = $2 and o.user_id = $1`, [uow.entered.userId, id]);

export async function insertTriage(
  ctx: AccessContext,
  enquiryId: string,
  decided: {
    decision: string;
    why: string;
    told: string | null;
    about: { episodeId: string; childId: string } | null;
    referralId: string | null;
    level: KeptLevel | null;
  },
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.enquiry_triage (enquiry_id, decision, why, told, episode_id, subject_id, referral_id, created_by, level, level_version,
       level_suggested, level_ticked, level_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      enquiryId,
      decided.decision,
      decided.why,
      decided.told,
      decided.about?.episodeId ?? null,
      decided.about?.childId ?? null,
      decided.referralId,
      ctx.userId,
      decided.level?.level ?? null,
      decided.level?.documentVersion ?? null,
      decided.level?.suggested ?? null,
      decided.level?.ticked ?? [],
      decided.level?.reason ?? null,
    ],
  );
}

/** Whoever was asked before and did not answer in time is asked no more. */
export async function insertOffer(
  ctx: AccessContext,
  enquiryId: string,
  to: { workerId: string; agencyId: string; answerBy: string },
): Promise<void> {
  await ctx.uow.changed(
    `update app.enquiry_offer set status = 'TAKEN_BACK', answered_at = sec.now(), version = version + 1, updated_at = sec.now()
     where enquiry_id = $1 and status = 'OFFERED'`,
    [enquiryId],
  );
  await ctx.uow.rows(
    `insert into app.enquiry_offer (enquiry_id, user_id, agency_id, answer_by, created_by) values ($1, $2, $3, $4, $5)`,
    [enquiryId, to.workerId, to.agencyId, to.answerBy, ctx.userId],
  );
}

/** @returns false when it was answered or taken back in between */
export async function answerOffer(
  uow: UnitOfWork,
  answer: { id: string; version: number; status: 'ACCEPTED' | 'DECLINED'; reason: string | null },
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.enquiry_offer set status = $3, reason = $4, answered_at = sec.now(), version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'OFFERED' and user_id = $5`,
    [answer.id, answer.version, answer.status, answer.reason, uow.entered.userId],
  );
  return changed === 1;
}

/** A worker of that service today, and whether it is a specialist one; null for nobody. */
export const workerOf = (
  uow: UnitOfWork,
  who: { workerId: string; agencyId: string },
): Promise<{ isSpecialist: boolean } | null> =>
  uow.one<{ isSpecialist: boolean }>(
    `select a.sensitive_class <> 'NONE' as "isSpecialist"
     from app.membership m join app.app_user u on u.id = m.user_id join app.agency a on a.id = m.agency_id
     where m.user_id = $1 and m.agency_id = $2 and m.role in ('PRACT', 'AMGR') and u.status = 'LIVE' and u.id <> $3
       and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
       and a.in_agreement_from <= sec.today() and (a.in_agreement_to is null or sec.today() <= a.in_agreement_to)
     limit 1`,
    [who.workerId, who.agencyId, uow.entered.userId],
  );

/** The child of a case whom an enquiry can be about: born on that day, or due then. */
export const childOfCase = (
  uow: UnitOfWork,
  ref: string,
  born: { dateOfBirth: string | null; dueDate: string | null },
): Promise<{ episodeId: string; childId: string } | null> =>
  uow.one<{ episodeId: string; childId: string }>(
    `select s.episode_id as "episodeId", s.person_id as "childId"
     from app.episode_subject s join app.person p on p.id = s.person_id
     where s.episode_id = sec.episode_of_ref($1) and s.role = 'CHILD_SUBJECT'
       and (p.date_of_birth = $2::date or ($3::date is not null and (p.due_date = $3::date or p.date_of_birth is not null)))
     order by p.date_of_birth is distinct from $2::date, s.person_id limit 1`,
    [ref, born.dateOfBirth, born.dueDate],
  );

/** Whoever leads a case now. */
export async function leadsOf(uow: UnitOfWork, episodeId: string): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `select e.user_id as id from app.edge e where e.episode_id = $1 and e.kind = 'LP' and e.from_at <= sec.now()
       and sec.now() < e.until_at limit 5`,
    [episodeId],
  );
  return rows.map(({ id }) => id);
}

/** Who decided on it, to hear what became of the asking. */
export async function deciderOf(uow: UnitOfWork, enquiryId: string): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    'select t.created_by as id from app.enquiry_triage t where t.enquiry_id = $1',
    [enquiryId],
  );
  return rows.map(({ id }) => id);
}
