import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { PRESENTING_ISSUES, SEX, SOURCES_OF_CONCERN } from '../codes/index.js';
import { NamesTyped } from '../people/index.js';

/** Support for a child who is named, with the family's yes; or advice about a child nobody names. */
export const ENQUIRY_KINDS = ['SUPPORT', 'ADVICE'] as const;
export type EnquiryKind = (typeof ENQUIRY_KINDS)[number];

export const ENQUIRY_AGREEMENTS = ['YES', 'NO', 'NOT_ASKED'] as const;
export type EnquiryAgreement = (typeof ENQUIRY_AGREEMENTS)[number];

/** Who may say yes to being named to the CAF team (rule 6.3). */
export const ENQUIRY_GIVERS = ['PARENT', 'YOUNG_PERSON'] as const;
export type EnquiryGiver = (typeof ENQUIRY_GIVERS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whom it is about, as the enquirer knows it. No record is made of anybody until support starts. */
export class EnquiryChild extends NamesTyped {
  @IsOptional()
  @IsBoolean({ message: 'Say whether the baby is born' })
  isUnborn?: boolean;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of birth, for example 10 June 2016' })
  dateOfBirth?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the baby’s due date, for example 20 July 2026' })
  dueDate?: string;

  @IsOptional()
  @IsIn([...SEX.codes], { message: 'Choose the sex, or say that it is not known' })
  sex?: string;

  @IsOptional()
  @IsString({ message: 'Enter a full postcode' })
  @MaxLength(12, { message: 'Enter a full postcode' })
  postcode?: string;

  @IsOptional()
  @IsBoolean({ message: 'Say whether there is a fixed address' })
  noFixedAddress?: boolean;

  /** School, nursery or GP, in words. */
  @IsOptional()
  @IsString({ message: 'Enter the school, nursery or GP' })
  @MaxLength(120, { message: 'A name has at most 120 characters' })
  setting?: string;
}

/** A request for support, or for advice (D1). Made by a worker, or written down by the CAF team for whoever rings. */
export class MakeEnquiry extends EnquiryChild {
  @IsIn(ENQUIRY_KINDS, { message: 'Choose support for a child, or advice' })
  kind!: EnquiryKind;

  @IsIn([...SOURCES_OF_CONCERN.codes], { message: 'Choose who asks' })
  source!: string;

  /** Who rang or came, where it is not the writer. */
  @IsOptional()
  @IsString({ message: 'Enter who asks' })
  @MaxLength(120, { message: 'A name has at most 120 characters' })
  callerName?: string;

  @IsOptional()
  @IsString({ message: 'Enter how to reach them' })
  @MaxLength(200, { message: 'Keep it under 200 characters' })
  callerContact?: string;

  @IsOptional()
  @IsArray({ message: 'Choose what it is about' })
  @ArrayMaxSize(5, { message: 'Choose at most five things it is about' })
  @ArrayUnique({ message: 'Each is chosen once' })
  @IsIn([...PRESENTING_ISSUES.codes], { each: true, message: 'Choose what it is about from the list' })
  issues?: string[];

  @IsString({ message: 'Write what you ask for' })
  @Length(20, 4000, { message: 'Write what you ask for, in 20 to 4,000 characters' })
  whatFor!: string;

  @IsOptional()
  @IsString({ message: 'Write what goes well' })
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  strengths?: string;

  @IsOptional()
  @IsString({ message: 'Write what has been tried' })
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  tried?: string;

  @IsOptional()
  @IsBoolean({ message: 'Say whether the family knows that you ask' })
  familyKnows?: boolean;

  @IsOptional()
  @IsIn(ENQUIRY_AGREEMENTS, { message: 'Say whether the family agreed to being named to the CAF team' })
  agreed?: EnquiryAgreement;

  @IsOptional()
  @IsIn(ENQUIRY_GIVERS, { message: 'Say who agreed' })
  agreedBy?: EnquiryGiver;

  @IsOptional()
  @IsString({ message: 'Enter the name of whoever agreed' })
  @MaxLength(120, { message: 'A name has at most 120 characters' })
  agreedName?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day they agreed' })
  agreedOn?: string;

  /** May the CAF team pass it to a service that can help? */
  @IsOptional()
  @IsBoolean({ message: 'Say whether the CAF team may pass it on' })
  passOn?: boolean;

  /** Services the family does not want. */
  @IsOptional()
  @IsArray({ message: 'Choose the services the family does not want' })
  @ArrayMaxSize(20, { message: 'Choose at most 20 services' })
  @ArrayUnique({ message: 'Each service is chosen once' })
  @IsUUID(undefined, { each: true, message: 'Choose the services from the list' })
  notTo?: string[];

  /** May the enquirer hear what comes of it? */
  @IsOptional()
  @IsBoolean({ message: 'Say whether the family is happy for you to hear what comes of it' })
  mayHear?: boolean;
}

/** The family changed its mind, or help came another way: nobody but the enquirer reads it from then on. */
export class WithdrawEnquiry {
  @IsString({ message: 'Say why' })
  @Length(5, 1000, { message: 'Say why, in at least 5 characters' })
  reason!: string;

  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}
