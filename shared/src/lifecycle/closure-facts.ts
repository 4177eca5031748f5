import type { ClosureReason, LevelOfNeed } from '../codes/index.js';
import type { CivilDate } from '../dates/index.js';

export interface ContactAttempt {
  on: CivilDate;
  /** A note type or another word for the way: phone, visit, letter */
  method: string;
}

/** The closure form (rule 4.4) and what the reasons of rule 4.5 need on record. */
export interface ClosureFacts {
  reason: ClosureReason | null;
  closureDate: CivilDate | null;
  /** The latest dated event of the episode: no closure before it */
  lastEventDate: CivilDate | null;
  level: LevelOfNeed | null;
  openOutcomes: number;
  openActions: number;
  finalReviewHeld: boolean;
  whoToContact: string | null;
  summary: string | null;
  familyAgrees: 'AGREE' | 'DISAGREE' | 'NOT_CONTACTABLE' | null;
  /** Their words when they disagree, or what was tried when they could not be reached */
  familyAgreesText: string | null;
  /** Words, or the reason why there are none */
  childComment: string | null;
  parentComment: string | null;
  /** Named service and contact that goes on */
  ongoingSupport: string | null;
  serviceAccepted: boolean;
  acceptanceId: string | null;
  acceptanceDate: CivilDate | null;
  conferenceDate: CivilDate | null;
  placementDate: CivilDate | null;
  statutoryLead: string | null;
  withdrawalRecorded: boolean;
  riskConsidered: string | null;
  tapReviews: number;
  attempts: readonly ContactAttempt[];
  receiver: string | null;
  receiptDate: CivilDate | null;
  documentsListed: boolean;
  checksWithSchool: boolean;
  checksWithHealth: boolean;
  dateOfBirth: CivilDate | null;
  /** Support agreed to 25 */
  extendedTo25: boolean;
  adultRouteConsidered: boolean;
  deathDate: CivilDate | null;
  unborn: boolean;
  conclusion: string | null;
  mergeId: string | null;
  coordinatorApproved: boolean;
}

/** An empty closure form with what is known on top. */
export function closureWith(known: Partial<ClosureFacts>): ClosureFacts {
  return { ...EMPTY, ...known };
}

const EMPTY: ClosureFacts = {
  reason: null,
  closureDate: null,
  lastEventDate: null,
  level: null,
  openOutcomes: 0,
  openActions: 0,
  finalReviewHeld: false,
  whoToContact: null,
  summary: null,
  familyAgrees: null,
  familyAgreesText: null,
  childComment: null,
  parentComment: null,
  ongoingSupport: null,
  serviceAccepted: false,
  acceptanceId: null,
  acceptanceDate: null,
  conferenceDate: null,
  placementDate: null,
  statutoryLead: null,
  withdrawalRecorded: false,
  riskConsidered: null,
  tapReviews: 0,
  attempts: [],
  receiver: null,
  receiptDate: null,
  documentsListed: false,
  checksWithSchool: false,
  checksWithHealth: false,
  dateOfBirth: null,
  extendedTo25: false,
  adultRouteConsidered: false,
  deathDate: null,
  unborn: false,
  conclusion: null,
  mergeId: null,
  coordinatorApproved: false,
};
