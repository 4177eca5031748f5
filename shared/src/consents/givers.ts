import { ageOn, type CivilDate } from '../dates/index.js';
import {
  ADULT_AT,
  DECIDES_ALONE_AT,
  isOrdinary,
  type Category,
  type GiverCapacity,
} from '../policy/index.js';

/** The person the information is about, as far as it decides who may agree. */
export interface AboutWhom {
  personId: string;
  /** UNBORN and CHILD are subjects of the episode; ADULT is anyone else in the file. */
  kind: 'UNBORN' | 'CHILD' | 'ADULT';
  dateOfBirth: CivilDate | null;
  /** Recorded as able to decide on this matter. */
  competent: boolean;
  /** Of 16 or 17, and recorded as unable to decide on this matter: a best-interests record stands. */
  lacksCapacity: boolean;
  /** A care order to the council is in force. */
  careOrder: boolean;
  /** Somebody holds a special guardianship order for the child. */
  specialGuardian: boolean;
}

export interface Giver {
  personId: string;
  capacity: GiverCapacity;
  /** Holds parental responsibility for the child, and nothing contrary is recorded. */
  hasPr: boolean;
  /** How it came about, a code of `PR_BASES`; null when there is none or it is not known here. */
  basis: string | null;
}

export const NOT_ENTITLED = [
  'ADULT_DECIDES',
  'YOUNG_PERSON_DECIDES',
  'COMPETENCE_NOT_RECORDED',
  'COMPETENT_CHILD_DECIDES',
  'NO_PARENTAL_RESPONSIBILITY',
  'NO_CARE_ORDER',
  'COUNCIL_DECIDES',
  'SPECIAL_GUARDIAN_DECIDES',
  'BEST_INTERESTS_NEEDED',
  'MOTHER_DECIDES',
] as const;
export type NotEntitledCode = (typeof NOT_ENTITLED)[number];

export type Entitlement = { entitled: true } | { entitled: false; code: NotEntitledCode; words: string };

const WORDS: Readonly<Record<NotEntitledCode, string>> = {
  ADULT_DECIDES:
    'Only that adult can agree about their own information. If they cannot decide, leave it out and write what it means for the child',
  YOUNG_PERSON_DECIDES: 'From 16 the young person decides. Ask them; a parent alone is not enough',
  COMPETENCE_NOT_RECORDED:
    'Under 16: record how you know the child understands this, or ask someone with parental responsibility',
  COMPETENT_CHILD_DECIDES: 'The child is recorded as able to decide about this. Ask the child',
  NO_PARENTAL_RESPONSIBILITY:
    'This person has no parental responsibility on record. They may support, but cannot agree',
  NO_CARE_ORDER: 'No care order is on record. Ask someone with parental responsibility',
  COUNCIL_DECIDES:
    'The council holds a care order. Ask the child’s social worker to agree for the council, and tell the parents',
  SPECIAL_GUARDIAN_DECIDES: 'A special guardian decides for this child. Ask them; a parent may support',
  BEST_INTERESTS_NEEDED:
    'They are recorded as not able to decide this. Write down their best interests, and ask someone with parental responsibility',
  MOTHER_DECIDES: 'Before the birth the mother decides',
};

/**
 * Whether this person may agree to one kind of information being shared (rule 6.3), with the reason in words.
 * `on` is the day of agreeing, London. A worker, an interpreter or a friend never is a giver: they have no tie.
 */
export function entitlementOf(
  giver: Giver,
  about: AboutWhom,
  category: Category,
  on: CivilDate,
): Entitlement {
  if (about.kind === 'ADULT') return giver.personId === about.personId ? YES : no('ADULT_DECIDES');
  if (about.kind === 'UNBORN') return forUnborn(giver);
  const age = about.dateOfBirth === null ? null : ageOn(about.dateOfBirth, on);
  const old = age !== null && age >= DECIDES_ALONE_AT;
  const unable = old && age < ADULT_AT && about.lacksCapacity;
  if (giver.personId === about.personId) {
    if (unable) return no('BEST_INTERESTS_NEEDED');
    return old || about.competent ? YES : no('COMPETENCE_NOT_RECORDED');
  }
  if (old && !unable) return no('YOUNG_PERSON_DECIDES');
  if (about.competent && !isOrdinary(category)) return no('COMPETENT_CHILD_DECIDES');
  return speaksFor(giver, about);
}

function forUnborn(giver: Giver): Entitlement {
  if (giver.capacity !== 'MOTHER_OF_UNBORN') return no('MOTHER_DECIDES');
  return giver.hasPr ? YES : no('NO_PARENTAL_RESPONSIBILITY');
}

function speaksFor(giver: Giver, about: AboutWhom): Entitlement {
  const council = giver.basis === 'CARE_ORDER';
  if (giver.capacity === 'LA_CARE_ORDER') return about.careOrder && council ? YES : no('NO_CARE_ORDER');
  if (!giver.hasPr) return no('NO_PARENTAL_RESPONSIBILITY');
  if (about.careOrder) return no('COUNCIL_DECIDES');
  if (about.specialGuardian && giver.basis !== 'SGO') return no('SPECIAL_GUARDIAN_DECIDES');
  return YES;
}

const YES: Entitlement = { entitled: true };

function no(code: NotEntitledCode): Entitlement {
  return { entitled: false, code, words: WORDS[code] };
}
