import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import {
  ABSENT_PARENT_INVOLVEMENT,
  LIVES_WITH_CHILD,
  PARENTAL_RESPONSIBILITY,
  PR_BASES,
  RELATIONSHIPS,
} from '../codes/index.js';
import { Trimmed } from '../shapes/index.js';
import { NamesTyped } from './names.contract.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What somebody is to a child (rule 3.5), by the names given to whoever is not on record yet. */
export class TieTyped extends NamesTyped {
  @IsIn([...RELATIONSHIPS.codes], { message: 'Say who this person is to the child' })
  kind!: string;

  @IsIn([...PARENTAL_RESPONSIBILITY.codes], { message: 'Say whether they have parental responsibility' })
  hasPr!: string;

  @IsOptional()
  @IsIn([...PR_BASES.codes], { message: 'Say how parental responsibility came about' })
  prBasis?: string;

  /** Since when parental responsibility is held, where a day is known. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day it began, or leave it empty' })
  prFrom?: string;

  /** What was seen of it, e.g. "birth certificate". */
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Say what you have seen' })
  @MaxLength(200, { message: 'Keep it under 200 characters' })
  prEvidence?: string;

  @IsIn([...LIVES_WITH_CHILD.codes], { message: 'Say whether they live with the child' })
  livesWith!: string;

  @IsOptional()
  @IsBoolean()
  isCarer?: boolean;

  @IsOptional()
  @IsIn([...ABSENT_PARENT_INVOLVEMENT.codes], { message: 'Choose from the list' })
  involvement?: string;

  /** Since when this person is that to the child. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day it began, or leave it empty' })
  validFrom?: string;
}

export const CHANGE_REASONS = ['CHANGED', 'CORRECTED'] as const;
export const END_REASONS = ['ENDED', 'MISTAKEN'] as const;

/** A tie put right, or as it is from a day on. */
export class ChangeRelative extends TieTyped {
  @IsInt({ message: 'Load the page again' })
  @Min(1, { message: 'Load the page again' })
  version!: number;

  @IsIn(CHANGE_REASONS, { message: 'Say whether it changed or was written down wrongly' })
  why!: (typeof CHANGE_REASONS)[number];

  /** The last day of parental responsibility, where it ended. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the last day of parental responsibility' })
  prUntil?: string;

  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Say why' })
  @MaxLength(300, { message: 'Keep it under 300 characters' })
  reason?: string;
}

/** Somebody is no longer that to the child; or never was, and was written down by mistake. */
export class EndRelative {
  @IsInt({ message: 'Load the page again' })
  @Min(1, { message: 'Load the page again' })
  version!: number;

  @IsIn(END_REASONS, { message: 'Say whether it ended or was written down by mistake' })
  why!: (typeof END_REASONS)[number];

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day it ended' })
  endedOn?: string;

  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Say why' })
  @MaxLength(300, { message: 'Keep it under 300 characters' })
  reason?: string;
}

/** What would be so after saving: asked before it. Without a tie, somebody is written down. */
export class PreviewRelative {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the person again' })
  relativeId?: string;

  /** How the answer calls somebody who is not on record yet. */
  @IsOptional()
  @IsString({ message: 'Enter the name' })
  @MaxLength(201, { message: 'A name has at most 200 characters' })
  name?: string;

  @IsIn([...PARENTAL_RESPONSIBILITY.codes], { message: 'Say whether they have parental responsibility' })
  hasPr!: string;

  @IsOptional()
  @IsIn([...PR_BASES.codes], { message: 'Say how parental responsibility came about' })
  prBasis?: string;

  @IsIn([...CHANGE_REASONS, ...END_REASONS, 'ADDED'], { message: 'Say what you are about to do' })
  why!: (typeof CHANGE_REASONS)[number] | (typeof END_REASONS)[number] | 'ADDED';
}
