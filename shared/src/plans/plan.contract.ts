import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OUTCOME_STATUSES, PLAN_AGREEMENT, REVIEW_DECISIONS } from '../codes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class StartPlan {
  /** What we do if things get worse. */
  @IsOptional()
  @IsString()
  @MaxLength(1000, { message: 'That is too long: 1,000 characters at most' })
  contingency?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  subjectId?: string;
}

export class Agreement {
  @IsUUID(undefined, { message: 'Choose someone of the family' })
  personId!: string;

  @IsIn([...PLAN_AGREEMENT.codes], { message: 'Say whether they agreed' })
  agreed!: string;
}

export class AgreePlan {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsArray({ message: 'Say who of the family agreed' })
  @ArrayMinSize(1, { message: 'Say who of the family agreed' })
  @ValidateNested({ each: true })
  @Type(() => Agreement)
  agreements!: Agreement[];

  @IsOptional()
  @IsString()
  @MaxLength(1000, { message: 'That is too long: 1,000 characters at most' })
  contingency?: string;
}

/** How one hope stands at a review. */
export class OutcomeProgress {
  @IsUUID(undefined, { message: 'Choose a hope of this plan' })
  outcomeId!: string;

  @IsOptional()
  @IsNumber({}, { message: 'Enter the score' })
  value?: number;

  @IsOptional()
  @IsIn([...OUTCOME_STATUSES.codes], { message: 'Choose how the hope turned out' })
  status?: string;
}

export class RecordReview {
  /** The meeting it was held in; left out: a review on paper. */
  @IsOptional()
  @IsUUID()
  meetingId?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day of the review' })
  @IsISO8601({ strict: true }, { message: 'Enter the day of the review' })
  heldOn?: string;

  @IsIn([1, 2, 3, 4], { message: 'Choose the level of need, 1 to 4' })
  level!: number;

  @IsIn([...REVIEW_DECISIONS.codes], { message: 'Choose what happens next' })
  whatNext!: string;

  /** When the next review is planned; the latest allowed day counts if it is earlier. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day of the next review' })
  @IsISO8601({ strict: true }, { message: 'Enter the day of the next review' })
  nextOn?: string;

  @IsArray({ message: 'Say how each hope stands' })
  @ValidateNested({ each: true })
  @Type(() => OutcomeProgress)
  outcomes!: OutcomeProgress[];

  /** The child's own words, or why there are none. */
  @IsString({ message: 'Enter the child’s words, or why there are none' })
  @MaxLength(2000, { message: 'That is too long: 2,000 characters at most' })
  childComment!: string;

  @IsString({ message: 'Enter the parent’s words, or why there are none' })
  @MaxLength(2000, { message: 'That is too long: 2,000 characters at most' })
  parentComment!: string;
}
