import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';
import { Trimmed } from '../shapes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** What stands between a person and a child (rule 3.5). */
export const CONTACT_ORDER_KINDS = [
  'NON_MOLESTATION',
  'NO_CONTACT',
  'PROHIBITED_STEPS',
  'RESTRAINING',
  'BAIL_CONDITION',
  'SECTION_8',
] as const;
export type ContactOrderKind = (typeof CONTACT_ORDER_KINDS)[number];

/** What of the record the person is kept from: where the child is and is met, everything about the child, or nothing. */
export const KEPT_FROM = ['WHERE', 'ALL', 'NOTHING'] as const;
export type KeptFrom = (typeof KEPT_FROM)[number];

export class RecordContactOrder {
  /** Left out: the first child of the case. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child again' })
  childId?: string;

  @IsUUID(undefined, { message: 'Choose who the order is against' })
  personId!: string;

  @IsIn(CONTACT_ORDER_KINDS, { message: 'Choose what kind of order it is' })
  kind!: ContactOrderKind;

  @Trimmed()
  @IsString({ message: 'Write what the order says' })
  @Length(10, 2000, { message: 'Write what the order says, in 10 to 2,000 characters' })
  terms!: string;

  /** Court and number, as on the paper somebody saw. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Enter the number of the document' })
  @MaxLength(200, { message: 'Keep the number of the document under 200 characters' })
  documentRef?: string;

  @IsIn(KEPT_FROM, { message: 'Say what of the record is kept from this person' })
  keeps!: KeptFrom;

  @Matches(DAY, { message: 'Enter the day it began' })
  fromOn!: string;

  /** Left out: it names no end. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day it ends' })
  untilOn?: string;

  @Matches(DAY, { message: 'Enter the day somebody looks at it again' })
  reviewOn!: string;
}

export const CONTACT_ORDER_DECISIONS = ['KEEP', 'END'] as const;
export type ContactOrderDecision = (typeof CONTACT_ORDER_DECISIONS)[number];

/** Looked at again: it goes on, to another day, or it is over. Nothing ends by itself. */
export class ReviewContactOrder {
  @IsIn(CONTACT_ORDER_DECISIONS, { message: 'Say whether it goes on or is over' })
  decision!: ContactOrderDecision;

  @Trimmed()
  @IsString({ message: 'Write why' })
  @Length(10, 1000, { message: 'Write why, in 10 to 1,000 characters' })
  reason!: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day it ends' })
  untilOn?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day somebody looks at it again' })
  reviewOn?: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}
