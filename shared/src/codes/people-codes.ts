import { codeList, labelOf } from './code-list.js';

/** Who the person is to the child: "mother of", directional (rule 3.5). */
export const RELATIONSHIPS = codeList('relationships', 1, [
  { code: 'MOTHER', label: 'Mother', family: 'Mum' },
  { code: 'FATHER', label: 'Father', family: 'Dad' },
  { code: 'STEP_PARENT', label: 'Step-parent' },
  { code: 'PARENTS_PARTNER', label: 'Parent’s partner' },
  { code: 'GRANDPARENT', label: 'Grandparent' },
  { code: 'SIBLING', label: 'Brother or sister' },
  { code: 'HALF_SIBLING', label: 'Half-brother or half-sister' },
  { code: 'STEP_SIBLING', label: 'Step-brother or step-sister' },
  { code: 'AUNT_UNCLE', label: 'Aunt or uncle' },
  { code: 'FOSTER_CARER', label: 'Foster carer' },
  { code: 'KINSHIP_CARER', label: 'Kinship carer' },
  { code: 'SPECIAL_GUARDIAN', label: 'Special guardian' },
  { code: 'ADOPTIVE_PARENT', label: 'Adoptive parent' },
  { code: 'PROSPECTIVE_ADOPTER', label: 'Prospective adopter' },
  { code: 'PRIVATE_FOSTER_CARER', label: 'Private foster carer' },
  { code: 'GUARDIAN', label: 'Guardian' },
  { code: 'FAMILY_FRIEND', label: 'Family friend' },
  { code: 'PARTNER', label: 'Boyfriend or girlfriend' },
  { code: 'OTHER', label: 'Someone else' },
]);

const BACK: Readonly<Record<string, string>> = {
  MOTHER: 'Child',
  FATHER: 'Child',
  ADOPTIVE_PARENT: 'Child',
  PROSPECTIVE_ADOPTER: 'Child to be adopted',
  STEP_PARENT: 'Stepchild',
  PARENTS_PARTNER: 'Partner’s child',
  GRANDPARENT: 'Grandchild',
  AUNT_UNCLE: 'Niece or nephew',
  FOSTER_CARER: 'Foster child',
  PRIVATE_FOSTER_CARER: 'Foster child',
  KINSHIP_CARER: 'Child in kinship care',
  SPECIAL_GUARDIAN: 'Child in guardianship',
  GUARDIAN: 'Child in guardianship',
};
const MUTUAL = ['SIBLING', 'HALF_SIBLING', 'STEP_SIBLING', 'FAMILY_FRIEND', 'PARTNER'];

/** The same tie read from the other side: the child of that mother; null where no word says more than the tie itself. */
export function relationBack(kind: string): string | null {
  return MUTUAL.includes(kind) ? labelOf(RELATIONSHIPS, kind) : (BACK[kind] ?? null);
}

export const PARENTAL_RESPONSIBILITY = codeList('parental-responsibility', 1, [
  { code: 'YES', label: 'Has parental responsibility' },
  { code: 'NO', label: 'No parental responsibility' },
  { code: 'NOT_KNOWN', label: 'Not known yet' },
  { code: 'DISPUTED', label: 'Disputed' },
]);

/** How parental responsibility came about; `holder` says whether a person or the authority holds it. */
export const PR_BASES = codeList('pr-bases', 1, [
  { code: 'MOTHER', label: 'Birth mother', holder: 'PERSON' },
  {
    code: 'MARRIED_FATHER',
    label: 'Father or second parent, married to or civil partner of the mother',
    holder: 'PERSON',
  },
  {
    code: 'REGISTERED_FATHER',
    label: 'On the birth certificate since 1 December 2003',
    help: 'A father registered before that date needs another ground',
    holder: 'PERSON',
  },
  { code: 'PR_AGREEMENT', label: 'Parental responsibility agreement', holder: 'PERSON' },
  { code: 'PR_ORDER', label: 'Parental responsibility order', holder: 'PERSON' },
  { code: 'CHILD_ARRANGEMENTS_ORDER', label: 'Child arrangements order, child lives with', holder: 'PERSON' },
  { code: 'SGO', label: 'Special guardianship order', holder: 'PERSON' },
  { code: 'ADOPTION', label: 'Adoption', holder: 'PERSON' },
  { code: 'CARE_ORDER', label: 'Care order, held by the authority', holder: 'AUTHORITY' },
  { code: 'EPO', label: 'Emergency protection order, limited', holder: 'AUTHORITY' },
]);

export const LIVES_WITH_CHILD = codeList('lives-with-child', 1, [
  { code: 'FULL_TIME', label: 'Lives with the child' },
  { code: 'PART_TIME', label: 'Lives with the child part of the time' },
  { code: 'NO', label: 'Lives elsewhere' },
]);

export const ABSENT_PARENT_INVOLVEMENT = codeList('absent-parent-involvement', 1, [
  { code: 'INVOLVED', label: 'Involved' },
  { code: 'INFORMED', label: 'Told about it' },
  { code: 'NOT_INFORMED_SAFETY', label: 'Not told, for safety', family: null, help: 'Say why' },
  { code: 'NOT_INFORMED_OTHER', label: 'Not told, another reason', family: null, help: 'Say why' },
  { code: 'WHEREABOUTS_UNKNOWN', label: 'Whereabouts not known' },
]);

export const CONTACT_RESTRICTIONS = codeList('contact-restrictions', 1, [
  { code: 'NO_CONTACT_ORDER', label: 'No-contact order' },
  { code: 'PROHIBITED_STEPS', label: 'Prohibited steps order' },
  { code: 'NON_MOLESTATION', label: 'Non-molestation order' },
  { code: 'RESTRAINING_ORDER', label: 'Restraining order' },
  { code: 'BAIL_CONDITION', label: 'Bail condition' },
  { code: 'SECTION_8_ORDER', label: 'Section 8 order' },
]);

/** Sex as registered; gender identity is a separate, optional answer and is never worked out from a name (rule 8.9). */
export const SEX = codeList('sex', 1, [
  { code: 'FEMALE', label: 'Female', nhs: '2' },
  { code: 'MALE', label: 'Male', nhs: '1' },
  { code: 'INDETERMINATE', label: 'Indeterminate', nhs: '9' },
  { code: 'UNKNOWN', label: 'Not known', nhs: 'X' },
]);

export const DOB_STATUS = codeList('dob-status', 1, [
  { code: 'VERIFIED', label: 'Seen on a document' },
  { code: 'DECLARED', label: 'Told by the family' },
  { code: 'ESTIMATED', label: 'Estimated' },
]);

export const NAME_TYPES = codeList('name-types', 1, [
  { code: 'AKA', label: 'Also known as' },
  { code: 'PREVIOUS', label: 'Previous name' },
  { code: 'BIRTH', label: 'Name at birth' },
  { code: 'ALIAS', label: 'Alias' },
  { code: 'PREFERRED', label: 'Chosen name' },
  { code: 'TRANSLIT', label: 'Written in another script' },
]);

export const ADDRESS_TYPES = codeList('address-types', 1, [
  { code: 'HOME', label: 'Home' },
  { code: 'OTHER_PARENT', label: 'Other parent’s home' },
  { code: 'TEMPORARY', label: 'Temporary accommodation' },
  { code: 'REFUGE', label: 'Refuge' },
  { code: 'PLACEMENT', label: 'Placement' },
  { code: 'CUSTODY', label: 'Custody' },
  { code: 'CORRESPONDENCE', label: 'For post only' },
  { code: 'NFA', label: 'No fixed address' },
]);

export const YES_NO_NOT_KNOWN = codeList('yes-no-not-known', 1, [
  { code: 'YES', label: 'Yes' },
  { code: 'NO', label: 'No' },
  { code: 'NOT_KNOWN', label: 'Not known' },
]);

export const DISABLED = codeList('disabled', 1, [
  { code: 'YES', label: 'Yes' },
  { code: 'NO', label: 'No' },
  { code: 'NOT_KNOWN', label: 'Not known' },
  { code: 'DECLINED', label: 'Preferred not to say' },
]);

export const DISABILITIES = codeList('disabilities', 1, [
  { code: 'MOBILITY', label: 'Getting about' },
  { code: 'HAND_FUNCTION', label: 'Using hands' },
  { code: 'PERSONAL_CARE', label: 'Personal care' },
  { code: 'INCONTINENCE', label: 'Continence' },
  { code: 'COMMUNICATION', label: 'Communication' },
  { code: 'LEARNING', label: 'Learning' },
  { code: 'HEARING', label: 'Hearing' },
  { code: 'VISION', label: 'Vision' },
  { code: 'BEHAVIOUR', label: 'Behaviour' },
  { code: 'CONSCIOUSNESS', label: 'Consciousness, for example epilepsy' },
  { code: 'AUTISM_ADHD', label: 'Autism or ADHD' },
  { code: 'PALLIATIVE', label: 'Palliative care' },
  { code: 'OTHER', label: 'Another' },
]);

export const COMMUNICATION_METHODS = codeList('communication-methods', 1, [
  { code: 'SPOKEN_LANGUAGE', label: 'A spoken language' },
  { code: 'BSL', label: 'British Sign Language' },
  { code: 'MAKATON', label: 'Makaton' },
  { code: 'PECS', label: 'Picture exchange (PECS)' },
  { code: 'LIP_SPEAKING', label: 'Lip-speaking' },
  { code: 'BRAILLE', label: 'Braille' },
  { code: 'AAC', label: 'A communication aid' },
  { code: 'EASY_READ', label: 'Easy read' },
]);

export const SEND_STATUS = codeList('send-status', 1, [
  { code: 'NONE', label: 'None', school: 'N' },
  { code: 'SEN_SUPPORT', label: 'SEN support', school: 'K' },
  { code: 'EHCP', label: 'Education, health and care plan', school: 'E' },
  { code: 'STATEMENT', label: 'Statement', school: 'S', retired: true },
  { code: 'SCHOOL_ACTION', label: 'School action', school: 'A', retired: true },
  { code: 'SCHOOL_ACTION_PLUS', label: 'School action plus', school: 'P', retired: true },
]);

export const RELIGIONS = codeList('religions', 1, [
  { code: 'NONE', label: 'None' },
  { code: 'BUDDHIST', label: 'Buddhist' },
  { code: 'CHRISTIAN', label: 'Christian' },
  { code: 'HINDU', label: 'Hindu' },
  { code: 'JEWISH', label: 'Jewish' },
  { code: 'MUSLIM', label: 'Muslim' },
  { code: 'SIKH', label: 'Sikh' },
  { code: 'OTHER', label: 'Another, in their own words' },
  { code: 'NOT_GIVEN', label: 'Preferred not to say' },
]);

export const IMMIGRATION_STATUSES = codeList('immigration-statuses', 1, [
  { code: 'BRITISH_OR_SETTLED', label: 'British, or settled' },
  { code: 'SETTLEMENT_SCHEME', label: 'Settled or pre-settled status' },
  { code: 'LEAVE_TO_REMAIN', label: 'Leave to remain' },
  { code: 'REFUGEE', label: 'Refugee' },
  { code: 'ASYLUM_SEEKER', label: 'Asks for asylum' },
  { code: 'UASC', label: 'Asks for asylum, here without family' },
  { code: 'NO_RECOURSE', label: 'No recourse to public funds' },
  { code: 'OTHER', label: 'Another' },
  { code: 'NOT_KNOWN', label: 'Not known' },
  { code: 'NOT_ASKED', label: 'Not asked' },
]);

/** Kept apart from the sex on record and never guessed from a name or a title (rule 8.9). */
export const GENDER_IDENTITIES = codeList('gender-identities', 1, [
  { code: 'GIRL', label: 'Girl or young woman' },
  { code: 'BOY', label: 'Boy or young man' },
  { code: 'NON_BINARY', label: 'Non-binary' },
  { code: 'OTHER', label: 'In other words' },
  { code: 'NOT_SURE', label: 'Not sure yet' },
]);

export const SETTINGS = codeList('settings', 1, [
  { code: 'SCHOOL', label: 'School' },
  { code: 'NURSERY', label: 'Nursery or childminder' },
  { code: 'COLLEGE', label: 'College' },
  { code: 'HOME_EDUCATED', label: 'Educated at home' },
  { code: 'ALTERNATIVE_PROVISION', label: 'Alternative provision' },
  { code: 'NONE', label: 'None, or not in education or work' },
]);
