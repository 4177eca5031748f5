import { compareDates, type CivilDate } from '../dates/index.js';
import type { RelativeView } from './child.view.js';
import type { ChangeRelative, EndRelative } from './kin.contract.js';
import { isPast, tieProblems, type FieldProblems } from './tie-rules.js';

type Was = Pick<
  RelativeView,
  | 'kind'
  | 'hasPr'
  | 'prBasis'
  | 'prFrom'
  | 'prEvidence'
  | 'livesWith'
  | 'isCarer'
  | 'involvement'
  | 'validFrom'
>;

/** Parental responsibility that was held and is not to be held any more. */
export const losesPr = (was: { hasPr: string }, to: { hasPr: string }): boolean =>
  was.hasPr === 'YES' && to.hasPr !== 'YES';

/** What is wrong with a change as typed, by field; empty when it may be stored. */
export function changeProblems(change: ChangeRelative, was: Was, today: CivilDate): FieldProblems {
  const problems = tieProblems(change, today);
  const wrong = (field: string, words: string): void => {
    (problems[field] ??= []).push(words);
  };
  if (!isDifferent(change, was)) wrong('kind', 'Nothing is different from what is written down');
  if (change.why === 'CORRECTED' && !change.reason?.trim()) wrong('reason', 'Say what was wrong');
  if (change.why === 'CHANGED' && losesPr(was, change)) {
    if (!change.prUntil || !isPast(change.prUntil, today))
      wrong('prUntil', 'Enter the last day of parental responsibility, not later than today');
  } else if (change.prUntil)
    wrong('prUntil', 'Leave this empty: parental responsibility does not end by this');
  return problems;
}

export function endProblems(
  end: EndRelative,
  was: Pick<RelativeView, 'validFrom'>,
  today: CivilDate,
): FieldProblems {
  if (end.why === 'MISTAKEN')
    return {
      ...(end.reason?.trim() ? {} : { reason: ['Say what was wrong'] }),
      ...(end.endedOn ? { endedOn: ['Leave this empty: it was never so'] } : {}),
    };
  if (!end.endedOn || !isPast(end.endedOn, today))
    return { endedOn: ['Enter the day it ended, not later than today'] };
  return was.validFrom !== null && compareDates(end.endedOn, was.validFrom) < 0
    ? { endedOn: ['It began later than that'] }
    : {};
}

function isDifferent(to: ChangeRelative, was: Was): boolean {
  const said = [to.kind, to.hasPr, to.livesWith, to.isCarer ?? false];
  const there = [was.kind, was.hasPr, was.livesWith, was.isCarer];
  const more = [to.prBasis, to.prFrom, to.prEvidence, to.involvement, to.validFrom];
  const moreThere = [was.prBasis, was.prFrom, was.prEvidence, was.involvement, was.validFrom];
  return (
    said.some((each, n) => each !== there[n]) || more.some((each, n) => (each ?? '') !== (moreThere[n] ?? ''))
  );
}
