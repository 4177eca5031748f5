import type { ClosureReason, EpisodeState, LevelOfNeed } from '../codes/index.js';
import type { CivilDate } from '../dates/index.js';
import type { ClosureFacts } from './closure-facts.js';

/** Who brings about a move. ANYONE is any signed-in worker; SYSTEM is the program itself. */
export type LifecycleRole =
  | 'ANYONE'
  | 'PRACT'
  | 'AUTHOR'
  | 'LP'
  | 'AMGR'
  | 'CAFC'
  | 'CHAIR'
  | 'PANEL'
  | 'MASH'
  | 'SOCIAL_WORKER'
  | 'IGO'
  | 'SYSTEM';

export interface FirstMeetingFacts {
  held: boolean;
  invitees: number;
  /** Invitees with an attendance code */
  coded: number;
}

export interface PlanFacts {
  agreed: boolean;
  actions: number;
  hasNextDate: boolean;
}

/**
 * What the guards ask about an episode, gathered in one go by the caller. Everything is false, nought or null
 * until known ({@link noFacts}), so that a fact nobody looked up keeps a move shut.
 */
export interface LifecycleFacts {
  state: EpisodeState | null;
  /** Where to go back to, latest last; kept with {@link nextReturnTo}. */
  returnTo: readonly EpisodeState[];
  today: CivilDate;
  /** Second signatures given for this move */
  approvals: readonly LifecycleRole[];

  childMatched: boolean;
  duplicateSearchDone: boolean;
  otherOpenEpisode: boolean;
  preCaf: { complete: boolean; outcome: string | null; rationale: boolean } | null;
  level: LevelOfNeed | null;

  assessConsent: boolean;
  /** Services other than the author's named in an agreement in force */
  otherServicesAgreed: number;
  panelConsent: boolean;
  deidentifiedPack: boolean;
  transferConsent: boolean;
  consentReconfirmed: boolean;
  refusalRecorded: boolean;
  nobodyReachable: boolean;
  belowThresholdJudged: boolean;
  managerConsulted: boolean;

  assessmentProblems: number | null;
  conclusion: string | null;
  /** Imported assessment or summary not older than 6 months */
  recentAssessment: boolean;
  earlierPlan: boolean;

  meetingDateSet: boolean;
  firstMeeting: FirstMeetingFacts | null;
  rearrangeReason: boolean;
  leadAccepted: boolean;
  leadNamed: boolean;
  plan: PlanFacts | null;
  reviewComplete: boolean;

  panelQuestion: boolean;
  panelDecision: boolean;

  statutoryAcceptance: { id: boolean; leadNamed: boolean; date: CivilDate | null } | null;
  notAccepted: { reason: boolean; teamTold: boolean } | null;
  handoverHeld: boolean;

  /** The day on which the last of the children is 18; null while one is not born. */
  adultOn: CivilDate | null;

  newAddressOrAuthorityKnown: boolean;
  transferDeclinedReason: boolean;

  closure: ClosureFacts | null;
  clericalReason: boolean;
  closedOn: CivilDate | null;
  legalHold: boolean;
  /** Why a hold is set or lifted, in words */
  holdReason: boolean;
  /** The record a duplicate is merged into, where it is there to be found */
  mergeTarget: { fits: boolean; numbersDiffer: boolean } | null;
  mergeReason: boolean;
  /** The day it was merged */
  mergedOn: CivilDate | null;
  mergeApprovals: number;
  disposalApprovals: number;
  disposalGround: boolean;
  retentionEnded: boolean;
  archiveDue: boolean;
}

/** Facts of an episode of which nothing is known yet, with what is known on top. */
export function factsWith(
  known: Partial<LifecycleFacts> & Pick<LifecycleFacts, 'state' | 'today'>,
): LifecycleFacts {
  return { ...UNKNOWN, ...known };
}

const UNKNOWN: Omit<LifecycleFacts, 'state' | 'today'> = {
  returnTo: [],
  approvals: [],
  childMatched: false,
  duplicateSearchDone: false,
  otherOpenEpisode: false,
  preCaf: null,
  level: null,
  assessConsent: false,
  otherServicesAgreed: 0,
  panelConsent: false,
  deidentifiedPack: false,
  transferConsent: false,
  consentReconfirmed: false,
  refusalRecorded: false,
  nobodyReachable: false,
  belowThresholdJudged: false,
  managerConsulted: false,
  assessmentProblems: null,
  conclusion: null,
  recentAssessment: false,
  earlierPlan: false,
  meetingDateSet: false,
  firstMeeting: null,
  rearrangeReason: false,
  leadAccepted: false,
  leadNamed: false,
  plan: null,
  reviewComplete: false,
  panelQuestion: false,
  panelDecision: false,
  statutoryAcceptance: null,
  notAccepted: null,
  handoverHeld: false,
  adultOn: null,
  newAddressOrAuthorityKnown: false,
  transferDeclinedReason: false,
  closure: null,
  clericalReason: false,
  closedOn: null,
  legalHold: false,
  holdReason: false,
  mergeTarget: null,
  mergeReason: false,
  mergedOn: null,
  mergeApprovals: 0,
  disposalApprovals: 0,
  disposalGround: false,
  retentionEnded: false,
  archiveDue: false,
};

export type { ClosureReason, EpisodeState };
