import { describe, expect, it } from '@jest/globals';
import { OPEN_STATES, type EpisodeState } from '../codes/index.js';
import * as life from './index.js';

const TODAY = '2026-03-16';

const closure = (known: Partial<life.ClosureFacts>): life.ClosureFacts =>
  life.closureWith({
    closureDate: TODAY,
    lastEventDate: TODAY,
    level: 1,
    finalReviewHeld: true,
    whoToContact: 'Lena Marsh, 01632 960142',
    summary: 'Mornings are calm',
    familyAgrees: 'AGREE',
    childComment: 'I like school now',
    parentComment: 'We laugh at breakfast',
    ...known,
  });

const STEP_UP = { id: true, leadNamed: true, date: TODAY };

/** Facts with which each move is just allowed. */
const ALLOWED: Record<life.TransitionId, Partial<life.LifecycleFacts> & { state: EpisodeState | null }> = {
  T01: { state: null, childMatched: true, duplicateSearchDone: true },
  T02: { state: 'CONCERN', preCaf: { complete: true, outcome: 'MEET_WITHIN_SERVICE', rationale: true } },
  T03: { state: 'CONCERN', preCaf: { complete: true, outcome: 'FULL_CAF', rationale: false } },
  T04: { state: 'CONCERN' },
  T05: { state: 'CONSENT_SEEKING', assessConsent: true },
  T06: {
    state: 'CONSENT_SEEKING',
    refusalRecorded: true,
    belowThresholdJudged: true,
    managerConsulted: true,
    approvals: ['AMGR'],
  },
  T07: { state: 'CONSENT_SEEKING' },
  T08: { state: 'CONSENT_SEEKING', level: 2, managerConsulted: true },
  T09: { state: 'TAP' },
  T10: { state: 'TAP' },
  T11: { state: 'TAP', closure: closure({ reason: 'CONSENT_NOT_GIVEN', tapReviews: 1 }) },
  T12: { state: 'ASSESSING', assessmentProblems: 0, assessConsent: true },
  T13: {
    state: 'ASSESSING',
    closure: closure({
      reason: 'CONSENT_WITHDRAWN',
      withdrawalRecorded: true,
      riskConsidered: 'No risk seen',
    }),
    approvals: ['CAFC'],
  },
  T14: {
    state: 'ASSESSED',
    closure: closure({ reason: 'NO_ADDITIONAL_NEEDS', conclusion: 'NO_ADDITIONAL_NEEDS' }),
  },
  T15: { state: 'ASSESSED', meetingDateSet: true, otherServicesAgreed: 1 },
  T16: {
    state: 'TAC_PLANNED',
    firstMeeting: { held: true, invitees: 5, coded: 5 },
    leadAccepted: true,
    plan: { agreed: true, actions: 1, hasNextDate: true },
  },
  T17: { state: 'TAC_PLANNED', rearrangeReason: true },
  T18: { state: 'PLAN_ACTIVE', reviewComplete: true },
  T19: { state: 'PLAN_ACTIVE', panelConsent: true, panelQuestion: true },
  T20: { state: 'PANEL_REVIEW', panelDecision: true },
  T20_WITHDRAWN: { state: 'PANEL_REVIEW' },
  T21: { state: 'PANEL_REVIEW' },
  T22: { state: 'PLAN_ACTIVE' },
  T23: { state: 'STEP_UP_PENDING', statutoryAcceptance: STEP_UP },
  T24: { state: 'STEP_UP_PENDING', returnTo: ['ASSESSING'], notAccepted: { reason: true, teamTold: true } },
  T25: {
    state: 'PAUSED_STATUTORY',
    closure: closure({ reason: 'STEP_UP_CIN', level: 4, acceptanceId: 'SC-1', acceptanceDate: TODAY }),
  },
  T26: {
    state: 'PAUSED_STATUTORY',
    handoverHeld: true,
    consentReconfirmed: true,
    leadNamed: true,
    earlierPlan: true,
    approvals: ['SOCIAL_WORKER'],
  },
  T27: { state: 'PLAN_ACTIVE', newAddressOrAuthorityKnown: true, transferConsent: true },
  T28: {
    state: 'TRANSFER_PENDING',
    closure: closure({
      reason: 'MOVED_TRANSFERRED',
      receiver: 'Area B',
      receiptDate: TODAY,
      documentsListed: true,
    }),
  },
  T29: { state: 'TRANSFER_PENDING', returnTo: ['PLAN_ACTIVE'], transferDeclinedReason: true },
  T30: { state: 'PLAN_ACTIVE', closure: closure({ reason: 'NEEDS_MET' }), approvals: ['CAFC'] },
  T31: {
    state: 'PLAN_ACTIVE',
    closure: closure({
      reason: 'CONSENT_WITHDRAWN',
      withdrawalRecorded: true,
      riskConsidered: 'No risk seen',
    }),
    approvals: ['AMGR'],
  },
  T32: {
    state: 'PLAN_ACTIVE',
    closure: closure({
      reason: 'DISENGAGED',
      familyAgrees: 'NOT_CONTACTABLE',
      familyAgreesText: 'Two calls, one visit',
      riskConsidered: 'School sees Ava daily',
      attempts: [
        { on: '2026-02-02', method: 'PHONE_CALL' },
        { on: '2026-02-09', method: 'PHONE_CALL' },
        { on: '2026-02-23', method: 'HOME_VISIT' },
      ],
    }),
    approvals: ['CAFC'],
  },
  T33: {
    state: 'ASSESSING',
    closure: life.closureWith({ reason: 'DECEASED', closureDate: TODAY, deathDate: TODAY }),
  },
  T34: {
    state: 'PLAN_ACTIVE',
    closure: closure({ reason: 'AGE_18', dateOfBirth: '2008-03-16', adultRouteConsidered: true }),
    approvals: ['LP'],
  },
  T35: { state: 'CLOSED' },
  T35_CLERICAL: { state: 'CLOSED', returnTo: ['PLAN_ACTIVE'], clericalReason: true, closedOn: '2026-03-02' },
  T36: {
    state: 'PLAN_ACTIVE',
    mergeReason: true,
    mergeTarget: { fits: true, numbersDiffer: false },
    mergeApprovals: 2,
    approvals: ['IGO'],
  },
  T36_UNDO: {
    state: 'MERGED',
    returnTo: ['PLAN_ACTIVE'],
    mergeReason: true,
    mergedOn: '2025-12-16',
    mergeApprovals: 2,
    approvals: ['IGO'],
  },
  T37: { state: 'ARCHIVED', holdReason: true },
  T38: { state: 'CLOSED', archiveDue: true },
  T39: { state: 'ARCHIVED', retentionEnded: true, disposalGround: true, disposalApprovals: 2 },
  T40: { state: null, childMatched: true, assessConsent: true, recentAssessment: true, leadNamed: true },
  T41: {
    state: 'CONCERN',
    closure: life.closureWith({ reason: 'ERROR', closureDate: TODAY, coordinatorApproved: true }),
  },
};

const factsFor = (id: life.TransitionId, over: Partial<life.LifecycleFacts> = {}): life.LifecycleFacts =>
  life.factsWith({ today: TODAY, ...ALLOWED[id], ...over });

const codesOf = (answer: life.MoveAnswer): string[] =>
  answer.ok ? ['ok'] : answer.obstacles.map((obstacle) => obstacle.code);

describe('the table of moves (rule 5.2)', () => {
  it('holds the 41 numbered moves, each of them tried below', () => {
    const numbers = new Set(life.TRANSITIONS.map((row) => row.id.slice(0, 3)));
    expect(numbers.size).toBe(41);
    expect(Object.keys(ALLOWED).sort()).toEqual(life.TRANSITIONS.map((row) => row.id).sort());
  });

  const ENDS: [life.TransitionId, EpisodeState][] = [
    ['T01', 'CONCERN'],
    ['T02', 'REJECTED'],
    ['T03', 'CONSENT_SEEKING'],
    ['T04', 'STEP_UP_PENDING'],
    ['T05', 'ASSESSING'],
    ['T06', 'TAP'],
    ['T07', 'STEP_UP_PENDING'],
    ['T08', 'REJECTED'],
    ['T09', 'CONSENT_SEEKING'],
    ['T10', 'STEP_UP_PENDING'],
    ['T11', 'CLOSED'],
    ['T12', 'ASSESSED'],
    ['T13', 'CLOSED'],
    ['T14', 'CLOSED'],
    ['T15', 'TAC_PLANNED'],
    ['T16', 'PLAN_ACTIVE'],
    ['T17', 'TAC_PLANNED'],
    ['T18', 'PLAN_ACTIVE'],
    ['T19', 'PANEL_REVIEW'],
    ['T20', 'PLAN_ACTIVE'],
    ['T21', 'STEP_UP_PENDING'],
    ['T22', 'STEP_UP_PENDING'],
    ['T23', 'PAUSED_STATUTORY'],
    ['T24', 'ASSESSING'],
    ['T25', 'CLOSED'],
    ['T26', 'PLAN_ACTIVE'],
    ['T27', 'TRANSFER_PENDING'],
    ['T28', 'CLOSED'],
    ['T29', 'PLAN_ACTIVE'],
    ['T30', 'CLOSED'],
    ['T31', 'CLOSED'],
    ['T32', 'CLOSED'],
    ['T33', 'CLOSED'],
    ['T34', 'CLOSED'],
    ['T35', 'CLOSED'],
    ['T35_CLERICAL', 'PLAN_ACTIVE'],
    ['T36', 'MERGED'],
    ['T36_UNDO', 'PLAN_ACTIVE'],
    ['T37', 'ARCHIVED'],
    ['T38', 'ARCHIVED'],
    ['T39', 'DISPOSED'],
    ['T40', 'PLAN_ACTIVE'],
    ['T41', 'CLOSED'],
  ];

  it.each(ENDS)('%s is allowed with its facts and leads to %s', (id, to) =>
    expect(life.canMove(id, factsFor(id))).toEqual({ ok: true, to }),
  );

  it.each(life.TRANSITIONS.filter((row) => !row.safeguarding).map((row) => row.id))(
    '%s is refused from every state it does not start in',
    (id) => {
      const { from } = life.transition(id);
      for (const state of life.ALL_STATES)
        if (!from?.includes(state))
          expect(codesOf(life.canMove(id, factsFor(id, { state })))).toEqual(['WRONG_STATE']);
    },
  );
});

describe('what keeps a move shut', () => {
  it.each<[life.TransitionId, Partial<life.LifecycleFacts>, string[]]>([
    ['T01', { childMatched: false }, ['CHILD_MISSING']],
    ['T01', { duplicateSearchDone: false }, ['SEARCH_MISSING']],
    ['T02', { preCaf: null }, ['CHECKLIST_INCOMPLETE', 'CHECKLIST_OUTCOME', 'RATIONALE_MISSING']],
    ['T02', { preCaf: { complete: true, outcome: 'FULL_CAF', rationale: true } }, ['CHECKLIST_OUTCOME']],
    ['T03', { otherOpenEpisode: true }, ['EPISODE_OPEN']],
    ['T03', { preCaf: { complete: false, outcome: 'FULL_CAF', rationale: true } }, ['CHECKLIST_INCOMPLETE']],
    ['T05', { assessConsent: false }, ['CONSENT_MISSING']],
    ['T06', { belowThresholdJudged: false }, ['THRESHOLD_NOT_JUDGED']],
    ['T06', { managerConsulted: false }, ['MANAGER_NOT_CONSULTED']],
    ['T06', { refusalRecorded: false }, ['REFUSAL_MISSING']],
    ['T06', { approvals: [] }, ['APPROVAL_AMGR']],
    ['T08', { level: 3 }, ['LEVEL_TOO_HIGH']],
    ['T08', { level: null }, ['LEVEL_TOO_HIGH']],
    ['T11', { closure: closure({ reason: 'CONSENT_NOT_GIVEN', tapReviews: 0 }) }, ['TAP_NOT_REVIEWED']],
    ['T11', { closure: null }, ['CLOSURE_MISSING']],
    ['T12', { assessmentProblems: 3 }, ['ASSESSMENT_INCOMPLETE']],
    ['T12', { assessmentProblems: null }, ['ASSESSMENT_INCOMPLETE']],
    ['T12', { assessConsent: false }, ['CONSENT_MISSING']],
    ['T14', { closure: closure({ reason: 'NEEDS_MET' }) }, ['REASON_DOES_NOT_FIT']],
    ['T15', { otherServicesAgreed: 0 }, ['NO_OTHER_SERVICE']],
    ['T15', { meetingDateSet: false }, ['DATE_MISSING']],
    ['T16', { firstMeeting: null }, ['MEETING_NOT_HELD', 'ATTENDANCE_MISSING']],
    ['T16', { firstMeeting: { held: true, invitees: 5, coded: 4 } }, ['ATTENDANCE_MISSING']],
    ['T16', { leadAccepted: false }, ['LEAD_MISSING']],
    ['T16', { plan: { agreed: true, actions: 0, hasNextDate: true } }, ['PLAN_EMPTY']],
    [
      'T16',
      { plan: { agreed: false, actions: 1, hasNextDate: false } },
      ['PLAN_NOT_AGREED', 'NEXT_DATE_MISSING'],
    ],
    ['T17', { rearrangeReason: false }, ['REASON_MISSING']],
    ['T18', { reviewComplete: false }, ['REVIEW_INCOMPLETE']],
    ['T19', { panelConsent: false }, ['PANEL_CONSENT_MISSING']],
    ['T20', { panelDecision: false }, ['DECISION_MISSING']],
    ['T23', { statutoryAcceptance: { ...STEP_UP, date: null } }, ['ACCEPTANCE_MISSING']],
    ['T24', { returnTo: [] }, ['NOTHING_TO_RETURN_TO']],
    ['T24', { notAccepted: { reason: true, teamTold: false } }, ['TEAM_NOT_TOLD']],
    ['T26', { consentReconfirmed: false }, ['CONSENT_NOT_RECONFIRMED']],
    ['T26', { earlierPlan: false }, ['ASSESSMENT_TOO_OLD']],
    ['T27', { transferConsent: false }, ['TRANSFER_CONSENT_MISSING']],
    ['T30', { approvals: [] }, ['APPROVAL_CAFC']],
    ['T30', { closure: closure({ reason: 'NEEDS_MET', level: 2 }) }, ['LEVEL_NOT_ONE']],
    ['T30', { closure: closure({ reason: 'NEEDS_MET', openActions: 1 }) }, ['ACTION_OPEN']],
    ['T30', { closure: closure({ reason: 'NEEDS_MET', finalReviewHeld: false }) }, ['FINAL_REVIEW_MISSING']],
    ['T35_CLERICAL', { closedOn: '2026-02-27' }, ['TOO_LATE']],
    ['T36', { mergeApprovals: 1 }, ['APPROVAL_MISSING']],
    ['T36', { mergeTarget: null }, ['OTHER_RECORD_MISSING']],
    ['T36', { mergeTarget: { fits: true, numbersDiffer: true } }, ['NHS_NUMBERS_DIFFER']],
    ['T36', { mergeTarget: { fits: false, numbersDiffer: false } }, ['CHILDREN_DIFFER']],
    ['T36_UNDO', { mergedOn: '2025-12-15' }, ['TOO_LATE']],
    ['T37', { holdReason: false }, ['REASON_MISSING']],
    ['T38', { archiveDue: false }, ['ARCHIVE_EARLY']],
    ['T39', { retentionEnded: false }, ['RETENTION_RUNS']],
    ['T39', { disposalGround: false }, ['REASON_MISSING']],
    ['T38', { legalHold: true }, ['LEGAL_HOLD']],
    ['T39', { disposalApprovals: 1 }, ['APPROVAL_MISSING']],
    ['T39', { legalHold: true }, ['LEGAL_HOLD']],
    ['T40', { recentAssessment: false }, ['ASSESSMENT_TOO_OLD']],
    ['T40', { otherOpenEpisode: true }, ['EPISODE_OPEN']],
  ])('%s with %j says %j', (id, over, codes) =>
    expect(codesOf(life.canMove(id, factsFor(id, over)))).toEqual(codes),
  );

  it('every obstacle has words a person can act on', () => {
    for (const { id } of life.TRANSITIONS) {
      const answer = life.canMove(id, life.factsWith({ state: ALLOWED[id].state, today: TODAY }));
      if (answer.ok) continue;
      expect(answer.words).toBe(answer.obstacles[0]?.words);
      for (const { words } of answer.obstacles) expect(words).toMatch(/^[A-Z].{10,}[^.]$/);
    }
  });

  it('where the authority lets the lead professional close alone, the CAF team need not sign', () => {
    const facts = factsFor('T30', { approvals: [] });
    expect(life.canMove('T30', facts, { leadMayCloseAlone: true })).toEqual({ ok: true, to: 'CLOSED' });
    expect(
      codesOf(life.canMove('T06', factsFor('T06', { approvals: [] }), { leadMayCloseAlone: true })),
    ).toEqual(['APPROVAL_AMGR']);
  });
});

describe('a safeguarding referral (rule ALWAYS)', () => {
  it.each(OPEN_STATES.filter((state) => state !== 'STEP_UP_PENDING' && state !== 'PAUSED_STATUTORY'))(
    'from %s goes to social care with nothing else on record',
    (state) => {
      const { transition, to } = life.referralFrom(state);
      expect(to).toBe('STEP_UP_PENDING');
      expect(transition && life.canMove(transition, life.factsWith({ state, today: TODAY }))).toEqual({
        ok: true,
        to,
      });
      expect(transition && life.mayBring(transition, [])).toBe(true);
    },
  );

  it.each<EpisodeState>([
    'CLOSED',
    'REJECTED',
    'MERGED',
    'ARCHIVED',
    'DISPOSED',
    'STEP_UP_PENDING',
    'PAUSED_STATUTORY',
  ])('from %s is a record of its own and the state stays', (state) => {
    expect(life.referralFrom(state)).toEqual({ transition: null, to: state });
    expect(life.canMove('T22', life.factsWith({ state, today: TODAY }))).toEqual({ ok: true, to: state });
  });

  it('without any episode is a record of its own', () =>
    expect(life.referralFrom(null)).toEqual({ transition: null, to: null }));
});

describe('who brings a move about', () => {
  it('only those the table names', () => {
    expect(life.mayBring('T16', ['CHAIR'])).toBe(true);
    expect(life.mayBring('T16', ['PRACT'])).toBe(false);
    expect(life.mayBring('T33', ['LP', 'AUTHOR', 'AMGR'])).toBe(false);
  });
});

describe('coming back', () => {
  it('a referral during a transfer goes back to the transfer, and the transfer to the plan', () => {
    const moving = life.nextReturnTo([], 'T27', 'PLAN_ACTIVE', 'TRANSFER_PENDING');
    const referred = life.nextReturnTo(moving, 'T22', 'TRANSFER_PENDING', 'STEP_UP_PENDING');
    expect(referred).toEqual(['PLAN_ACTIVE', 'TRANSFER_PENDING']);
    expect(life.nextReturnTo(referred, 'T24', 'STEP_UP_PENDING', 'TRANSFER_PENDING')).toEqual(moving);
    expect(life.nextReturnTo(moving, 'T29', 'TRANSFER_PENDING', 'PLAN_ACTIVE')).toEqual([]);
  });

  it('after a step-down there is nothing to go back to', () =>
    expect(life.nextReturnTo(['ASSESSING'], 'T26', 'PAUSED_STATUTORY', 'PLAN_ACTIVE')).toEqual([]));
});
