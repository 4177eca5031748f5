import type { ActorFacts } from '@encircle/shared/policy';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** As whom these colleagues may look at a case: every hat each of them wears today, as a request of theirs would bring it. */
export function hatsOf(uow: UnitOfWork, userIds: readonly string[]): Promise<ActorFacts[]> {
  return uow.rows<ActorFacts>(
    `select u.id as "userId", u.status = 'LIVE' as live, m.agency_id as "agencyId", m.role, null as "personId",
       a.in_agreement_from <= sec.today() and (a.in_agreement_to is null or sec.today() <= a.in_agreement_to)
         as "agencyInAgreement",
       u.vetting_valid_to as "vettingValidTo", u.training_valid_to as "trainingValidTo", 'PASSWORD' as assurance
     from app.app_user u join app.membership m on m.user_id = u.id join app.agency a on a.id = m.agency_id
     where u.id = any ($1::uuid[]) and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)`,
    [userIds],
  );
}

/** Colleagues a conflict of interest keeps out of this case. */
export async function keptOut(uow: UnitOfWork, episodeId: string): Promise<ReadonlySet<string>> {
  const row = await uow.one<{ ids: string[] }>('select sec.blocked_here($1) as ids', [episodeId]);
  return new Set(row?.ids ?? []);
}
