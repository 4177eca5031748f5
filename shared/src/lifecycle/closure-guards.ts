import { CLOSURE_REASONS, codeRow, type ClosureGuard } from '../codes/index.js';
import {
  birthdayOf,
  compareDates,
  earliestOf,
  latestOf,
  workingDaysBetween,
  type CivilDate,
} from '../dates/index.js';
import type { ClosureFacts, ContactAttempt } from './closure-facts.js';
import { unless, type Obstacle } from './problem.js';

type Guard = (closure: ClosureFacts) => Obstacle[];

/** What each reason needs on record before it may be used (rule 4.5). */
const GUARDS: Readonly<Record<ClosureGuard, Guard>> = {
  NONE: () => [],
  LEVEL_ONE_OUTCOMES_SETTLED: (c) => [
    ...unless(c.level === 1, 'LEVEL_NOT_ONE', 'Set the level of need to 1, or choose another reason'),
    ...unless(c.openOutcomes === 0, 'OUTCOME_OPEN', 'Say how each hope of the plan turned out'),
  ],
  SERVICE_ACCEPTED: (c) =>
    unless(
      c.serviceAccepted && filled(c.ongoingSupport),
      'SERVICE_NOT_NAMED',
      'Name the service that has agreed to go on',
    ),
  SOCIAL_CARE_ACCEPTED: (c) =>
    unless(
      filled(c.acceptanceId) && c.acceptanceDate !== null,
      'ACCEPTANCE_MISSING',
      'Enter the reference and date with which social care accepted',
    ),
  CONFERENCE_DATED: (c) =>
    unless(
      c.conferenceDate !== null,
      'CONFERENCE_DATE_MISSING',
      'Enter the date of the child protection conference',
    ),
  PLACEMENT_DATED: (c) =>
    unless(
      c.placementDate !== null,
      'PLACEMENT_DATE_MISSING',
      'Enter the date the child became looked after',
    ),
  STATUTORY_LEAD_NAMED: (c) =>
    unless(filled(c.statutoryLead), 'LEAD_NOT_NAMED', 'Name the service that leads now'),
  WITHDRAWAL_RECORDED: (c) =>
    unless(c.withdrawalRecorded, 'WITHDRAWAL_MISSING', 'Record the withdrawal of agreement first'),
  TAP_REVIEWED: (c) =>
    unless(
      c.tapReviews >= 1,
      'TAP_NOT_REVIEWED',
      'Look at the engagement plan again at least once before it ends',
    ),
  ATTEMPTS_MADE: (c) => attemptObstacles(c.attempts),
  RECEIVER_ACCEPTED: (c) =>
    unless(
      filled(c.receiver) && c.receiptDate !== null && c.documentsListed,
      'RECEIPT_MISSING',
      'Enter who accepted the transfer, when, and which documents went',
    ),
  CHECKS_MADE: (c) =>
    unless(
      c.checksWithSchool && c.checksWithHealth,
      'CHECKS_MISSING',
      'Ask the school and the health service where the family went, and record it',
    ),
  OF_AGE: (c) => [
    ...unless(isOfAge(c), 'NOT_OF_AGE', 'The young person has not had the birthday yet'),
    ...unless(c.adultRouteConsidered, 'ADULT_ROUTE_MISSING', 'Record what help there is as an adult'),
  ],
  DEATH_DATED: (c) => unless(c.deathDate !== null, 'DEATH_DATE_MISSING', 'Enter the date'),
  PREGNANCY_LOSS: (c) => unless(c.unborn, 'NOT_UNBORN', 'This reason is for an unborn baby only'),
  CONCLUSION_NONE: (c) =>
    unless(
      c.conclusion === 'NO_ADDITIONAL_NEEDS',
      'CONCLUSION_DIFFERS',
      'The assessment says that there are needs. Choose another reason',
    ),
  MERGED: (c) =>
    unless(filled(c.mergeId), 'MERGE_MISSING', 'Only a merge of records closes with this reason'),
  COORDINATOR_APPROVED: (c) =>
    unless(c.coordinatorApproved, 'APPROVAL_MISSING', 'The CAF team has to approve this'),
};

export const ATTEMPTS_NEEDED = 3;
export const ATTEMPT_METHODS_NEEDED = 2;
export const ATTEMPT_WORKING_DAYS_NEEDED = 15;

export function closureGuardObstacles(closure: ClosureFacts): Obstacle[] {
  if (closure.reason === null) return [];
  const row = codeRow(CLOSURE_REASONS, closure.reason);
  const risk = unless(
    !row.riskConsidered || filled(closure.riskConsidered),
    'RISK_NOT_CONSIDERED',
    'Write down what was thought about risk',
  );
  return [...GUARDS[row.guard](closure), ...risk];
}

function attemptObstacles(attempts: readonly ContactAttempt[]): Obstacle[] {
  const [first, ...rest] = attempts.map((attempt) => attempt.on);
  const span =
    first === undefined ? 0 : workingDaysBetween(earliestOf(first, ...rest), latestOf(first, ...rest));
  return [
    ...unless(
      attempts.length >= ATTEMPTS_NEEDED,
      'ATTEMPTS_TOO_FEW',
      'Try to reach the family at least 3 times',
    ),
    ...unless(
      new Set(attempts.map((attempt) => attempt.method)).size >= ATTEMPT_METHODS_NEEDED,
      'ATTEMPTS_ONE_WAY',
      'Try in at least 2 ways, for example by phone and by a visit',
    ),
    ...unless(
      span >= ATTEMPT_WORKING_DAYS_NEEDED,
      'ATTEMPTS_TOO_SHORT',
      'Spread the attempts over at least 15 working days',
    ),
  ];
}

function isOfAge(closure: ClosureFacts): boolean {
  if (closure.dateOfBirth === null || closure.closureDate === null) return false;
  const birthday: CivilDate = birthdayOf(closure.dateOfBirth, closure.extendedTo25 ? 25 : 18);
  return compareDates(closure.closureDate, birthday) >= 0;
}

export function filled(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
