import type { MembershipView, UserView } from '@encircle/shared/identity';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export async function userOf(uow: UnitOfWork, userId: string): Promise<UserView> {
  const user = await uow.one<UserView>(
    `select id, full_name as "fullName", email, phone, person_id as "personId" from app.app_user where id = $1`,
    [userId],
  );
  if (!user) throw new Error('the signed-in user has no row');
  return user;
}

/** Hats this person may wear today. */
export function membershipsOf(uow: UnitOfWork, userId: string): Promise<MembershipView[]> {
  return uow.rows<MembershipView>(
    `select m.id, m.role, m.job_title as "jobTitle", m.agency_id as "agencyId", a.name as "agencyName"
     from app.membership m left join app.agency a on a.id = m.agency_id
     where m.user_id = $1 and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
     order by m.created_at, m.id`,
    [userId],
  );
}
