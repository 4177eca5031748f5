import { describe, expect, it } from '@jest/globals';
import { CLOSURE_REASONS, type ClosureReason } from '../codes/index.js';
import * as life from './index.js';

const TODAY = '2026-03-16';
const WHOLE: Partial<life.ClosureFacts> = {
  closureDate: TODAY,
  lastEventDate: '2026-03-10',
  level: 1,
  whoToContact: 'School',
  summary: 'Calm mornings',
  familyAgrees: 'AGREE',
  childComment: 'Good',
  parentComment: 'Good',
};
const codes = (known: Partial<life.ClosureFacts>) =>
  life.closureObstacles(life.closureWith({ ...WHOLE, ...known }), TODAY).map((obstacle) => obstacle.code);

describe('the closing form (rule 4.4)', () => {
  it('is complete with everything in it', () => expect(codes({ reason: 'STEP_DOWN_UNIVERSAL' })).toEqual([]));

  it.each<[Partial<life.ClosureFacts>, string]>([
    [{ reason: null }, 'REASON_MISSING'],
    [{ closureDate: null }, 'DATE_MISSING'],
    [{ closureDate: '2026-03-17' }, 'DATE_AHEAD'],
    [{ closureDate: '2026-03-09' }, 'DATE_TOO_EARLY'],
    [{ level: null }, 'LEVEL_MISSING'],
    [{ openActions: 2 }, 'ACTION_OPEN'],
    [{ openOutcomes: 1 }, 'OUTCOME_OPEN'],
    [{ whoToContact: ' ' }, 'CONTACT_MISSING'],
    [{ summary: null }, 'SUMMARY_MISSING'],
    [{ familyAgrees: null }, 'FAMILY_VIEW_MISSING'],
    [{ familyAgrees: 'DISAGREE' }, 'FAMILY_VIEW_TEXT_MISSING'],
    [{ familyAgrees: 'NOT_CONTACTABLE' }, 'FAMILY_VIEW_TEXT_MISSING'],
    [{ childComment: null }, 'CHILD_COMMENT_MISSING'],
    [{ parentComment: null }, 'PARENT_COMMENT_MISSING'],
  ])('%j lacks %s', (known, code) =>
    expect(codes({ reason: 'STEP_DOWN_UNIVERSAL', ...known })).toEqual([code]),
  );

  it('after a loss nobody is asked for comments', () => {
    const bare = life.closureWith({ reason: 'PREGNANCY_ENDED', closureDate: TODAY, unborn: true });
    expect(life.closureObstacles(bare, TODAY)).toEqual([]);
  });
});

describe('what a reason needs on record (rule 4.5)', () => {
  it.each<[ClosureReason, Partial<life.ClosureFacts>, string]>([
    ['NEEDS_MET', { level: 2 }, 'LEVEL_NOT_ONE'],
    ['STEP_DOWN_SINGLE', { ongoingSupport: 'School nurse' }, 'SERVICE_NOT_NAMED'],
    ['STEP_UP_CIN', { acceptanceId: 'SC-1' }, 'ACCEPTANCE_MISSING'],
    ['STEP_UP_CP', {}, 'CONFERENCE_DATE_MISSING'],
    ['STEP_UP_LAC', {}, 'PLACEMENT_DATE_MISSING'],
    ['STEP_UP_OTHER', {}, 'LEAD_NOT_NAMED'],
    ['CONSENT_WITHDRAWN', { riskConsidered: 'Yes' }, 'WITHDRAWAL_MISSING'],
    ['CONSENT_WITHDRAWN', { withdrawalRecorded: true }, 'RISK_NOT_CONSIDERED'],
    ['CONSENT_NOT_GIVEN', {}, 'TAP_NOT_REVIEWED'],
    ['MOVED_TRANSFERRED', { receiver: 'Area B', receiptDate: TODAY }, 'RECEIPT_MISSING'],
    ['MOVED_NO_TRANSFER', { checksWithSchool: true, riskConsidered: 'Yes' }, 'CHECKS_MISSING'],
    ['AGE_18', { dateOfBirth: '2008-03-17', adultRouteConsidered: true }, 'NOT_OF_AGE'],
    ['AGE_18', { dateOfBirth: '2008-03-16', adultRouteConsidered: true, extendedTo25: true }, 'NOT_OF_AGE'],
    ['AGE_18', { dateOfBirth: '2008-03-16' }, 'ADULT_ROUTE_MISSING'],
    ['DECEASED', {}, 'DEATH_DATE_MISSING'],
    ['PREGNANCY_ENDED', {}, 'NOT_UNBORN'],
    ['NO_ADDITIONAL_NEEDS', { conclusion: 'COMPLEX_NEEDS' }, 'CONCLUSION_DIFFERS'],
    ['DUPLICATE', {}, 'MERGE_MISSING'],
    ['ERROR', {}, 'APPROVAL_MISSING'],
  ])('%s with %j lacks %s', (reason, known, code) => expect(codes({ reason, ...known })).toEqual([code]));

  it.each<[string, life.ContactAttempt[], string[]]>([
    ['none', [], ['ATTEMPTS_TOO_FEW', 'ATTEMPTS_ONE_WAY', 'ATTEMPTS_TOO_SHORT']],
    [
      'three calls in three weeks',
      [
        { on: '2026-02-02', method: 'PHONE' },
        { on: '2026-02-10', method: 'PHONE' },
        { on: '2026-02-23', method: 'PHONE' },
      ],
      ['ATTEMPTS_ONE_WAY'],
    ],
    [
      'two ways within 14 working days',
      [
        { on: '2026-02-20', method: 'VISIT' },
        { on: '2026-02-02', method: 'PHONE' },
        { on: '2026-02-10', method: 'PHONE' },
      ],
      ['ATTEMPTS_TOO_SHORT'],
    ],
    [
      'two ways over 15 working days, entered in any order',
      [
        { on: '2026-02-23', method: 'VISIT' },
        { on: '2026-02-02', method: 'PHONE' },
        { on: '2026-02-10', method: 'PHONE' },
      ],
      [],
    ],
  ])('lost contact after %s', (_title, attempts, expected) =>
    expect(codes({ reason: 'DISENGAGED', riskConsidered: 'Yes', attempts })).toEqual(expected),
  );

  it('every reason belongs to a closing move, a merge apart', () => {
    const used = new Set(life.TRANSITIONS.flatMap((row) => row.reasons ?? []));
    expect(CLOSURE_REASONS.codes.filter((code) => !used.has(code))).toEqual(['DUPLICATE']);
  });
});
