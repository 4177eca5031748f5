import { compareDates, type CivilDate } from '../dates/index.js';
import { unless, type Obstacle } from './problem.js';

/** What a meeting needs before it is recorded as held (rules 4.2 and 5.3). */
export interface HeldFacts {
  invitees: number;
  coded: number;
  familyPresent: boolean;
  leadOrChairPresent: boolean;
  /** Services at the table, the lead's own among them */
  services: number;
  /** How many of them a meeting needs to count; with one there is no such rule, whoever comes */
  quorum: number;
}

export function heldObstacles(facts: HeldFacts): Obstacle[] {
  const quorate = facts.familyPresent && facts.leadOrChairPresent && facts.services >= facts.quorum;
  return [
    ...unless(facts.invitees > 0, 'NOBODY_INVITED', 'Invite someone first'),
    ...unless(
      facts.coded >= facts.invitees,
      'ATTENDANCE_MISSING',
      'Record for each person invited whether they came',
    ),
    ...unless(
      facts.quorum <= 1 || quorate,
      'TOO_FEW',
      `Too few came for it to count: it needs someone of the family, whoever leads or chairs, and ${facts.quorum} services. On the meeting’s page you can say that too few came`,
    ),
  ];
}

/** Something due today is not overdue (rule 4.1). */
export function isOverdue(status: string, byWhen: CivilDate, today: CivilDate): boolean {
  return (status === 'AGREED' || status === 'IN_PROGRESS') && compareDates(byWhen, today) < 0;
}

export interface ActionMoveFacts {
  to: string;
  /** The person moving it owns it */
  byOwner: boolean;
  /** Another service's worker owns it */
  ownedElsewhere: boolean;
  comment: string | null;
  doneOn: CivilDate | null;
  today: CivilDate;
  reason: string | null;
  transferredTo: string | null;
}

export function actionMoveObstacles(facts: ActionMoveFacts): Obstacle[] {
  switch (facts.to) {
    case 'DONE':
      return [
        ...unless(facts.doneOn !== null, 'DONE_DATE_MISSING', 'Enter the day it was done'),
        ...unless(
          facts.doneOn === null || compareDates(facts.doneOn, facts.today) <= 0,
          'DONE_DATE_AHEAD',
          'The day it was done cannot be in the future',
        ),
        ...unless(
          facts.byOwner || !facts.ownedElsewhere || filled(facts.comment),
          'SOURCE_MISSING',
          'Write who told you that it was done',
        ),
      ];
    case 'CANCELLED':
      return unless(filled(facts.reason), 'REASON_MISSING', 'Say why it is cancelled');
    case 'TRANSFERRED':
      return unless(filled(facts.transferredTo), 'SERVICE_MISSING', 'Name the service that takes it on');
    default:
      return [];
  }
}

function filled(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
