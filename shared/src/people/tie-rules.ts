import { compareDates, isCivilDate, type CivilDate } from '../dates/index.js';
import type { TieTyped } from './kin.contract.js';

/** Path in the command to messages, as a refusal carries them. */
export type FieldProblems = Record<string, string[]>;

/** From this day on a father or second parent on the certificate has parental responsibility (rule 1.2). */
export const REGISTERED_SINCE = '2003-12-01';

type Tie = Omit<TieTyped, 'givenNames' | 'familyName' | 'noSurname'>;

/** What is wrong with a tie as typed (rule 3.5), by field; `at` is the path before the field. */
export function tieProblems(
  tie: Tie,
  today: CivilDate,
  at = '',
  problems: FieldProblems = {},
): FieldProblems {
  const wrong = (field: string, words: string): void => {
    (problems[`${at}${field}`] ??= []).push(words);
  };
  const holds = tie.hasPr === 'YES';
  if (holds && !tie.prBasis) wrong('prBasis', 'Say how parental responsibility came about');
  if (tie.hasPr === 'NO' && tie.prBasis)
    wrong('prBasis', 'Leave this empty: you said there is no parental responsibility');
  if (!holds && tie.prFrom)
    wrong('prFrom', 'Leave this empty: you did not say that there is parental responsibility');
  else if (tie.prFrom && !isPast(tie.prFrom, today))
    wrong('prFrom', 'Enter a real day, not later than today');
  else if (
    tie.prBasis === 'REGISTERED_FATHER' &&
    tie.prFrom &&
    compareDates(tie.prFrom, REGISTERED_SINCE) < 0
  )
    wrong('prFrom', 'Only a registration since 1 December 2003 gives parental responsibility');
  if (tie.validFrom && !isPast(tie.validFrom, today))
    wrong('validFrom', 'Enter a real day, not later than today');
  return problems;
}

export const isPast = (day: CivilDate, today: CivilDate): boolean =>
  isCivilDate(day) && compareDates(day, today) <= 0;
