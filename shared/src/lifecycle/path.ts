import {
  DEFAULT_TERMS,
  EPISODE_STATES,
  codeRow,
  fillTerms,
  type EpisodeState,
  type Terms,
} from '../codes/index.js';
import { compareDates, formatLong, formatShort, relativeDays, type CivilDate } from '../dates/index.js';

export interface PathFacts {
  state: EpisodeState;
  today: CivilDate;
  worryOn: CivilDate;
  agreementOn: CivilDate | null;
  assessedOn: CivilDate | null;
  /** The date of the first meeting, held or planned */
  firstMeetingOn: CivilDate | null;
  planAgreedOn: CivilDate | null;
  reviews: readonly { on: CivilDate; held: boolean }[];
  /** The latest day for the next review where none is planned */
  nextReviewDue: CivilDate | null;
  closedOn: CivilDate | null;
}

/** One point of the line under the tabs of the case page. */
export interface PathStep {
  key: string;
  label: string;
  status: 'DONE' | 'NEXT' | 'LATER';
  on: CivilDate | null;
  /** '12 January', '24 March, in 8 days', 'date to be set' */
  words: string;
}

const REVIEWS_SHOWN = 2;

/** Where support has got to and what comes next, without jargon. */
export function supportPath(facts: PathFacts, terms: Readonly<Terms> = DEFAULT_TERMS): PathStep[] {
  const steps = [
    point('WORRY', 'Worry noted', facts.worryOn, true),
    ...(shortPath(facts) ?? fullPath(facts)),
    ...(facts.closedOn === null ? [] : [point('CLOSED', codeLabel('CLOSED'), facts.closedOn, true)]),
  ];
  const next = steps.findIndex((step) => !step.done);
  return steps.map(({ done, label, ...step }, index) => {
    const status = done ? 'DONE' : index === next ? 'NEXT' : 'LATER';
    return { ...step, label: fillTerms(label, terms), status, words: words(step.on, status, facts.today) };
  });
}

/** What has to happen next, with the day it is due: "Finish the assessment with the family, by Fri 6 February 2026". */
export function nextStepWords(
  state: EpisodeState,
  due: CivilDate | null,
  terms: Readonly<Terms> = DEFAULT_TERMS,
): string {
  const { next } = codeRow(EPISODE_STATES, state);
  if (next === '') return '';
  return fillTerms(due === null ? next : `${next}, by ${formatLong(due)}`, terms);
}

interface Point {
  key: string;
  label: string;
  on: CivilDate | null;
  done: boolean;
}

function point(key: string, label: string, on: CivilDate | null, done: boolean): Point {
  return { key, label, on, done };
}

function shortPath(facts: PathFacts): Point[] | null {
  if (facts.state === 'REJECTED') return [point('REJECTED', codeLabel('REJECTED'), null, true)];
  if (facts.state === 'TAP') return [point('TAP', codeLabel('TAP'), null, false)];
  const neverAssessed = facts.closedOn !== null && facts.agreementOn === null;
  return neverAssessed ? [] : null;
}

function fullPath(facts: PathFacts): Point[] {
  const reached = [
    point('AGREEMENT', 'Agreement', facts.agreementOn, facts.agreementOn !== null),
    point('ASSESSMENT', 'Assessment', facts.assessedOn, facts.assessedOn !== null),
    point(
      'PLAN',
      'First meeting, plan agreed',
      facts.planAgreedOn ?? facts.firstMeetingOn,
      facts.planAgreedOn !== null,
    ),
    ...reviewPoints(facts),
  ];
  // What never came to pass before closing is not a step of the path.
  return facts.closedOn === null ? reached : reached.filter((step) => step.done);
}

function reviewPoints(facts: PathFacts): Point[] {
  const sorted = [...facts.reviews].sort((a, b) => compareDates(a.on, b.on));
  const numbered = sorted.map((review, index) =>
    point(`REVIEW_${index + 1}`, `Review ${index + 1}`, review.on, review.held),
  );
  const held = numbered.filter((step) => step.done).slice(-REVIEWS_SHOWN);
  const planned = numbered.filter((step) => !step.done);
  if (facts.planAgreedOn === null) return [];
  const count = numbered.length + 1;
  const after = point(
    `REVIEW_${count}`,
    `Review ${count}`,
    planned.length === 0 ? facts.nextReviewDue : null,
    false,
  );
  return [...held, ...planned, after];
}

function words(on: CivilDate | null, status: PathStep['status'], today: CivilDate): string {
  if (on === null) return status === 'DONE' ? '' : 'date to be set';
  return status === 'DONE' ? formatShort(on) : `${formatShort(on)}, ${relativeDays(on, today)}`;
}

function codeLabel(state: EpisodeState): string {
  return codeRow(EPISODE_STATES, state).label;
}
