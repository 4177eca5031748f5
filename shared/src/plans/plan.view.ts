import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { MaybePart, MaybeText, Parts, Texts } from '../shapes/index.js';
import { ActionView } from './action.view.js';
import { AgreementView, NextPlanned, PlanChild, PlanPerson, ReviewView } from './around-plan.view.js';
import { OutcomeView } from './outcome.view.js';

export class PlanBody {
  @IsUUID()
  id!: string;

  @IsInt()
  versionNo!: number;

  @IsString()
  status!: string;

  @MaybeText()
  agreedOn!: string | null;

  @MaybeText()
  contingency!: string | null;

  @Parts(() => AgreementView)
  agreements!: AgreementView[];

  @Parts(() => OutcomeView)
  outcomes!: OutcomeView[];

  @Parts(() => ActionView)
  actions!: ActionView[];

  @IsInt()
  version!: number;
}

/** The plan of an episode; `plan` is null until one is begun. */
export class PlanView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  state!: string;

  @ValidateNested()
  @Type(() => PlanChild)
  child!: PlanChild;

  /** Those of the record the reader may know of. */
  @Parts(() => PlanChild)
  children!: PlanChild[];

  @IsOptional()
  @IsInt()
  level!: number | null;

  @MaybePart(() => PlanBody)
  plan!: PlanBody | null;

  @Parts(() => ReviewView)
  reviews!: ReviewView[];

  @MaybeText()
  nextReviewDue!: string | null;

  @MaybePart(() => NextPlanned)
  nextMeeting!: NextPlanned | null;

  @Parts(() => PlanPerson)
  people!: PlanPerson[];

  /** You may add hopes and actions, agree the plan and record a review. */
  @IsBoolean()
  mayLead!: boolean;
}

export class ObstacleView {
  @IsString()
  code!: string;

  @IsString()
  words!: string;
}

/** Where closing stands: what is in the way, or who has yet to sign, or closed. */
export class ClosingView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  state!: string;

  @IsOptional()
  @IsUUID()
  id!: string | null;

  @MaybeText()
  reason!: string | null;

  @MaybeText()
  status!: 'WAITING' | 'CLOSED' | 'SENT_BACK' | null;

  /** Roles that have yet to sign: CAFC, AMGR. */
  @Texts()
  waitingFor!: string[];

  @MaybeText()
  closedOn!: string | null;

  @MaybeText()
  retentionUntil!: string | null;

  @MaybeText()
  summary!: string | null;

  @MaybeText()
  sentBackReason!: string | null;

  @Parts(() => ObstacleView)
  obstacles!: ObstacleView[];

  /** What the reader is on the case lets them fill in the form: who leads or began it, the manager, the CAF team. */
  @IsBoolean()
  mayClose!: boolean;

  @IsInt()
  version!: number;
}
