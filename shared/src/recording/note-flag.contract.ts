import { Type } from 'class-transformer';
import { IsISO8601, IsIn, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { Trimmed } from '../shapes/index.js';

/** A child's private words that may have to be shared, because somebody may be harmed (rule 6.6). */
export class FlagNote {
  @IsIn(['YES', 'NO'], { message: 'Say whether the child was told that it may have to be shared' })
  childTold!: 'YES' | 'NO';

  /** Needed when the child was not told. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @Length(10, 1000, { message: 'Say why the child was not told, in 10 to 1,000 characters' })
  notToldReason?: string;
}

/** Where the words went: only for who may read the referral. */
export class FlagReferralView {
  @IsUUID()
  id!: string;

  @IsString()
  status!: string;

  @IsISO8601()
  sentAt!: string;
}

/** For workers who read the note; the family never sees it. */
export class NoteFlagView {
  @IsISO8601()
  flaggedAt!: string;

  @IsOptional()
  @IsString()
  flaggedBy!: string | null;

  @IsIn(['YES', 'NO'])
  childTold!: 'YES' | 'NO';

  @IsOptional()
  @IsString()
  notToldReason!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => FlagReferralView)
  referral!: FlagReferralView | null;
}
