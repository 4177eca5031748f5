import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLOSURE_REASONS, type EpisodeState } from '../codes/index.js';
import * as life from './index.js';

const TODAY = '2026-03-16';
const RUNS = Number(process.env['ENCIRCLE_WALKS'] ?? 60);
/** The same walks in every run of the tests; a proof says its own seed. */
const SEED = process.env['ENCIRCLE_WALKS'] ? Number(process.env['ENCIRCLE_SEED']) : 20_260_316;
process.stderr.write(`Walks through the life of a case: ${RUNS}, seed ${SEED}\n`);

const OPEN =
  'CONCERN CONSENT_SEEKING TAP ASSESSING ASSESSED TAC_PLANNED PLAN_ACTIVE PANEL_REVIEW TRANSFER_PENDING';
const STATUTORY = 'STEP_UP_PENDING PAUSED_STATUTORY';
const EVERY = `${OPEN} ${STATUTORY} CLOSED REJECTED MERGED ARCHIVED DISPOSED`;

/**
 * The table once more, written by hand from the specification and not from the program: move, from, to. A walk that takes a step
 * which is not here has reached what the table forbids. `back` is where the episode was before; `same` leaves it.
 */
const BY_HAND: readonly (readonly [moves: string, from: string, to: string])[] = [
  ['T01', '-', 'CONCERN'],
  ['T02', 'CONCERN', 'REJECTED'],
  ['T03', 'CONCERN', 'CONSENT_SEEKING'],
  ['T04', 'CONCERN', 'STEP_UP_PENDING'],
  ['T05', 'CONSENT_SEEKING', 'ASSESSING'],
  ['T06', 'CONSENT_SEEKING CONCERN', 'TAP'],
  ['T07', 'CONSENT_SEEKING', 'STEP_UP_PENDING'],
  ['T08', 'CONSENT_SEEKING', 'REJECTED'],
  ['T09', 'TAP', 'CONSENT_SEEKING'],
  ['T10', 'TAP', 'STEP_UP_PENDING'],
  ['T11', 'TAP', 'CLOSED'],
  ['T12', 'ASSESSING', 'ASSESSED'],
  ['T13', 'ASSESSING', 'CLOSED'],
  ['T14', 'ASSESSED', 'CLOSED'],
  ['T15', 'ASSESSED', 'TAC_PLANNED'],
  ['T16', 'TAC_PLANNED', 'PLAN_ACTIVE'],
  ['T17', 'TAC_PLANNED', 'same'],
  ['T18', 'PLAN_ACTIVE PANEL_REVIEW', 'same'],
  ['T19', 'PLAN_ACTIVE', 'PANEL_REVIEW'],
  ['T20 T20_WITHDRAWN', 'PANEL_REVIEW', 'PLAN_ACTIVE'],
  ['T21', 'PANEL_REVIEW', 'STEP_UP_PENDING'],
  ['T22', 'PLAN_ACTIVE TAC_PLANNED ASSESSED ASSESSING TRANSFER_PENDING', 'STEP_UP_PENDING'],
  ['T23', 'STEP_UP_PENDING', 'PAUSED_STATUTORY'],
  ['T24', 'STEP_UP_PENDING', 'back'],
  ['T25', 'PAUSED_STATUTORY', 'CLOSED'],
  ['T26', 'PAUSED_STATUTORY', 'PLAN_ACTIVE'],
  ['T27', OPEN.replace(' TRANSFER_PENDING', ''), 'TRANSFER_PENDING'],
  ['T28', 'TRANSFER_PENDING', 'CLOSED'],
  ['T29', 'TRANSFER_PENDING', 'back'],
  ['T30 T31 T32', OPEN, 'CLOSED'],
  ['T33 T34 T41', `${OPEN} ${STATUTORY}`, 'CLOSED'],
  ['T35', 'CLOSED', 'same'],
  ['T35_CLERICAL', 'CLOSED', 'back'],
  ['T36', EVERY.replace(' MERGED', '').replace(' DISPOSED', ''), 'MERGED'],
  ['T36_UNDO', 'MERGED', 'back'],
  ['T37', EVERY, 'same'],
  ['T38', 'CLOSED REJECTED', 'ARCHIVED'],
  ['T39', 'ARCHIVED', 'DISPOSED'],
  ['T40', '-', 'PLAN_ACTIVE'],
];

/** A referral is possible everywhere: where work is over or with social care, it is a record of its own and the state stays. */
const REFERRALS = ['T04', 'T07', 'T10', 'T21', 'T22'];

function inTheTable(
  id: string,
  from: EpisodeState | null,
  to: EpisodeState,
  before: EpisodeState | undefined,
): boolean {
  if (REFERRALS.includes(id) && from !== null)
    return OPEN.split(' ').includes(from) ? to === 'STEP_UP_PENDING' : to === from;
  const row = BY_HAND.find(([moves]) => moves.split(' ').includes(id));
  if (row === undefined || !row[1].split(' ').includes(from ?? '-')) return false;
  return row[2] === 'same' ? to === from : row[2] === 'back' ? to === before : to === row[2];
}
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
    holdReason: yes,
    mergeReason: yes,
    mergeTarget: fc.constantFrom(
      null,
      { fits: true, numbersDiffer: false },
      { fits: true, numbersDiffer: true },
      { fits: false, numbersDiffer: false },
    ),
    mergedOn: fc.constantFrom(null, TODAY, '2025-12-01'),
    disposalGround: yes,
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
    let steps = 0;
    fc.assert(
      fc.property(anySteps, (walk) => {
        let state: EpisodeState | null = null;
        let returnTo: readonly EpisodeState[] = [];
        const cameFrom = new Map<EpisodeState, EpisodeState[]>();
        for (const [pick, build] of walk) {
          const open: readonly life.TransitionId[] = life.transitionsFrom(state).map((row) => row.id);
          const id = open[pick % open.length];
          if (id === undefined) break;
          const facts: life.LifecycleFacts = build({ state, returnTo });
          const answer = life.canMove(id, facts);
          if (!answer.ok) continue;
          const row = life.transition(id);
          steps += 1;
          // Where it was before, kept by the walk itself and not by the program.
          const before = state === null ? undefined : cameFrom.get(state)?.at(-1);
          if (!inTheTable(id, state, answer.to, before))
            throw new Error(`${id} from ${state ?? 'nothing'} led to ${answer.to}`);
          if (state === 'DISPOSED') expect(answer.to).toBe('DISPOSED');
          if (answer.to === 'CLOSED' && state !== 'CLOSED' && row.to === 'CLOSED')
            expect(row.reasons).toContain(facts.closure?.reason);
          if (state === 'CLOSED' && answer.to !== 'CLOSED')
            expect(['MERGED', 'ARCHIVED', 'T35_CLERICAL']).toContain(id === 'T35_CLERICAL' ? id : answer.to);
          if (row.to === 'RETURN' && state !== null) cameFrom.get(state)?.pop();
          else if (state !== null && answer.to !== state)
            cameFrom.set(answer.to, [...(cameFrom.get(answer.to) ?? []), state]);
          returnTo = life.nextReturnTo(returnTo, id, state, answer.to);
          state = answer.to;
          reached.add(state);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    process.stderr.write(`${RUNS} walks, ${steps} steps, ${reached.size} states reached\n`);
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
