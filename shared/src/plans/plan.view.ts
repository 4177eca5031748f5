import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';

export class RatingView {
  @IsUUID()
  id!: string;

  @IsNumber()
  value!: number;

  @IsString()
  ratedOn!: string;

  @IsString()
  rater!: string;
}

export class CommentView {
  @IsUUID()
  id!: string;

  @IsString()
  text!: string;

  @IsOptional()
  @IsString()
  author!: string | null;

  @IsString()
  on!: string;

  @IsOptional()
  @IsString()
  statusSet!: string | null;
}

export class ActionView {
  @IsUUID()
  id!: string;

  @IsOptional()
  @IsUUID()
  outcomeId!: string | null;

  @IsString()
  text!: string;

  @IsOptional()
  @IsUUID()
  ownerUserId!: string | null;

  @IsOptional()
  @IsUUID()
  ownerPersonId!: string | null;

  @IsOptional()
  @IsString()
  ownerName!: string | null;

  @IsOptional()
  @IsUUID()
  ownerAgencyId!: string | null;

  @IsBoolean()
  mine!: boolean;

  @IsString()
  byWhen!: string;

  @IsString()
  priority!: string;

  @IsString()
  status!: string;

  @IsOptional()
  @IsString()
  statusReason!: string | null;

  @IsOptional()
  @IsString()
  transferredTo!: string | null;

  @IsOptional()
  @IsString()
  doneOn!: string | null;

  @IsBoolean()
  overdue!: boolean;

  /** You may change it: your own, or you lead the case. */
  @IsBoolean()
  mayChange!: boolean;

  @IsString()
  category!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CommentView)
  comments!: CommentView[];

  @IsInt()
  version!: number;
}

export class OutcomeView {
  @IsUUID()
  id!: string;

  @IsInt()
  position!: number;

  @IsOptional()
  @IsString()
  need!: string | null;

  @IsOptional()
  @IsString()
  elementCode!: string | null;

  @IsString()
  statement!: string;

  @IsArray()
  @IsString({ each: true })
  agreedWith!: string[];

  @IsOptional()
  @IsString()
  ecmOutcome!: string | null;

  @IsArray()
  @IsInt({ each: true })
  familyOutcomes!: number[];

  @IsOptional()
  @IsString()
  measure!: string | null;

  @IsInt()
  scaleLow!: number;

  @IsInt()
  scaleHigh!: number;

  @IsOptional()
  @IsString()
  lowWords!: string | null;

  @IsOptional()
  @IsString()
  highWords!: string | null;

  @IsString()
  better!: string;

  @IsOptional()
  @IsString()
  rater!: string | null;

  @IsOptional()
  @IsNumber()
  baselineValue!: number | null;

  @IsOptional()
  @IsString()
  baselineOn!: string | null;

  @IsOptional()
  @IsNumber()
  targetValue!: number | null;

  @IsOptional()
  @IsString()
  targetOn!: string | null;

  @IsString()
  status!: string;

  @IsString()
  category!: string;

  /** Later scores, earliest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RatingView)
  ratings!: RatingView[];

  /** The change since the start by the same rater, in words; null when there are not two scores to compare. */
  @IsOptional()
  @IsString()
  travelled!: string | null;

  @IsInt()
  version!: number;
}

export class AgreementView {
  @IsUUID()
  personId!: string;

  @IsOptional()
  @IsString()
  name!: string | null;

  @IsString()
  agreed!: string;
}

export class ReviewView {
  @IsUUID()
  id!: string;

  @IsInt()
  reviewNo!: number;

  @IsString()
  heldOn!: string;

  @IsString()
  dueOn!: string;

  /** Held after the day it was due. */
  @IsBoolean()
  late!: boolean;

  @IsInt()
  level!: number;

  @IsString()
  whatNext!: string;

  @IsOptional()
  @IsString()
  nextDueOn!: string | null;

  @IsOptional()
  @IsString()
  childComment!: string | null;

  @IsOptional()
  @IsString()
  parentComment!: string | null;
}

/** Whom an action may be given to, and who may agree the plan. */
export class PlanPerson {
  @IsString()
  kind!: 'WORKER' | 'FAMILY';

  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  agencyName!: string | null;

  @IsOptional()
  @IsString()
  professionalRole!: string | null;

  @IsOptional()
  @IsString()
  relationship!: string | null;

  @IsOptional()
  @IsUUID()
  agencyId!: string | null;

  @IsBoolean()
  lead!: boolean;
}

export class PlanChild {
  @IsUUID()
  id!: string;

  @IsOptional()
  @IsString()
  name!: string | null;

  @IsOptional()
  @IsString()
  fullName!: string | null;

  @IsOptional()
  @IsInt()
  age!: number | null;
}

export class PlanBody {
  @IsUUID()
  id!: string;

  @IsInt()
  versionNo!: number;

  @IsString()
  status!: string;

  @IsOptional()
  @IsString()
  agreedOn!: string | null;

  @IsOptional()
  @IsString()
  contingency!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgreementView)
  agreements!: AgreementView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OutcomeView)
  outcomes!: OutcomeView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ActionView)
  actions!: ActionView[];

  @IsInt()
  version!: number;
}

export class NextPlanned {
  @IsUUID()
  id!: string;

  @IsString()
  plannedAt!: string;
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

  @IsOptional()
  @IsInt()
  level!: number | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PlanBody)
  plan!: PlanBody | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReviewView)
  reviews!: ReviewView[];

  @IsOptional()
  @IsString()
  nextReviewDue!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => NextPlanned)
  nextMeeting!: NextPlanned | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlanPerson)
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

  @IsOptional()
  @IsString()
  reason!: string | null;

  @IsOptional()
  @IsString()
  status!: 'WAITING' | 'CLOSED' | 'SENT_BACK' | null;

  /** Roles that have yet to sign: CAFC, AMGR. */
  @IsArray()
  @IsString({ each: true })
  waitingFor!: string[];

  @IsOptional()
  @IsString()
  closedOn!: string | null;

  @IsOptional()
  @IsString()
  retentionUntil!: string | null;

  @IsOptional()
  @IsString()
  summary!: string | null;

  @IsOptional()
  @IsString()
  sentBackReason!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ObstacleView)
  obstacles!: ObstacleView[];

  @IsInt()
  version!: number;
}
