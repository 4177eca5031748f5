import {
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

export const CONTRIBUTION_STATUSES = [
  'ASKED',
  'ANSWERED',
  'RETURNED',
  'ACCEPTED',
  'DECLINED',
  'TAKEN_BACK',
] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/** Asks a colleague, mostly of another service, for one section of the assessment. */
export class AskForContribution {
  @IsUUID(undefined, { message: 'Choose the colleague' })
  userId!: string;

  @IsUUID(undefined, { message: 'Choose the service they work for' })
  agencyId!: string;

  /** The child it is about; the first child of the case when left out. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId?: string;

  @IsString({ message: 'Choose the part of the assessment' })
  @MaxLength(40)
  section!: string;

  @IsString({ message: 'Write what you would like to know' })
  @Length(10, 1000, { message: 'Write what you would like to know, in 10 to 1,000 characters' })
  question!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day you need it by' })
  @IsDateString({}, { message: 'Enter the day you need it by' })
  dueOn!: string;
}

/** What the colleague sends: their part, or why they cannot. */
export class AnswerContribution {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  /** Answers by field of the form. */
  @IsOptional()
  @IsObject({ message: 'Send the answers' })
  answers?: Record<string, unknown>;

  @IsOptional()
  @IsString()
  @Length(5, 500, { message: 'Say why you cannot, in 5 to 500 characters' })
  declined?: string;
}

export const CONTRIBUTION_DECISIONS = ['ACCEPT', 'RETURN', 'TAKE_BACK'] as const;

export class DecideContribution {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsIn(CONTRIBUTION_DECISIONS, { message: 'Choose what to do with it' })
  decision!: (typeof CONTRIBUTION_DECISIONS)[number];

  /** What is to be changed, when it goes back. */
  @IsOptional()
  @IsString()
  @Length(5, 1000, { message: 'Say what is to be changed, in 5 to 1,000 characters' })
  note?: string;
}
