import { ageOn } from '@encircle/shared/dates';
import {
  checkNhsNumber,
  checkPostcode,
  checkUln,
  checkUpn,
  type Checked,
} from '@encircle/shared/identifiers';
import { checkName } from '@encircle/shared/names';
import { checkOf, type AddChild, type AddRelative, type TieTyped } from '@encircle/shared/people';

export interface NewPerson {
  kind: 'CHILD' | 'ADULT';
  isUnborn: boolean;
  givenNames: string | null;
  familyName: string | null;
  noSurname: boolean;
  preferredName: string | null;
  pronouns: string | null;
  dateOfBirth: string | null;
  dobStatus: string | null;
  dueDate: string | null;
  sex: string;
  otherNames: { kind: string; givenNames: string | null; familyName: string | null }[];
  identifiers: { kind: string; value: string }[];
  addresses: { kind: string; lines: string | null; postcode: string | null; validFrom: string | null }[];
  contacts: {
    kind: string;
    value: string;
    safeToCall: boolean;
    safeToText: boolean;
    leaveMessage: boolean;
  }[];
  settings: { kind: string; agencyId: string | null; name: string; yearGroup: string | null }[];
}

export interface NewRelative {
  kind: string;
  hasPr: string;
  prBasis: string | null;
  livesWith: string;
  isCarer: boolean;
  involvement: string | null;
  prFrom: string | null;
  prEvidence: string | null;
  validFrom: string | null;
  /** Parents with responsibility who have not been asked yet have rights on request only (rule S14). */
  portal: string;
}

/** A child as stored: names composed, numbers and postcodes in one form. Only for a child `childProblems` found sound. */
export function storedChild(child: AddChild): NewPerson {
  const numbers = [
    stored('NHS', child.nhsNumber, checkNhsNumber),
    stored('UPN', child.upn, checkUpn),
    stored('ULN', child.uln, checkUln),
  ];
  return {
    kind: 'CHILD',
    isUnborn: child.isUnborn,
    givenNames: name(child.givenNames),
    familyName: name(child.familyName),
    noSurname: child.noSurname ?? false,
    preferredName: name(child.preferredName),
    pronouns: text(child.pronouns),
    dateOfBirth: text(child.dateOfBirth),
    dobStatus: child.isUnborn ? null : (child.dobStatus ?? null),
    dueDate: text(child.dueDate),
    sex: child.sex,
    otherNames: (child.otherNames ?? []).map((other) => ({
      kind: other.kind,
      givenNames: name(other.givenNames),
      familyName: name(other.familyName),
    })),
    identifiers: numbers.filter((number) => number !== null),
    addresses: child.addresses.map((address) => ({
      kind: address.kind,
      lines: text(address.lines),
      postcode: value(address.postcode, checkPostcode),
      validFrom: text(address.validFrom),
    })),
    contacts: (child.contacts ?? []).map((contact) => ({
      kind: contact.kind,
      value: value(contact.value, checkOf(contact)) ?? contact.value,
      safeToCall: contact.safeToCall ?? true,
      safeToText: contact.safeToText ?? true,
      leaveMessage: contact.leaveMessage ?? false,
    })),
    settings: (child.settings ?? []).map((setting) => ({
      kind: setting.kind,
      agencyId: setting.agencyId ?? null,
      name: setting.name.trim(),
      yearGroup: text(setting.yearGroup),
    })),
  };
}

/** A new person of the family. Under 18 by the birth date given: a child, otherwise an adult. */
export function storedRelative(relative: AddRelative, today: string): NewPerson {
  const born = text(relative.dateOfBirth);
  const phone = text(relative.phone);
  return {
    kind: born !== null && ageOn(born, today) < 18 ? 'CHILD' : 'ADULT',
    isUnborn: false,
    givenNames: name(relative.givenNames),
    familyName: name(relative.familyName),
    noSurname: relative.noSurname ?? false,
    preferredName: null,
    pronouns: null,
    dateOfBirth: born,
    dobStatus: born === null ? null : 'DECLARED',
    dueDate: null,
    sex: 'UNKNOWN',
    otherNames: [],
    identifiers: [],
    addresses: [],
    contacts:
      phone === null
        ? []
        : [
            {
              kind: 'PHONE',
              value: value(phone, checkOf({ kind: 'PHONE' })) ?? phone,
              safeToCall: relative.safeToCall ?? true,
              safeToText: relative.safeToText ?? true,
              leaveMessage: relative.leaveMessage ?? false,
            },
          ],
    settings: [],
  };
}

/** A tie as stored. Whoever has parental responsibility is asked and checked before a record opens to them. */
export function tieOf(tie: TieTyped): NewRelative {
  return {
    kind: tie.kind,
    hasPr: tie.hasPr,
    prBasis: text(tie.prBasis),
    livesWith: tie.livesWith,
    isCarer: tie.isCarer ?? false,
    involvement: text(tie.involvement),
    prFrom: text(tie.prFrom),
    prEvidence: text(tie.prEvidence),
    validFrom: text(tie.validFrom),
    portal: tie.hasPr === 'YES' ? 'NOT_ASKED' : 'NONE',
  };
}

function stored(kind: string, typed: string | undefined, check: (typed: string) => Checked) {
  const found = value(typed, check);
  return found === null ? null : { kind, value: found };
}

function value(typed: string | undefined, check: (typed: string) => Checked): string | null {
  if (text(typed) === null) return null;
  const answer = check(typed ?? '');
  return answer.ok ? answer.value : null;
}

function name(typed: string | undefined): string | null {
  if (text(typed) === null) return null;
  const answer = checkName(typed ?? '', { digitsConfirmed: true });
  return answer.ok ? answer.value : null;
}

function text(typed: string | null | undefined): string | null {
  const trimmed = typed?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
