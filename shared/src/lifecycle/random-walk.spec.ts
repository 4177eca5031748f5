import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLOSURE_REASONS, type EpisodeState } from '../codes/index.js';
import * as life from './index.js';

const TODAY = '2026-03-16';
const yes = fc.boolean();

const anyClosure: fc.Arbitrary<life.ClosureFacts | null> = fc.option(
  fc
    .record({
      reason: fc.constantFrom(null, ...CLOSURE_REASONS.codes),
      closureDate: fc.constantFrom(null, TODAY),
      level: fc.constantFrom<1 | 2 | 3 | 4 | null>(1, 2, 3, 4, null),
      openActions: fc.nat(1),
      openOutcomes: fc.nat(1),
      finalReviewHeld: yes,
      serviceAccepted: yes,
      withdrawalRecorded: yes,
      coordinatorApproved: yes,
      unborn: yes,
      tapReviews: fc.nat(1),
      acceptanceId: fc.constantFrom(null, 'SC-1'),
      acceptanceDate: fc.constantFrom(null, TODAY),
      deathDate: fc.constantFrom(null, TODAY),
      conclusion: fc.constantFrom(null, 'NO_ADDITIONAL_NEEDS'),
      riskConsidered: fc.constantFrom(null, 'Thought about'),
      familyAgrees: fc.constantFrom<'AGREE' | null>('AGREE', null),
      childComment: fc.constantFrom(null, 'Fine'),
      parentComment: fc.constantFrom(null, 'Fine'),
      whoToContact: fc.constantFrom(null, 'School'),
      summary: fc.constantFrom(null, 'Better'),
      ongoingSupport: fc.constantFrom(null, 'School nurse'),
    })
    .map(life.closureWith),
);

const anyFacts = fc
  .record({
    childMatched: yes,
    duplicateSearchDone: yes,
    otherOpenEpisode: yes,
    assessConsent: yes,
    refusalRecorded: yes,
    belowThresholdJudged: yes,
    managerConsulted: yes,
    assessmentProblems: fc.constantFrom(0, 1, null),
    meetingDateSet: yes,
    otherServicesAgreed: fc.nat(2),
    firstMeeting: fc.constantFrom(null, { held: true, invitees: 2, coded: 2 }),
    leadAccepted: yes,
    plan: fc.constantFrom(null, { agreed: true, actions: 1, hasNextDate: true }),
    reviewComplete: yes,
    panelConsent: yes,
    panelQuestion: yes,
    panelDecision: yes,
    statutoryAcceptance: fc.constantFrom(null, { id: true, leadNamed: true, date: TODAY }),
    notAccepted: fc.constantFrom(null, { reason: true, teamTold: true }),
    handoverHeld: yes,
    consentReconfirmed: yes,
    leadNamed: yes,
    earlierPlan: yes,
    newAddressOrAuthorityKnown: yes,
    transferConsent: yes,
    transferDeclinedReason: yes,
    legalHold: yes,
    mergeApprovals: fc.nat(2),
    disposalApprovals: fc.nat(2),
    retentionEnded: yes,
    archiveDue: yes,
    preCaf: fc.constantFrom(
      null,
      { complete: true, outcome: 'FULL_CAF', rationale: true },
      { complete: true, outcome: 'MEET_WITHIN_SERVICE', rationale: true },
    ),
    approvals: fc.subarray<life.LifecycleRole>(['AMGR', 'CAFC', 'IGO', 'LP', 'SOCIAL_WORKER']),
    closure: anyClosure,
  })
  .map(
    (known) => (at: Pick<life.LifecycleFacts, 'state' | 'returnTo'>) =>
      life.factsWith({ today: TODAY, ...known, ...at }),
  );

const anySteps = fc.array(fc.tuple(fc.nat(), anyFacts), { minLength: 60, maxLength: 120 });

describe('a random walk through the life of an episode', () => {
  it('never leaves the table, never closes without a fitting reason, never comes back from the end', () => {
    const reached = new Set<EpisodeState>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        let state: EpisodeState | null = null;
        let returnTo: readonly EpisodeState[] = [];
        for (const [pick, build] of steps) {
          const open: readonly life.TransitionId[] = life.transitionsFrom(state).map((row) => row.id);
          const id = open[pick % open.length];
          if (id === undefined) break;
          const facts: life.LifecycleFacts = build({ state, returnTo });
          const answer = life.canMove(id, facts);
          if (!answer.ok) continue;
          const row = life.transition(id);
          expect(life.ALL_STATES).toContain(answer.to);
          if (state === 'DISPOSED') expect(answer.to).toBe('DISPOSED');
          if (answer.to === 'CLOSED' && state !== 'CLOSED' && row.to === 'CLOSED')
            expect(row.reasons).toContain(facts.closure?.reason);
          if (state === 'CLOSED' && answer.to !== 'CLOSED')
            expect(['MERGED', 'ARCHIVED', 'T35_CLERICAL']).toContain(id === 'T35_CLERICAL' ? id : answer.to);
          returnTo = life.nextReturnTo(returnTo, id, state, answer.to);
          state = answer.to;
          reached.add(state);
        }
      }),
      { numRuns: 60, seed: 20260316 },
    );
    expect(reached.size).toBeGreaterThanOrEqual(14);
  });

  it('a referral is possible at every step of it and always leads to social care or leaves the state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...life.ALL_STATES), anyFacts, (state, build) => {
        for (const id of ['T04', 'T07', 'T10', 'T21', 'T22'] as const) {
          const answer = life.canMove(id, build({ state, returnTo: [] }));
          expect(answer.ok && ['STEP_UP_PENDING', state].includes(answer.to)).toBe(true);
        }
      }),
    );
  });
});
