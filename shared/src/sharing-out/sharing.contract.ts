import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ADVICE_GIVERS,
  LAWFUL_BASES,
  NOT_TOLD_REASONS,
  OVERRIDE_AGREEMENTS,
  OVERRIDE_GROUNDS,
  SHARING_METHODS,
} from '../codes/index.js';
import { EMERGENCY_KINDS } from '../emergency-access/index.js';
import type { Category, Ground } from '../policy/index.js';

const CHOOSE = 'Choose from the list';

/** What may wait a day after an emergency (rule 6.7). */
export class SharingDetails {
  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  whyNeeded?: string;

  @IsOptional()
  @IsIn(OVERRIDE_AGREEMENTS.codes, { message: CHOOSE })
  agreement?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  agreementReason?: string;

  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Say yes or no' })
  familyTold?: 'YES' | 'NO';

  @IsOptional()
  @IsIn(NOT_TOLD_REASONS.codes, { message: CHOOSE })
  notToldReason?: string;

  @IsOptional()
  @IsArray()
  @IsIn(ADVICE_GIVERS.codes, { each: true, message: CHOOSE })
  adviceFrom?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  advice?: string;

  @IsOptional()
  @IsIn(LAWFUL_BASES.codes, { message: CHOOSE })
  lawfulBasis?: string;

  @IsOptional()
  @IsIn(SHARING_METHODS.codes, { message: CHOOSE })
  method?: string;
}

/**
 * Something shared without agreement, or a decision not to. In an emergency recipient, ground, kinds and exact words are
 * enough; the rest comes back as a task for a day.
 */
export class RecordSharing extends SharingDetails {
  @IsIn(['SHARED', 'NOT_SHARED'], { message: CHOOSE })
  decision!: 'SHARED' | 'NOT_SHARED';

  @IsOptional()
  @IsBoolean()
  emergency?: boolean;

  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId!: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the service again' })
  recipientAgencyId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'Keep it under 200 characters' })
  recipient?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8, { message: 'Choose only what they need: 8 kinds at most' })
  @IsIn(EMERGENCY_KINDS, { each: true, message: CHOOSE })
  categories?: Category[];

  @IsOptional()
  @IsString()
  @MaxLength(10_000, { message: 'Keep it under 10,000 characters: the least that is needed' })
  exactText?: string;

  @IsOptional()
  @IsIn(OVERRIDE_GROUNDS.codes, { message: CHOOSE })
  ground?: Ground;
}

export class CompleteSharing extends SharingDetails {
  @IsInt()
  @Min(1)
  version!: number;
}

/** One record of sharing without agreement, or of a decision not to. */
export class SharingRecordView extends SharingDetails {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  reference!: string;

  @IsIn(['SHARED', 'NOT_SHARED'])
  decision!: string;

  @IsBoolean()
  emergency!: boolean;

  @IsUUID()
  episodeId!: string;

  @IsUUID()
  subjectId!: string;

  @IsString()
  author!: string;

  @IsString()
  agency!: string;

  @IsOptional()
  @IsString()
  recipient!: string | null;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];

  /** The author's, and of those who watch over it. */
  @IsOptional()
  @IsString()
  exactText!: string | null;

  @IsOptional()
  @IsString()
  ground!: string | null;

  @IsISO8601()
  sharedAt!: string;

  @IsISO8601()
  completeBy!: string;

  @IsOptional()
  @IsISO8601()
  completedAt!: string | null;

  @IsOptional()
  @IsISO8601()
  until!: string | null;

  @IsOptional()
  @IsISO8601()
  managerSeenAt!: string | null;

  /** What is still to be written, in words. */
  @IsArray()
  @IsString({ each: true })
  toFinish!: string[];

  @IsBoolean()
  mine!: boolean;

  @IsBoolean()
  mayAcknowledge!: boolean;

  @IsOptional()
  @IsString()
  outcome!: string | null;
}

export class SharingRecordsPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SharingRecordView)
  items!: SharingRecordView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
