import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Trimmed } from '../shapes/index.js';

/** A shield leaves a stub for those who work with the child; a seal leaves nothing (rules R04 and R03). */
export const SHIELD_KINDS = ['SHIELD', 'SEAL'] as const;
export type ShieldKind = (typeof SHIELD_KINDS)[number];

export const SHIELD_GROUNDS = [
  'REFUGE',
  'WITNESS_PROTECTION',
  'ADOPTION',
  'PLACEMENT_AT_RISK',
  'THREAT',
  'HIGH_PROFILE',
  'OPENED_IN_ERROR',
] as const;
export type ShieldGround = (typeof SHIELD_GROUNDS)[number];

const MOST_NAMED = 50;

export class SetShield {
  @Trimmed()
  @IsString({ message: 'Enter the reference of the case' })
  @MinLength(3, { message: 'Enter the reference of the case' })
  @MaxLength(40, { message: 'Enter the reference as it stands on the case' })
  ref!: string;

  /** Left out: the first child of the case. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child again' })
  childId?: string;

  @IsIn(SHIELD_KINDS, { message: 'Say whether to shield or to seal the record' })
  kind!: ShieldKind;

  @IsIn(SHIELD_GROUNDS, { message: 'Choose why the child is protected' })
  ground!: ShieldGround;

  /** Who still sees the record. */
  @IsArray({ message: 'Name who still sees the record' })
  @ArrayMaxSize(MOST_NAMED, { message: 'Name no more than 50 people' })
  @IsUUID(undefined, { each: true, message: 'Choose each person again' })
  memberIds!: string[];
}

export class ChangeShield {
  @IsArray({ message: 'Name who still sees the record' })
  @ArrayMaxSize(MOST_NAMED, { message: 'Name no more than 50 people' })
  @IsUUID(undefined, { each: true, message: 'Choose each person again' })
  memberIds!: string[];

  @IsOptional()
  @IsDateString({}, { message: 'Enter the day of the next review' })
  reviewOn?: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

/** Looked at again and kept (rule 6.8). One that is over is opened, by two people. */
export class ReviewShield {
  @Trimmed()
  @IsString({ message: 'Write why it stays' })
  @MinLength(10, { message: 'Write why it stays, in at least 10 characters' })
  @MaxLength(1000, { message: 'Keep the reason under 1,000 characters' })
  reason!: string;

  @IsDateString({}, { message: 'Enter the day of the next review' })
  reviewOn!: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

/** The first person asks, the second agrees. */
export class LiftShield {
  @Trimmed()
  @IsString({ message: 'Say why it ends' })
  @MinLength(3, { message: 'Say why it ends' })
  @MaxLength(1000, { message: 'Keep the reason under 1,000 characters' })
  reason!: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class ShieldMember {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  agency!: string | null;
}

export class ShieldReviewed {
  @IsDateString()
  decidedOn!: string;

  @IsString()
  reason!: string;

  @IsOptional()
  @IsString()
  by!: string | null;
}

export class ShieldView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsIn(SHIELD_KINDS)
  kind!: ShieldKind;

  @IsString()
  ground!: string;

  @IsOptional()
  @IsString()
  episodeRef!: string | null;

  @IsISO8601()
  from!: string;

  @IsOptional()
  @IsISO8601()
  until!: string | null;

  @IsOptional()
  @IsDateString()
  reviewOn!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShieldMember)
  members!: ShieldMember[];

  @IsOptional()
  @IsString()
  setBy!: string | null;

  @IsOptional()
  @IsString()
  liftAskedBy!: string | null;

  @IsOptional()
  @IsString()
  liftReason!: string | null;

  @IsOptional()
  @IsString()
  liftedBy!: string | null;

  /** This reader may agree to the lifting somebody else asked for, or ask for it. */
  @IsBoolean()
  mayLift!: boolean;

  @IsBoolean()
  mayChange!: boolean;

  /** The last time somebody looked and kept it. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ShieldReviewed)
  reviewed!: ShieldReviewed | null;
}

export class ShieldRegisterPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShieldView)
  items!: ShieldView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
