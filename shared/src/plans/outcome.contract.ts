import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { AGREED_WITH, OUTCOME_STATUSES, RATERS } from '../codes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const ECM = ['BH', 'SS', 'EA', 'PC', 'EW'] as const;

/** What a hope may be about; anything but PLAN is a row only those may see who may see that kind. */
export const PLAN_CATEGORIES = ['PLAN', 'SENS_SH', 'SENS_MH', 'SENS_SM', 'ADULT', 'OFFENCE', 'DV'] as const;
export type PlanCategory = (typeof PLAN_CATEGORIES)[number];

class OutcomeFields {
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'The need is too long: 500 characters at most' })
  need?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  elementCode?: string;

  @IsOptional()
  @IsArray()
  @IsIn([...AGREED_WITH.codes], { each: true, message: 'Choose who agreed this hope' })
  agreedWith?: string[];

  @IsOptional()
  @IsIn([...ECM], { message: 'Choose one of the five outcomes' })
  ecmOutcome?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(1, { each: true, message: 'Choose family outcomes 1 to 10' })
  @Max(10, { each: true, message: 'Choose family outcomes 1 to 10' })
  familyOutcomes?: number[];

  /** What is looked at: "Ava's own score", "days in school". */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'The measure is too long: 200 characters at most' })
  measure?: string;

  @IsOptional()
  @IsInt({ message: 'Enter a whole number' })
  scaleLow?: number;

  @IsOptional()
  @IsInt({ message: 'Enter a whole number' })
  scaleHigh?: number;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  lowWords?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  highWords?: string;

  @IsOptional()
  @IsIn(['HIGHER', 'LOWER'], { message: 'Say whether a higher or a lower score is better' })
  better?: string;

  @IsOptional()
  @IsIn([...RATERS.codes], { message: 'Choose whose score it is' })
  rater?: string;

  @IsOptional()
  @IsNumber({}, { message: 'Enter the score at the start' })
  baselineValue?: number;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day of the first score' })
  @IsISO8601({ strict: true }, { message: 'Enter the day of the first score' })
  baselineOn?: string;

  @IsOptional()
  @IsNumber({}, { message: 'Enter the score hoped for' })
  targetValue?: number;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day by which it is hoped for' })
  @IsISO8601({ strict: true }, { message: 'Enter the day by which it is hoped for' })
  targetOn?: string;
}

export class AddOutcome extends OutcomeFields {
  /** What will be different, in the family's words. */
  @IsString({ message: 'Write what will be different' })
  @MinLength(3, { message: 'Write what will be different' })
  @MaxLength(500, { message: 'The hope is too long: 500 characters at most' })
  statement!: string;

  @IsOptional()
  @IsIn([...PLAN_CATEGORIES], { message: 'Choose the kind of information' })
  category?: PlanCategory;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  subjectId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whom it is about' })
  aboutPersonId?: string;
}

export class ChangeOutcome extends OutcomeFields {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsOptional()
  @IsString()
  @MinLength(3, { message: 'Write what will be different' })
  @MaxLength(500, { message: 'The hope is too long: 500 characters at most' })
  statement?: string;

  @IsOptional()
  @IsIn([...OUTCOME_STATUSES.codes], { message: 'Choose how the hope turned out' })
  status?: string;
}

export class AddRating {
  @IsNumber({}, { message: 'Enter the score' })
  value!: number;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day of the score' })
  @IsISO8601({ strict: true }, { message: 'Enter the day of the score' })
  ratedOn?: string;

  /** Left out: the rater of the first score. */
  @IsOptional()
  @IsIn([...RATERS.codes], { message: 'Choose whose score it is' })
  rater?: string;

  @IsOptional()
  @IsUUID()
  meetingId?: string;
}
