import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { REQUEST_STATUSES, type RequestStatus } from './request-codes.js';
import * as contract from './request-codes.js';

/** A line of the register: a number and days, no child and no asker. */
export class RequestCard {
  @IsUUID()
  id!: string;

  @IsString()
  reference!: string;

  @IsString()
  episodeRef!: string;

  @IsIn(contract.REQUEST_KINDS)
  kind!: contract.RequestKind;

  @IsIn(REQUEST_STATUSES)
  status!: RequestStatus;

  @IsString()
  receivedOn!: string;

  @IsOptional()
  @IsString()
  dueOn!: string | null;

  @IsBoolean()
  overdue!: boolean;
}

export class RequestRegister {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RequestCard)
  items!: RequestCard[];

  @IsOptional()
  @IsString()
  next!: string | null;
}

export class PersonOfFamily {
  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;
}

export class RecordRequestView extends RequestCard {
  @IsInt()
  version!: number;

  @IsUUID()
  episodeId!: string;

  @IsString()
  child!: string;

  @IsString()
  requester!: string;

  @IsIn(contract.REQUEST_CAPACITIES)
  capacity!: contract.RequestCapacity;

  @IsOptional()
  @IsUUID()
  forPersonId!: string | null;

  @IsOptional()
  @IsString()
  forPerson!: string | null;

  /** The child and those of the family, to choose whose right it is. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonOfFamily)
  family!: PersonOfFamily[];

  @IsOptional()
  @IsString()
  identityProvenOn!: string | null;

  @IsOptional()
  @IsString()
  identityHow!: string | null;

  @IsOptional()
  @IsInt()
  extendedBy!: number | null;

  @IsOptional()
  @IsString()
  extensionReason!: string | null;

  /** The child is old enough, or was found able, to decide about this alone. */
  @IsBoolean()
  childDecides!: boolean;

  @IsOptional()
  @IsIn(contract.CHILD_ANSWERS)
  childAnswer!: contract.ChildAnswer | null;

  @IsOptional()
  @IsString()
  childWords!: string | null;

  @IsOptional()
  @IsIn(contract.REFUSAL_GROUNDS)
  refusalGround!: contract.RefusalGround | null;

  @IsOptional()
  @IsString()
  reason!: string | null;

  /** What is said to whoever asked; nothing of why inside. */
  @IsArray()
  @IsString({ each: true })
  answer!: string[];

  @IsOptional()
  @IsString()
  packedBy!: string | null;

  @IsOptional()
  @IsString()
  checkedBy!: string | null;

  @IsOptional()
  @IsString()
  sentOn!: string | null;

  @IsOptional()
  @IsString()
  sentHow!: string | null;

  @IsOptional()
  @IsString()
  proof!: string | null;

  @IsBoolean()
  mayCheck!: boolean;
}

export class PackLine {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  source!: string;

  @IsString()
  day!: string;

  @IsString()
  category!: string;

  @IsOptional()
  @IsString()
  by!: string | null;

  @IsString()
  text!: string;

  /** As it goes out; null for a line that does not. */
  @IsOptional()
  @IsString()
  shown!: string | null;

  @IsIn(contract.LINE_DECISIONS)
  decision!: contract.LineDecision;

  @IsOptional()
  @IsIn(contract.WITHHOLD_GROUNDS)
  ground!: contract.WithholdGround | null;

  @IsArray()
  @IsString({ each: true })
  passages!: string[];

  @IsOptional()
  @IsString()
  note!: string | null;

  /** The rules keep it from this reader; no decision lets it out. */
  @IsBoolean()
  locked!: boolean;
}

export class PackPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PackLine)
  items!: PackLine[];

  @IsOptional()
  @IsString()
  next!: string | null;

  @IsInt()
  included!: number;

  @IsInt()
  total!: number;
}
