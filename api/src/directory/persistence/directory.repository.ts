import type { AgencyQuery, AgencyView, WorkerQuery, WorkerView } from '@encircle/shared/people';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

const PAGE = 25;

/** Services in the information-sharing agreement today whose name holds the words. */
export function agencies(uow: UnitOfWork, query: AgencyQuery): Promise<AgencyView[]> {
  return uow.rows<AgencyView>(
    `select id, name, kind, phone, sensitive_class as "sensitiveClass" from app.agency
     where in_agreement_from <= sec.today() and (in_agreement_to is null or sec.today() <= in_agreement_to)
       and position(lower($1) in lower(name)) > 0
     order by name, id limit $2`,
    [query.q?.trim() ?? '', query.limit ?? PAGE],
  );
}

/** Live workers by the beginnings of words of their own or their service's name. */
export function workers(uow: UnitOfWork, query: WorkerQuery): Promise<WorkerView[]> {
  return uow.rows<WorkerView>(
    `select user_id as "userId", full_name as "fullName", phone, agency_id as "agencyId", agency_name as "agencyName",
            agency_kind as "agencyKind", professional_role as "professionalRole", job_title as "jobTitle",
            sensitive_class as "sensitiveClass"
     from sec.workers($1, $2, $3)`,
    [query.q?.trim() ?? '', query.agencyId ?? null, query.limit ?? PAGE],
  );
}
