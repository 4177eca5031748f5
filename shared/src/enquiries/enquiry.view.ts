import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybePart, MaybeText, Parts, Texts } from '../shapes/index.js';
import { ENQUIRY_AGREEMENTS, ENQUIRY_GIVERS, ENQUIRY_KINDS } from './enquiry.contract.js';
import type { EnquiryAgreement, EnquiryGiver, EnquiryKind } from './enquiry.contract.js';
import { OUTCOMES_HEARD, type OutcomeHeard } from './heard.js';
import { LevelChosenView } from '../levels/index.js';
import { TRIAGE_DECISIONS, type TriageDecision } from './triage.contract.js';

export const ENQUIRY_STATES = ['WAITING', 'DECIDED', 'UNTAKEN', 'WITHDRAWN'] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

export const OFFER_STATES = ['OFFERED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What the enquirer hears of it. */
export class HeardView {
  @IsIn(OUTCOMES_HEARD)
  outcome!: OutcomeHeard;

  @MaybeText()
  told!: string | null;

  /** Who took it up; never a specialist service. */
  @MaybeText()
  takenBy!: string | null;

  @IsDateString()
  on!: string;
}

export class EnquiryLine {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsIn(ENQUIRY_KINDS)
  kind!: EnquiryKind;

  @IsIn(ENQUIRY_STATES)
  state!: EnquiryState;

  @IsDateString()
  madeAt!: string;

  @IsString()
  madeBy!: string;

  @IsString()
  agency!: string;

  /** As the enquirer wrote it; null where nobody is named. */
  @MaybeText()
  childName!: string | null;

  @Texts()
  issues!: string[];

  /** The last day on which a decision is in time. */
  @IsDateString()
  dueOn!: string;

  @IsBoolean()
  overdue!: boolean;

  @MaybePart(() => HeardView)
  heard!: HeardView | null;
}

export class EnquiryList {
  @Parts(() => EnquiryLine)
  items!: EnquiryLine[];

  @MaybeText()
  next!: string | null;
}

export class OfferView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsUUID()
  enquiryId!: string;

  @IsString()
  worker!: string;

  @IsString()
  agency!: string;

  @IsIn(OFFER_STATES)
  state!: OfferState;

  @IsDateString()
  offeredAt!: string;

  @IsDateString()
  answerBy!: string;

  @MaybeText()
  reason!: string | null;

  /** Asked of the reader. */
  @IsBoolean()
  mine!: boolean;
}

/** What was decided: for the CAF team and whoever was asked to take it up. */
export class TriageView {
  @IsIn(TRIAGE_DECISIONS)
  decision!: TriageDecision;

  /** The level of need as it looked then, in the words of then. */
  @MaybePart(() => LevelChosenView)
  level!: LevelChosenView | null;

  @IsString()
  why!: string;

  @MaybeText()
  told!: string | null;

  @IsString()
  decidedBy!: string;

  @IsDateString()
  decidedAt!: string;
}

export class EnquiryView extends EnquiryLine {
  @IsString()
  source!: string;

  @MaybeText()
  callerName!: string | null;

  @MaybeText()
  callerContact!: string | null;

  @IsBoolean()
  isUnborn!: boolean;

  @MaybeText()
  givenNames!: string | null;

  @MaybeText()
  familyName!: string | null;

  @MaybeText()
  dateOfBirth!: string | null;

  @MaybeText()
  dueDate!: string | null;

  @MaybeText()
  sex!: string | null;

  @MaybeText()
  postcode!: string | null;

  @IsBoolean()
  noFixedAddress!: boolean;

  @MaybeText()
  setting!: string | null;

  @IsString()
  whatFor!: string;

  @MaybeText()
  strengths!: string | null;

  @MaybeText()
  tried!: string | null;

  @IsOptional()
  @IsBoolean()
  familyKnows!: boolean | null;

  @IsOptional()
  @IsIn(ENQUIRY_AGREEMENTS)
  agreed!: EnquiryAgreement | null;

  @IsOptional()
  @IsIn(ENQUIRY_GIVERS)
  agreedBy!: EnquiryGiver | null;

  @MaybeText()
  agreedName!: string | null;

  @MaybeText()
  agreedOn!: string | null;

  @IsOptional()
  @IsBoolean()
  passOn!: boolean | null;

  /** Names of services the family does not want: of those the reader may know of. */
  @Texts()
  notTo!: string[];

  @IsOptional()
  @IsBoolean()
  mayHear!: boolean | null;

  /** Where support goes on, for whoever may read it there. */
  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  @MaybePart(() => TriageView)
  triage!: TriageView | null;

  @Parts(() => OfferView)
  offers!: OfferView[];

  /** The reader may take it back. */
  @IsBoolean()
  mayWithdraw!: boolean;

  /** The reader decides on it. */
  @IsBoolean()
  mayDecide!: boolean;

  /** Nobody has it in hand, and the reader may ask somebody else. */
  @IsBoolean()
  mayOffer!: boolean;

  /** The reader took it up, and support has not started. */
  @IsBoolean()
  mayStart!: boolean;
}
