import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { Trimmed } from '../shapes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const ACCOUNT_CAPACITIES = ['PARENT', 'YOUNG_PERSON', 'OTHER'] as const;
export type AccountCapacity = (typeof ACCOUNT_CAPACITIES)[number];
export const ASKED_WAYS = ['LETTER', 'EMAIL', 'PHONE', 'IN_PERSON'] as const;
export type AskedWay = (typeof ASKED_WAYS)[number];
export const ACCOUNT_STATUSES = ['WAITING', 'NEUTRAL', 'OPENED'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Somebody of a family asks to see a record by an account of their own (rule 6.6), in their own words. */
export class KeepAccountRequest {
  @Trimmed()
  @IsString({ message: 'Enter who asks' })
  @Length(2, 200, { message: 'Enter who asks, as they write their name' })
  requester!: string;

  @IsIn(ACCOUNT_CAPACITIES, { message: 'Say in what capacity they ask' })
  capacity!: AccountCapacity;

  @Trimmed()
  @IsString({ message: 'Write about whom they ask, as they said it' })
  @Length(2, 300, { message: 'Write about whom they ask, as they said it' })
  about!: string;

  @IsIn(ASKED_WAYS, { message: 'Say how they asked' })
  askedHow!: AskedWay;

  @Matches(DAY, { message: 'Enter the day the request came' })
  receivedOn!: string;
}

/** One letter for everybody whose account is not opened; it says neither that there is a record nor that there is none. */
export class AnswerAccountRequest {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsIn(['NEUTRAL', 'OPENED'], { message: 'Say what the answer is' })
  answer!: 'NEUTRAL' | 'OPENED';

  /** Stays inside. */
  @Trimmed()
  @IsString({ message: 'Write why' })
  @Length(10, 1000, { message: 'Write why, in 10 to 1,000 characters' })
  reason!: string;

  /** Needed to open: the reference of the case. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Enter the reference of the case' })
  @Length(3, 40, { message: 'Enter the reference as it stands on the case' })
  ref?: string;

  /** Needed to open: how it was shown who they are. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Say how identity was proven' })
  @Length(5, 300, { message: 'Say how identity was proven' })
  identity?: string;
}

export class AccountRequestView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  reference!: string;

  @IsString()
  requester!: string;

  @IsIn(ACCOUNT_CAPACITIES)
  capacity!: AccountCapacity;

  @IsString()
  about!: string;

  @IsIn(ASKED_WAYS)
  askedHow!: AskedWay;

  @IsString()
  receivedOn!: string;

  @IsIn(ACCOUNT_STATUSES)
  status!: AccountStatus;

  @IsOptional()
  @IsString()
  reason!: string | null;

  @IsOptional()
  @IsString()
  answeredBy!: string | null;

  @IsOptional()
  @IsString()
  answeredOn!: string | null;
}

export class AccountRequestsPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AccountRequestView)
  items!: AccountRequestView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
