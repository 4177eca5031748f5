import type { OfferView, TriageView } from '@encircle/shared/enquiries';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** Null for whoever may not read what was decided: the enquirer hears the outcome. */
export const triageOf = (uow: UnitOfWork, enquiryId: string): Promise<TriageView | null> =>
  uow.one<TriageView>(
    `select t.decision, t.why, t.told, u.full_name as "decidedBy", sec.instant(t.created_at) as "decidedAt"
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
