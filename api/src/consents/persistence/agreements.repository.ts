import type { AgreementActView, AgreementLineView } from '@encircle/shared/consents';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

const POLICY_CAPACITY = `case k.capacity when 'SELF' then 'SELF' when 'MOTHER_OF_UNBORN' then 'MOTHER_OF_UNBORN'
  when 'LOCAL_AUTHORITY_PR' then 'LA_CARE_ORDER' else 'PR_HOLDER' end`;

/** Lines this viewer may see, newest act first; row security leaves out those of others' sensitive and own kinds. */
export function linesOf(uow: UnitOfWork, episodeId: string): Promise<AgreementLineView[]> {
  return uow.rows<AgreementLineView>(
    `select l.id, l.consent_id as "consentId", l.subject_id as "subjectId", l.about_person_id as "aboutPersonId",
            l.giver_person_id as "giverPersonId", l.recipient_type as "recipientType",
            coalesce(l.recipient_agency_id, l.recipient_user_id) as "recipientId",
            coalesce(a.name, u.full_name, '') as "recipientName", l.category, l.purposes, l.decision, l.conditions,
            l.index_listing as "indexListing", l.valid_from as "validFrom", l.expires_on as "expiresOn",
            case when l.status = 'ACTIVE' and l.until_at <= sec.now() then 'EXPIRED' else l.status end as status,
            sec.instant(l.ended_at) as "endedAt", l.ended_how as "endedHow"
     from app.consent_line l
       left join app.agency a on a.id = l.recipient_agency_id
       left join app.app_user u on u.id = l.recipient_user_id
     where l.episode_id = $1
       and (l.recipient_agency_id is null or sec.may_know_service(l.episode_id, a.id, a.sensitive_class))
     order by l.given_at desc, "recipientName", l.category, l.id`,
    [episodeId],
  );
}

export function actsOf(
  uow: UnitOfWork,
  episodeId: string,
): Promise<(AgreementActView & { recordedById: string | null })[]> {
  return uow.rows<AgreementActView & { recordedById: string | null }>(
    `select k.id, k.subject_id as "subjectId", k.giver_person_id as "giverPersonId",
            coalesce(nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), ''), '') as "giverName",
            ${POLICY_CAPACITY} as capacity, k.method, k.witness, k.statement_version as "statementVersion", k.language,
            k.statement_language as "statementLanguage", k.statement_form as "statementForm",
            k.interpreter, k.child_view as "childView", k.given_on as "givenOn", u.full_name as "recordedBy",
            k.signature is not null as signed, k.created_by as "recordedById"
     from app.consent k
       left join app.person p on p.id = k.giver_person_id
       left join app.app_user u on u.id = k.created_by
     where k.episode_id = $1 order by k.given_at desc, k.id`,
    [episodeId],
  );
}

export interface FamilyRow {
  childId: string;
  personId: string;
  kind: string;
  hasPr: string;
  prBasis: string | null;
  portal: string;
  name: string;
  chosenName: string;
}

/**
 * The people around the children of an episode: those who can give agreement or did, and whoever else of the family
 * the worker may read.
 */
export async function familyOf(
  uow: UnitOfWork,
  episodeId: string,
  childIds: readonly string[],
): Promise<FamilyRow[]> {
  const givers = await uow.rows<FamilyRow>(
    `select child_id as "childId", person_id as "personId", kind, has_pr as "hasPr", pr_basis as "prBasis", portal, name,
            chosen_name as "chosenName"
     from sec.possible_givers($1) where child_id = any ($2)`,
    [episodeId, childIds],
  );
  const others = await uow.rows<FamilyRow>(
    `select r.child_id as "childId", r.person_id as "personId", r.kind, r.has_pr as "hasPr",
            r.pr_basis as "prBasis", r.portal,
            concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name,
            coalesce(p.preferred_name, p.given_names, p.family_name, '') as "chosenName"
     from app.relationship r join app.person p on p.id = r.person_id
     where r.child_id = any ($1) and (r.valid_to is null or sec.today() <= r.valid_to)
     order by r.created_at, r.id`,
    [childIds],
  );
  const key = (row: FamilyRow): string => `${row.childId} ${row.personId}`;
  const known = new Set(givers.map(key));
  return [...givers, ...others.filter((row) => !known.has(key(row)))];
}

export interface NamedPerson {
  id: string;
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
  dateOfBirth: string | null;
  isUnborn: boolean;
  motherId: string | null;
}

export function peopleOf(uow: UnitOfWork, ids: readonly string[]): Promise<NamedPerson[]> {
  return uow.rows<NamedPerson>(
    `select id, given_names as "givenNames", family_name as "familyName", preferred_name as "preferredName",
            date_of_birth as "dateOfBirth", is_unborn as "isUnborn", mother_id as "motherId"
     from app.person where id = any ($1)`,
    [ids],
  );
}

export interface RecipientName {
  id: string;
  name: string;
  agencyId: string;
}

/** Services in the information-sharing agreement today. */
export function services(uow: UnitOfWork, ids: readonly string[]): Promise<RecipientName[]> {
  return uow.rows<RecipientName>(
    `select id, name, id as "agencyId" from app.agency where id = any ($1)
       and in_agreement_from <= sec.today() and (in_agreement_to is null or sec.today() <= in_agreement_to)`,
    [ids],
  );
}

/** Live workers, with the service each works for today. */
export function workersById(uow: UnitOfWork, ids: readonly string[]): Promise<RecipientName[]> {
  return uow.rows<RecipientName>(
    `select distinct on (u.id) u.id, u.full_name as name, m.agency_id as "agencyId"
     from app.app_user u join app.membership m on m.user_id = u.id and m.agency_id is not null
     where u.id = any ($1) and u.status = 'LIVE'
       and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
     order by u.id, m.valid_from desc`,
    [ids],
  );
}

export interface StaffRow {
  userId: string;
  name: string;
  agencyId: string;
  manager: boolean;
}

/** Who of the named services would read: their people on the team, and the managers they answer to. */
export function staffOf(
  uow: UnitOfWork,
  episodeId: string,
  agencyIds: readonly string[],
): Promise<StaffRow[]> {
  return uow.rows<StaffRow>(
    `select t.user_id as "userId", t.full_name as name, t.agency_id as "agencyId", false as manager
       from (select distinct user_id, full_name, agency_id from sec.team($1)) t where t.agency_id = any ($2)
     union all
     select u.id, u.full_name, m.agency_id, true
       from app.membership m join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
       where m.role = 'AMGR' and m.agency_id = any ($2)
         and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
         and exists (select 1 from sec.team($1) t where t.agency_id = m.agency_id)
         and not exists (select 1 from sec.team($1) t where t.user_id = u.id)
     order by manager, name`,
    [episodeId, agencyIds],
  );
}
