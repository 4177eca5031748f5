import { compareDates, isCivilDate, type CivilDate } from '../dates/index.js';
import { identifyingWords } from '../engagement/index.js';
import { childProblems, type FieldProblems } from '../people/index.js';
import type { AddChild } from '../people/index.js';
import type { EnquiryChild, MakeEnquiry } from './enquiry.contract.js';

const CHILD_FIELDS = [
  'givenNames',
  'familyName',
  'dateOfBirth',
  'dueDate',
  'postcode',
  'setting',
] as const satisfies readonly (keyof EnquiryChild)[];
const TEXTS = ['whatFor', 'strengths', 'tried'] as const;
/** Somebody who is not the writer asked: who, has to be written down. */
const CALLERS = ['SELF', 'PARENT', 'FAMILY_MEMBER'];

const NO_NAMES = 'Leave this out: advice is asked without saying who it is';
const NOT_WITHOUT_YES =
  'Without the family’s yes nobody is named here. Ask for advice without names, or talk to the family first. ' +
  'If somebody may be harmed, refer to social care at once: that needs no agreement';

/** What is wrong with an enquiry as typed, by field; the same for the screen and the API. */
export function enquiryProblems(
  typed: MakeEnquiry,
  today: CivilDate,
  writtenForCaller: boolean,
): FieldProblems {
  const problems: FieldProblems = typed.kind === 'ADVICE' ? namesNobody(typed) : ofSupport(typed, today);
  if (
    writtenForCaller &&
    typed.kind === 'SUPPORT' &&
    CALLERS.includes(typed.source) &&
    !has(typed.callerName)
  )
    problems['callerName'] = ['Enter who rang or came'];
  return problems;
}

/** The child as the people's rules read one: what is asked here is enough to begin a record with. */
export function childOf(typed: EnquiryChild): AddChild {
  const unborn = typed.isUnborn === true;
  return {
    isUnborn: unborn,
    ...filled('givenNames', typed.givenNames),
    ...filled('familyName', typed.familyName),
    noSurname: typed.noSurname === true,
    ...filled('dateOfBirth', typed.dateOfBirth),
    ...(unborn ? {} : { dobStatus: 'DECLARED' }),
    ...filled('dueDate', typed.dueDate),
    sex: unborn ? 'UNKNOWN' : (typed.sex ?? 'UNKNOWN'),
    addresses: typed.noFixedAddress
      ? [{ kind: 'NFA' }]
      : has(typed.postcode)
        ? [{ kind: 'HOME', postcode: typed.postcode.trim() }]
        : [],
  };
}

function ofSupport(typed: MakeEnquiry, today: CivilDate): FieldProblems {
  const problems: FieldProblems = {};
  for (const [field, words] of Object.entries(childProblems(childOf(typed), today))) {
    if (field === 'relatives') continue;
    if (field === 'addresses')
      problems['postcode'] = ['Enter the postcode, or tick that there is no fixed address'];
    else problems[field === 'addresses.0.postcode' ? 'postcode' : field] = words;
  }
  if ((typed.issues ?? []).length === 0) problems['issues'] = ['Choose at least one thing it is about'];
  if (typed.agreed !== 'YES')
    problems['agreed'] = [typed.agreed ? NOT_WITHOUT_YES : 'Say whether the family agreed'];
  else agreementProblems(typed, today, problems);
  return problems;
}

function agreementProblems(typed: MakeEnquiry, today: CivilDate, problems: FieldProblems): void {
  if (typed.familyKnows !== true)
    problems['familyKnows'] = ['Whoever agreed knows that you ask: say yes, or change the answer below'];
  if (!typed.agreedBy) problems['agreedBy'] = ['Say who agreed'];
  if (!has(typed.agreedName)) problems['agreedName'] = ['Enter the name of whoever agreed'];
  if (!has(typed.agreedOn) || !isCivilDate(typed.agreedOn))
    problems['agreedOn'] = ['Enter the day they agreed'];
  else if (compareDates(typed.agreedOn, today) > 0)
    problems['agreedOn'] = ['The day cannot be in the future'];
  if (typed.passOn === undefined)
    problems['passOn'] = ['Say whether the CAF team may pass it to a service that can help'];
  if (typed.mayHear === undefined)
    problems['mayHear'] = ['Say whether the family is happy for you to hear what comes of it'];
}

function namesNobody(typed: MakeEnquiry): FieldProblems {
  const problems: FieldProblems = {};
  for (const field of CHILD_FIELDS) if (has(typed[field])) problems[field] = [NO_NAMES];
  for (const field of TEXTS) {
    const words = identifyingWords(typed[field] ?? '', { names: [], births: [] });
    if (words.length > 0)
      problems[field] = [`Leave out what says who it is: ${words.map((word) => `“${word}”`).join(', ')}`];
  }
  return problems;
}

function filled<K extends string>(field: K, text: string | undefined): Partial<Record<K, string>> {
  return has(text) ? ({ [field]: text.trim() } as Partial<Record<K, string>>) : {};
}

function has(text: string | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
