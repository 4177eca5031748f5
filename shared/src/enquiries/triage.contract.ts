import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { LevelOfNeed } from '../codes/index.js';
import { LevelHelp, LEVELS_OF_NEED } from '../levels/index.js';

/** What the CAF team may decide (D5). */
export const TRIAGE_DECISIONS = [
  'ADVICE',
  'CHECKLIST',
  'CAF',
  'TEAM_THERE',
  'PANEL',
  'SOCIAL_CARE',
  'NOT_TAKEN',
] as const;
export type TriageDecision = (typeof TRIAGE_DECISIONS)[number];

/** Decisions somebody takes up: they are offered to a worker, who says yes or no. */
export const TAKEN_UP: readonly TriageDecision[] = ['CHECKLIST', 'CAF'];
/** Decisions about a case there is. */
export const OF_A_CASE: readonly TriageDecision[] = ['TEAM_THERE', 'PANEL'];

export class TriageEnquiry {
  @IsIn(TRIAGE_DECISIONS, { message: 'Choose what is to happen' })
  decision!: TriageDecision;

  /** For the CAF team and whoever takes it up. */
  @IsString({ message: 'Say why' })
  @Length(10, 2000, { message: 'Say why, in 10 to 2,000 characters' })
  why!: string;

  /** For the enquirer: the advice, or why it is not taken. */
  @IsOptional()
  @IsString({ message: 'Write what the enquirer is told' })
  @MaxLength(2000, { message: 'Keep it under 2,000 characters' })
  told?: string;

  /** The case there is: its reference. */
  @IsOptional()
  @IsString({ message: 'Enter a reference such as CAF-2026-481907' })
  @MaxLength(40, { message: 'Enter a reference such as CAF-2026-481907' })
  ref?: string;

  /** Who is asked to take it up. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a worker from the list' })
  workerId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a worker from the list' })
  agencyId?: string;

  /** The level of need as it looks from here; with or without the help of the local descriptions. */
  @IsOptional()
  @IsIn(LEVELS_OF_NEED, { message: 'Choose the level of need, 1 to 4' })
  level?: LevelOfNeed;

  @IsOptional()
  @ValidateNested()
  @Type(() => LevelHelp)
  levelHelp?: LevelHelp;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}

/** Nobody took it up: somebody else is asked. */
export class OfferEnquiry {
  @IsUUID(undefined, { message: 'Choose a worker from the list' })
  workerId!: string;

  @IsUUID(undefined, { message: 'Choose a worker from the list' })
  agencyId!: string;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}

export const OFFER_ANSWERS = ['ACCEPT', 'DECLINE'] as const;

export class AnswerOffer {
  @IsIn(OFFER_ANSWERS, { message: 'Say yes or no' })
  answer!: (typeof OFFER_ANSWERS)[number];

  @IsOptional()
  @IsString({ message: 'Say why not' })
  @Length(5, 1000, { message: 'Say why not, in 5 to 1,000 characters' })
  reason?: string;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}

/** Support starts: with a child on record already, or with one made of what was asked. */
export class StartFromEnquiry {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child' })
  childId?: string;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}
