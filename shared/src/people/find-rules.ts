import { compareDates, isCivilDate, type CivilDate } from '../dates/index.js';
import { checkNhsNumber, checkPostcode } from '../identifiers/index.js';
import type { FieldProblems } from './child-rules.js';
import type { FindChild } from './find.contract.js';

/** A search as it is carried out: numbers without spaces, postcode in capitals with one space. */
export interface SearchReady {
  name: string;
  dateOfBirth: CivilDate | null;
  sex: string | null;
  postcode: string | null;
  nhsNumber: string | null;
}

const ONE_MORE = 'Enter a date of birth, a postcode or an NHS number as well';

/**
 * One identifier is never enough (rule R17): a name, and at least one of birth date, postcode and NHS number.
 * Wildcards are not letters of a name and are refused.
 */
export function readSearch(
  typed: FindChild,
  today: CivilDate,
): { problems: FieldProblems; search: SearchReady } {
  const problems: FieldProblems = {};
  const name = typed.name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (/[*%_?]/.test(name) || !/\p{L}/u.test(name))
    problems['name'] = ['Enter the child’s whole name, in letters'];
  const dateOfBirth = filled(typed.dateOfBirth);
  if (dateOfBirth !== null && (!isCivilDate(dateOfBirth) || compareDates(dateOfBirth, today) > 0))
    problems['dateOfBirth'] = ['Enter a real date of birth, not later than today'];
  const postcode = read(filled(typed.postcode), checkPostcode, 'postcode', problems);
  const nhsNumber = read(filled(typed.nhsNumber), checkNhsNumber, 'nhsNumber', problems);
  if ([typed.dateOfBirth, typed.postcode, typed.nhsNumber].every((each) => filled(each) === null))
    problems['dateOfBirth'] = [ONE_MORE];
  return { problems, search: { name, dateOfBirth, sex: filled(typed.sex), postcode, nhsNumber } };
}

function read(
  text: string | null,
  check: typeof checkPostcode | typeof checkNhsNumber,
  field: string,
  problems: FieldProblems,
): string | null {
  if (text === null) return null;
  const answer = check(text);
  if (answer.ok) return answer.value;
  problems[field] = [answer.words];
  return null;
}

function filled(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text.trim();
}
