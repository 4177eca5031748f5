import {
  ageOn,
  addDays,
  compareDates,
  isAcceptableDueDate,
  isCivilDate,
  type CivilDate,
} from '../dates/index.js';
import {
  checkEmail,
  checkNhsNumber,
  checkPhone,
  checkPostcode,
  checkUln,
  checkUpn,
  type Checked,
} from '../identifiers/index.js';
import { nameProblems } from '../names/index.js';
import type { AddChild, AddRelative, AddressTyped, ContactTyped } from './child.contract.js';
import { tieProblems, type FieldProblems } from './tie-rules.js';

export type { FieldProblems } from './tie-rules.js';

const CHILD_UNDER = 18;
/** A shorter life than this is a typing slip. */
const OLDEST_YEARS = 120;

/**
 * What is wrong with a child as typed (rules 3.2 and 8), by field path; empty when it may be stored. The same
 * function serves the screen and the API. `today` is the civil date in London.
 */
export function childProblems(child: AddChild, today: CivilDate): FieldProblems {
  const problems: FieldProblems = {};
  for (const fault of nameProblems({ ...child, unborn: child.isUnborn }))
    note(problems, fault.field, fault.words);
  if (child.isUnborn) unbornProblems(child, today, problems);
  else bornProblems(child, today, problems);
  checked(problems, 'nhsNumber', child.nhsNumber, checkNhsNumber);
  checked(problems, 'upn', child.upn, checkUpn);
  checked(problems, 'uln', child.uln, checkUln);
  addressProblems(child, today, problems);
  child.contacts?.forEach((contact, n) =>
    checked(problems, `contacts.${n}.value`, contact.value, checkOf(contact)),
  );
  child.otherNames?.forEach((name, n) => {
    if (!has(name.givenNames) && !has(name.familyName))
      note(problems, `otherNames.${n}.givenNames`, 'Enter the name');
  });
  child.relatives?.forEach((relative, n) => relativeProblems(relative, today, `relatives.${n}.`, problems));
  return problems;
}

/** The same for one relative sent by itself; `at` is the path before the field. */
export function relativeProblems(
  relative: AddRelative,
  today: CivilDate,
  at = '',
  problems: FieldProblems = {},
): FieldProblems {
  if (!has(relative.personId))
    for (const fault of nameProblems({ ...relative, unborn: false }))
      note(problems, `${at}${fault.field}`, fault.words);
  if (has(relative.dateOfBirth)) birthProblem(problems, `${at}dateOfBirth`, relative.dateOfBirth, today);
  tieProblems(relative, today, at, problems);
  checked(problems, `${at}phone`, relative.phone, checkPhone);
  return problems;
}

function unbornProblems(child: AddChild, today: CivilDate, problems: FieldProblems): void {
  if (has(child.dateOfBirth)) note(problems, 'dateOfBirth', 'A baby not yet born has no date of birth');
  if (child.sex !== 'UNKNOWN') note(problems, 'sex', 'Choose "Not known" for a baby not yet born');
  if (!has(child.dueDate)) note(problems, 'dueDate', 'Enter the baby’s due date, for example 20 July 2026');
  else if (!isCivilDate(child.dueDate))
    note(problems, 'dueDate', 'Enter a real date, for example 20 July 2026');
  else if (!isAcceptableDueDate(child.dueDate, today))
    note(problems, 'dueDate', 'Enter a due date from three weeks ago to ten months ahead');
  const mothers = child.relatives?.filter((relative) => relative.kind === 'MOTHER') ?? [];
  if (mothers.length !== 1)
    note(problems, 'relatives', 'Enter the mother: an unborn baby is recorded with her');
}

function bornProblems(child: AddChild, today: CivilDate, problems: FieldProblems): void {
  if (has(child.dueDate)) note(problems, 'dueDate', 'Leave the due date empty: the child is born');
  if (!has(child.dateOfBirth)) {
    note(problems, 'dateOfBirth', 'Enter the date of birth, for example 10 June 2016');
    return;
  }
  if (!birthProblem(problems, 'dateOfBirth', child.dateOfBirth, today)) return;
  if (ageOn(child.dateOfBirth, today) >= CHILD_UNDER)
    note(problems, 'dateOfBirth', 'Support here is for children under 18. Check the year');
  if (!has(child.dobStatus)) note(problems, 'dobStatus', 'Say how you know the date of birth');
}

/** True when the date may be a birth. */
export function birthProblem(
  problems: FieldProblems,
  field: string,
  date: CivilDate,
  today: CivilDate,
): boolean {
  if (!isCivilDate(date)) note(problems, field, 'Enter a real date, for example 10 June 2016');
  else if (compareDates(date, today) > 0) note(problems, field, 'The date of birth is in the future');
  else if (compareDates(date, addDays(today, -366 * OLDEST_YEARS)) < 0)
    note(problems, field, 'Check the year of birth');
  else return true;
  return false;
}

function addressProblems(child: AddChild, today: CivilDate, problems: FieldProblems): void {
  if (child.addresses.length === 0 && !child.isUnborn)
    note(problems, 'addresses', 'Enter an address, or say that there is no fixed address');
  child.addresses.forEach((address, n) => addressProblem(address, today, `addresses.${n}.`, problems));
}

function addressProblem(address: AddressTyped, today: CivilDate, at: string, problems: FieldProblems): void {
  if (address.kind === 'NFA') {
    if (has(address.lines))
      note(problems, `${at}lines`, 'Leave this empty, or choose another kind of address');
    return;
  }
  if (!has(address.lines) && !has(address.postcode)) note(problems, `${at}lines`, 'Enter the address');
  checked(problems, `${at}postcode`, address.postcode, checkPostcode);
  if (
    has(address.validFrom) &&
    (!isCivilDate(address.validFrom) || compareDates(address.validFrom, today) > 0)
  )
    note(problems, `${at}validFrom`, 'Enter the day they moved in, not later than today');
}

export function checkOf(contact: Pick<ContactTyped, 'kind'>): (text: string) => Checked {
  return contact.kind === 'EMAIL' ? checkEmail : checkPhone;
}

function checked(
  problems: FieldProblems,
  field: string,
  text: string | undefined,
  check: (text: string) => Checked,
): void {
  if (!has(text)) return;
  const answer = check(text);
  if (!answer.ok) note(problems, field, answer.words);
}

function note(problems: FieldProblems, field: string, words: string): void {
  (problems[field] ??= []).push(words);
}

function has(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
