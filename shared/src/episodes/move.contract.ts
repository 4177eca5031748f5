import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { isCivilDate } from '../dates/index.js';
import { MaybeText, Parts } from '../shapes/index.js';
import { EpisodeStateView } from './start.contract.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Moves a person brings about by themselves; the others come with a consent, a meeting, a plan, a closing form or a referral. */
export const MOVES_BY_HAND = [
  'T02',
  'T03',
  'T06',
  'T08',
  'T09',
  'T19',
  'T20',
  'T20_WITHDRAWN',
  'T26',
  'T27',
  'T29',
  'T35_CLERICAL',
  'T36',
  'T36_UNDO',
  'T37',
  'T39',
] as const;
export type MoveByHand = (typeof MOVES_BY_HAND)[number];

/** What is written down when a family says no, or cannot be reached (rule 5.5, number 1). */
export class RefusalRecord {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  whoSaidNo?: string;

  @IsBoolean({ message: 'Say whether anybody could be reached' })
  nobodyReachable!: boolean;

  @IsString({ message: 'Write the reason that was given' })
  @MaxLength(4000)
  reason!: string;

  /** Why this is below the safeguarding threshold. */
  @IsString({ message: 'Write why this is below the safeguarding threshold' })
  @MaxLength(4000)
  riskView!: string;

  @IsBoolean({ message: 'Say whether you talked to your manager' })
  managerConsulted!: boolean;

  /** Level of need as the author sees it, where no assessment has set one (guard of T08). */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(4, { message: 'The level of need is 1 to 4' })
  level?: number;
}

/** Taken to the panel (T19): what it is asked, and whether names were taken out of the pack. */
export class PanelQuestion {
  @IsString({ message: 'Write what the panel is asked' })
  @MaxLength(4000, { message: 'Keep the question under 4,000 characters' })
  question!: string;

  @IsBoolean({ message: 'Say whether names were taken out of the pack' })
  deidentified!: boolean;
}

/** What the panel decided (T20), with who does what about it. */
export class PanelDecision {
  @IsString({ message: 'Write what the panel decided' })
  @MaxLength(4000, { message: 'Keep the decision under 4,000 characters' })
  decision!: string;

  @MaybeText()
  @MaxLength(2000)
  resources?: string;

  @IsString({ message: 'Name who sees to it' })
  @MaxLength(200)
  owner!: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day by which it is seen to' })
  dueOn?: string;
}

/** Social care steps down (T26): the handover meeting and who held it. */
export class StepDownRecord {
  @Matches(DAY, { message: 'Enter the day of the handover meeting' })
  handoverOn!: string;

  @IsString({ message: 'Name the social worker' })
  @MaxLength(200)
  socialWorker!: string;

  @MaybeText()
  @MaxLength(4000)
  summary?: string;
}

/** The family is moving (T27): where to, who is asked there, and what is sent. */
export class TransferRecord {
  @IsString({ message: 'Enter the new authority, or the new address' })
  @MaxLength(300)
  newArea!: string;

  @MaybeText()
  @MaxLength(300)
  receiver?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day of the move' })
  movingOn?: string;

  @IsArray({ message: 'Say which documents go' })
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  documents!: string[];
}

/** A legal hold, set or lifted (T37): nothing of a held record is destroyed. */
export class HoldRecord {
  @IsBoolean({ message: 'Say whether the hold is set or lifted' })
  held!: boolean;

  @IsString({ message: 'Say what the hold is for, or why it is lifted' })
  @MaxLength(2000, { message: 'Keep the reason under 2,000 characters' })
  why!: string;

  @MaybeText()
  @MaxLength(500, { message: 'Keep the scope under 500 characters' })
  scope?: string;
}

/** The record that goes on, by its reference, and how it is known that both are the same (T36). */
export class MergeRecord {
  @IsString({ message: 'Enter the reference of the record that goes on' })
  @MaxLength(40)
  into!: string;

  @IsString({ message: 'Say how you know' })
  @MaxLength(2000, { message: 'Keep the reason under 2,000 characters' })
  why!: string;
}

/** On what ground a record is destroyed, and what was checked before (T39). */
export class DisposalRecord {
  @IsString({ message: 'Say on what ground it is destroyed, and what was checked' })
  @MinLength(10, { message: 'Say on what ground it is destroyed, in a sentence' })
  @MaxLength(2000, { message: 'Keep the ground under 2,000 characters' })
  ground!: string;
}

export class MoveEpisode {
  @IsIn(MOVES_BY_HAND, { message: 'Choose what happens next' })
  transition!: MoveByHand;

  @IsInt({ message: 'Send the version of the record you saw' })
  @Min(1)
  version!: number;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day it happened' })
  happenedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep the reason under 4,000 characters' })
  reason?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => RefusalRecord)
  refusal?: RefusalRecord;

  @IsOptional()
  @ValidateNested()
  @Type(() => PanelQuestion)
  panel?: PanelQuestion;

  @IsOptional()
  @ValidateNested()
  @Type(() => PanelDecision)
  decision?: PanelDecision;

  @IsOptional()
  @ValidateNested()
  @Type(() => StepDownRecord)
  stepDown?: StepDownRecord;

  @IsOptional()
  @ValidateNested()
  @Type(() => TransferRecord)
  transfer?: TransferRecord;

  @IsOptional()
  @ValidateNested()
  @Type(() => HoldRecord)
  hold?: HoldRecord;

  @IsOptional()
  @ValidateNested()
  @Type(() => MergeRecord)
  merge?: MergeRecord;

  @IsOptional()
  @ValidateNested()
  @Type(() => DisposalRecord)
  disposal?: DisposalRecord;
}

/** A day that exists and is not after `today`; the message when it is not, null when it is. */
export function dayProblem(day: string | undefined, today: string): string | null {
  if (day === undefined) return null;
  if (!isCivilDate(day)) return 'Enter a real day';
  return day > today ? 'The day cannot be in the future' : null;
}

export class MoveRow {
  @IsUUID()
  id!: string;

  @IsString()
  transition!: string;

  @IsString()
  trigger!: string;

  @IsOptional()
  @IsString()
  from!: string | null;

  @IsString()
  to!: string;

  @IsDateString()
  happenedOn!: string;

  @IsOptional()
  @IsString()
  reason!: string | null;

  @IsString()
  by!: string;

  @IsDateString()
  at!: string;
}

/** A time social care led, of the record or of one child of it. */
export class PauseView {
  @IsOptional()
  @IsUUID()
  childId!: string | null;

  @IsDateString()
  since!: string;

  @IsOptional()
  @IsDateString()
  until!: string | null;

  @IsOptional()
  @IsIn(['HANDED_BACK', 'OVER'])
  ended!: 'HANDED_BACK' | 'OVER' | null;

  /** Last day on which it is to be looked at again. */
  @IsDateString()
  reviewBy!: string;

  @IsInt()
  days!: number;

  @IsIn(['EARLY', 'RUNNING', 'LATE', 'IN_TIME'])
  when!: 'EARLY' | 'RUNNING' | 'LATE' | 'IN_TIME';

  /** Who wrote down that it was accepted. */
  @IsString()
  by!: string;

  /** Who leads at social care, for those who may read the plan. */
  @MaybeText()
  socialWorker!: string | null;

  /** Working days after it is handed back in which the team meets. */
  @IsInt()
  meetWithin!: number;
}

export class MovesView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MoveRow)
  items!: MoveRow[];

  @Parts(() => PauseView)
  pauses!: PauseView[];
}

/** The answer to a move: done, or signed and waiting for a second person. */
export class MoveAnswerView {
  @IsBoolean()
  moved!: boolean;

  /** Roles that still have to sign; empty when it is done. */
  @IsArray()
  @IsString({ each: true })
  waitingFor!: string[];

  @ValidateNested()
  @Type(() => EpisodeStateView)
  episode!: EpisodeStateView;
}
