import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { Trimmed } from '../shapes/index.js';
import { SHIELD_GROUNDS, type ShieldGround } from './shield.contract.js';

/** The CAF team puts a shield on within the hour (rule 6.8, a local setting). */
export const SHIELD_WITHIN_MINUTES = 60;

/** What a shield may be asked for; a record opened in error is sealed instead. */
export const SHIELD_ASKED_FOR = SHIELD_GROUNDS.filter((ground) => ground !== 'OPENED_IN_ERROR');

/** Whoever works with a child asks the CAF team to shield the record. */
export class AskForShield {
  /** Left out: the one child of the case. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child again' })
  childId?: string;

  @IsIn(SHIELD_ASKED_FOR, { message: 'Choose why the child needs protecting' })
  ground!: ShieldGround;

  @Trimmed()
  @IsString({ message: 'Say what has happened' })
  @Length(20, 1000, { message: 'Say what has happened, in at least 20 characters' })
  reason!: string;
}

export class DeclineShield {
  @Trimmed()
  @IsString({ message: 'Say why no shield is put on' })
  @Length(10, 1000, { message: 'Say why no shield is put on, in at least 10 characters' })
  reason!: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export const SHIELD_REQUEST_STATES = ['ASKED', 'SET', 'DECLINED'] as const;

/** One's own question, and what became of it. */
export class ShieldRequestView {
  @IsUUID()
  id!: string;

  @IsIn(SHIELD_REQUEST_STATES)
  status!: (typeof SHIELD_REQUEST_STATES)[number];

  @IsISO8601()
  askedAt!: string;

  /** Why no shield was put on. */
  @IsOptional()
  @IsString()
  answer!: string | null;
}

export class ShieldRequestsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShieldRequestView)
  items!: ShieldRequestView[];
}

/** What waits with the CAF team: the reference of the case, who asks and why. */
export class ShieldAskedView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  reference!: string;

  @IsUUID()
  childId!: string;

  @IsUUID()
  requesterId!: string;

  @IsString()
  requester!: string;

  @IsString()
  agency!: string;

  @IsIn(SHIELD_GROUNDS)
  ground!: ShieldGround;

  @IsString()
  reason!: string;

  @IsISO8601()
  askedAt!: string;

  @IsISO8601()
  dueAt!: string;

  @IsBoolean()
  overdue!: boolean;
}

export class ShieldsAskedPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShieldAskedView)
  items!: ShieldAskedView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
