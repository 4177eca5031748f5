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
import {
  CONTACT_ORDER_DECISIONS,
  CONTACT_ORDER_KINDS,
  KEPT_FROM,
  type ContactOrderDecision,
  type ContactOrderKind,
  type KeptFrom,
} from './contact-order.contract.js';

export class ContactOrderReview {
  @IsString()
  decidedOn!: string;

  @IsIn(CONTACT_ORDER_DECISIONS)
  decision!: ContactOrderDecision;

  @IsString()
  reason!: string;

  @IsOptional()
  @IsString()
  by!: string | null;
}

/** In force, past the day it named without anybody having decided, not begun, or over. */
export const CONTACT_ORDER_STANDINGS = ['IN_FORCE', 'PAST_ITS_END', 'NOT_YET', 'OVER'] as const;
export type ContactOrderStanding = (typeof CONTACT_ORDER_STANDINGS)[number];

export class ContactOrderView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsIn(CONTACT_ORDER_KINDS)
  kind!: ContactOrderKind;

  @IsIn(CONTACT_ORDER_STANDINGS)
  standing!: ContactOrderStanding;

  @IsUUID()
  childId!: string;

  @IsString()
  child!: string;

  @IsUUID()
  personId!: string;

  @IsString()
  person!: string;

  @IsString()
  terms!: string;

  @IsOptional()
  @IsString()
  documentRef!: string | null;

  @IsIn(KEPT_FROM)
  keeps!: KeptFrom;

  @IsString()
  fromOn!: string;

  @IsOptional()
  @IsString()
  untilOn!: string | null;

  @IsString()
  reviewOn!: string;

  @IsBoolean()
  reviewDue!: boolean;

  @IsOptional()
  @IsString()
  recordedBy!: string | null;

  @IsString()
  recordedOn!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactOrderReview)
  reviews!: ContactOrderReview[];

  @IsBoolean()
  mayReview!: boolean;
}

export class ContactOrderList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactOrderView)
  items!: ContactOrderView[];

  @IsBoolean()
  mayRecord!: boolean;
}
