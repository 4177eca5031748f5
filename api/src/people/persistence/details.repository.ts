import type {
  AddressView,
  ContactView,
  IdentifierView,
  OtherNameView,
  RelativeView,
  SettingView,
} from '@encircle/shared/people';
import type { NewRelative } from '#api/people/domain/stored-child.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export function otherNamesOf(uow: UnitOfWork, personId: string): Promise<OtherNameView[]> {
  return uow.rows(
    `select kind, given_names as "givenNames", family_name as "familyName" from app.other_name
     where person_id = $1 order by created_at, id`,
    [personId],
  );
}

/** The UPN is for education only (rule 8.2): other services do not get it. */
export function identifiersOf(uow: UnitOfWork, personId: string): Promise<IdentifierView[]> {
  return uow.rows(
    `select i.kind, i.value, i.status from app.identifier i
     where i.person_id = $1 and (i.kind not in ('UPN', 'FORMER_UPN') or exists (
       select 1 from app.agency a where a.id = $2
         and a.kind in ('SCHOOL', 'COLLEGE', 'EARLY_YEARS', 'EDUCATION_SUPPORT', 'EARLY_HELP', 'CAF_TEAM')))
     order by i.kind, i.created_at`,
    [personId, uow.entered.agencyId],
  );
}

export function addressesOf(uow: UnitOfWork, personId: string): Promise<AddressView[]> {
  return uow.rows(
    `select id, kind, lines, postcode, valid_from as "validFrom", valid_to as "validTo" from app.address
     where person_id = $1 order by valid_to desc nulls first, valid_from desc nulls last, id`,
    [personId],
  );
}

export function contactsOf(uow: UnitOfWork, personId: string): Promise<ContactView[]> {
  return uow.rows(
    `select kind, value, safe_to_call as "safeToCall", safe_to_text as "safeToText", leave_message as "leaveMessage"
     from app.contact_point where person_id = $1 order by kind desc, created_at, id`,
    [personId],
  );
}

export function settingsOf(uow: UnitOfWork, personId: string): Promise<SettingView[]> {
  return uow.rows(
    `select kind, name, agency_id as "agencyId", year_group as "yearGroup" from app.setting
     where person_id = $1 and (valid_to is null or sec.today() <= valid_to) order by kind desc, created_at, id`,
    [personId],
  );
}

export interface RelativeRow extends Omit<RelativeView, 'fullName'> {
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
}

export function relativesOf(uow: UnitOfWork, childId: string): Promise<RelativeRow[]> {
  return uow.rows(
    `select r.id, r.person_id as "personId", r.kind, r.version, r.has_pr as "hasPr", r.pr_basis as "prBasis", r.pr_from as "prFrom",
            r.pr_evidence as "prEvidence", r.valid_from as "validFrom",
            r.lives_with as "livesWith", r.is_carer as "isCarer", r.involvement,
            p.given_names as "givenNames", p.family_name as "familyName", p.preferred_name as "preferredName"
     from app.relationship r join app.person p on p.id = r.person_id
     where r.child_id = $1 and (r.valid_to is null or sec.today() <= r.valid_to)
     order by r.has_pr = 'YES' desc, r.created_at, r.id`,
    [childId],
  );
}

export async function insertRelative(
  uow: UnitOfWork,
  childId: string,
  personId: string,
  tie: NewRelative,
): Promise<void> {
  await uow.rows(
    `insert into app.relationship (child_id, person_id, kind, has_pr, pr_basis, lives_with, is_carer, involvement,
       portal, created_by, pr_from, pr_evidence, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      childId,
      personId,
      tie.kind,
      tie.hasPr,
      tie.prBasis,
      tie.livesWith,
      tie.isCarer,
      tie.involvement,
      tie.portal,
      uow.entered.userId,
      tie.prFrom,
      tie.prEvidence,
      tie.validFrom,
    ],
  );
}
