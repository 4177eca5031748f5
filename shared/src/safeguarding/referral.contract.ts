import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  Min,
  ValidateNested,
} from 'class-validator';

export const REFERRAL_AGREEMENTS = ['AGREED', 'NOT_AGREED', 'NOT_ASKED'] as const;

/**
 * Someone may be harmed (rule ALWAYS). Nothing has to be filled in: an empty referral can be sent and finished later.
 * A record that is named but may not be seen is treated as one that is not there; the answer is the same.
 */
export class SendReferral {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the record again' })
  episodeId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child again' })
  subjectId?: string;

  /** The flagged note it grew out of. One that may not be read, or is not flagged, is left out without a word. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the note again' })
  noteId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'Keep it under 300 characters' })
  childNamed?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000, { message: 'Keep it under 20,000 characters' })
  facts?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  ground?: string;

  @IsOptional()
  @IsIn(REFERRAL_AGREEMENTS, { message: 'Choose from the list' })
  agreement?: (typeof REFERRAL_AGREEMENTS)[number];

  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Say yes or no' })
  familyTold?: 'YES' | 'NO';

  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  notToldReason?: string;
}

/** The written confirmation within two days: the author adds to what was sent. */
export class FinishReferral extends SendReferral {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

/** The same for every referral, whether or not a record was found. */
export class ReferralSentView {
  @IsUUID()
  id!: string;

  @IsIn(['SENT'])
  status!: 'SENT';

  @IsDateString()
  sentAt!: string;

  /** The front door answers by this day. */
  @IsDateString()
  answerDueOn!: string;

  /** What is still to be written within two days, in words; never a reason to wait. */
  @IsArray()
  @IsString({ each: true })
  toFinish!: string[];
}

export class DecideReferral {
  @IsIn(['ACCEPTED', 'NOT_ACCEPTED'], { message: 'Say whether social care accepts it' })
  decision!: 'ACCEPTED' | 'NOT_ACCEPTED';

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  acceptanceRef?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  leadSocialWorker?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day of the decision' })
  decidedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string;

  @IsOptional()
  @IsBoolean()
  teamTold?: boolean;
}

/** A no is challenged: the first decision stands as recorded, and is asked again on a new referral (rule 5.3). */
export class ChallengeReferral {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsString({ message: 'Write why you do not agree with the decision' })
  @MinLength(10, { message: 'Write why you do not agree with the decision, in a sentence or two' })
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  reason!: string;
}

export class LinkReferral {
  @IsString({ message: 'Enter the reference of the record' })
  @MaxLength(40, { message: 'Enter a reference such as CAF-2026-481907' })
  ref!: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class ReferralView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  status!: string;

  @IsDateString()
  sentAt!: string;

  @IsDateString()
  answerDueOn!: string;

  @IsString()
  sentBy!: string;

  @IsString()
  agency!: string;

  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  /** The child it is about, in a family record; its part alone follows the decision. */
  @IsOptional()
  @IsUUID()
  subjectId!: string | null;

  @IsOptional()
  @IsString()
  childNamed!: string | null;

  @IsOptional()
  @IsString()
  facts!: string | null;

  @IsOptional()
  @IsString()
  ground!: string | null;

  @IsOptional()
  @IsString()
  agreement!: string | null;

  @IsOptional()
  @IsString()
  familyTold!: string | null;

  @IsOptional()
  @IsString()
  notToldReason!: string | null;

  @IsOptional()
  @IsString()
  acceptanceRef!: string | null;

  @IsOptional()
  @IsString()
  decisionReason!: string | null;

  @IsOptional()
  @IsString()
  decidedBy!: string | null;

  @IsOptional()
  @IsDateString()
  decidedAt!: string | null;

  @IsBoolean()
  mine!: boolean;
}

export class ReferralsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReferralView)
  items!: ReferralView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
