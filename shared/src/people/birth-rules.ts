import { birthNeedsConfirming, compareDates, isCivilDate, type CivilDate } from '../dates/index.js';
import { checkNhsNumber } from '../identifiers/index.js';
import { nameProblems } from '../names/index.js';
import { birthProblem, type FieldProblems } from './child-rules.js';
import type { RecordBirth, RegisterParent } from './birth.contract.js';
import { REGISTERED_SINCE } from './tie-rules.js';

/** What is wrong with a birth as typed, by field; empty when it may be stored. The screen asks the same. */
export function birthProblems(
  birth: RecordBirth,
  dueDate: CivilDate | null,
  today: CivilDate,
): FieldProblems {
  const problems: FieldProblems = {};
  for (const fault of nameProblems({ ...birth, unborn: false }))
    (problems[fault.field] ??= []).push(fault.words);
  const real = birthProblem(problems, 'dateOfBirth', birth.dateOfBirth, today);
  if (real && dueDate !== null && birthNeedsConfirming(dueDate, birth.dateOfBirth) && !birth.farFromDueDate)
    problems['farFromDueDate'] = [
      'This is more than six weeks from the due date. Check the date, or tick that it is right',
    ];
  const number = birth.nhsNumber?.trim() ?? '';
  const answer = number === '' ? null : checkNhsNumber(number);
  if (answer?.ok === false) problems['nhsNumber'] = [answer.words];
  return problems;
}

export function registrationProblems(
  { registeredOn }: Pick<RegisterParent, 'registeredOn'>,
  bornOn: CivilDate | null,
  today: CivilDate,
): FieldProblems {
  const wrong = (words: string): FieldProblems => ({ registeredOn: [words] });
  if (!isCivilDate(registeredOn)) return wrong('Enter a real date, for example 27 July 2026');
  if (bornOn === null) return wrong('Record the birth first');
  if (compareDates(registeredOn, bornOn) < 0) return wrong('A birth is registered after it, not before');
  if (compareDates(registeredOn, today) > 0) return wrong('The day of registration is in the future');
  return compareDates(registeredOn, REGISTERED_SINCE) < 0
    ? wrong('Only a registration since 1 December 2003 gives parental responsibility')
    : {};
}

/** Who may stand on a birth certificate beside the mother: a father or a second parent. */
const REGISTERED_KINDS = ['FATHER', 'MOTHER', 'PARENTS_PARTNER', 'PARTNER', 'OTHER'];

export function mayBeRegistered(tie: { kind: string; hasPr: string }): boolean {
  return REGISTERED_KINDS.includes(tie.kind) && tie.hasPr !== 'YES';
}
