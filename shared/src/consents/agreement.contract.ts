import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CONSENT_METHODS, WITHDRAWAL_WAYS } from '../codes/index.js';
import {
  GIVER_CAPACITIES,
  type Category,
  type ConsentDecision,
  type GiverCapacity,
  type Purpose,
} from '../policy/index.js';
import { AGREEABLE, AGREEABLE_PURPOSES } from './agreeable.js';
import { STATEMENT_FORMS, type StatementForm } from './languages.js';
import { WITHDRAWAL_SCOPES, type WithdrawalScope } from './line-instants.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const MOST_LINES = 400;

/** One recipient, one kind of information. There is no "all services" and no "all kinds". */
export class AgreementLine {
  @IsIn(['SERVICE', 'PERSON'], { message: 'Choose a service or a person' })
  recipientType!: 'SERVICE' | 'PERSON';

  /** An agency's id or a worker's. */
  @IsUUID(undefined, { message: 'Choose the service or person from the list' })
  recipientId!: string;

  @IsIn([...AGREEABLE], { message: 'Choose the kind of information' })
  category!: Category;

  @IsIn(['GIVEN', 'REFUSED', 'NOT_SOUGHT'], { message: 'Say yes, no or not asked' })
  decision!: ConsentDecision;

  /** Default: to assess, and to work together. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1, { message: 'Say what it is for' })
  @IsIn([...AGREEABLE_PURPOSES], { each: true, message: 'Say what it is for' })
  purposes?: Purpose[];

  /** First day it counts; default the day of agreeing. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the first day' })
  validFrom?: string;

  /** Last day it counts; default twelve months. A refusal has none. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the last day' })
  expiresOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'Conditions have at most 500 characters' })
  conditions?: string;

  /** INVOLVE only: an exact search may be told who the lead professional is. */
  @IsOptional()
  @IsBoolean()
  indexListing?: boolean;

  /** Whose own information it is, when not the child's. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whom it is about' })
  aboutPersonId?: string;

  /** Also what was recorded before; default yes. */
  @IsOptional()
  @IsBoolean()
  history?: boolean;
}

/** How a worker knows that a child under 16 can decide this matter, now (rule 6.3). */
export class CompetenceTyped {
  @IsArray()
  @ArrayMinSize(1, { message: 'Say which matters this is about' })
  @IsIn([...AGREEABLE], { each: true, message: 'Say which matters this is about' })
  matters!: Category[];

  @Equals(true, { message: 'Without this the child cannot agree alone' })
  understandsWhat!: boolean;

  @Equals(true, { message: 'Without this the child cannot agree alone' })
  understandsWhoAndWhy!: boolean;

  @Equals(true, { message: 'Without this the child cannot agree alone' })
  understandsConsequences!: boolean;

  @Equals(true, { message: 'Without this the child cannot agree alone' })
  freeOfPressure!: boolean;

  @IsString({ message: 'Say how you know, in your own words' })
  @Length(20, 2000, { message: 'Say how you know, in at least 20 characters' })
  reasons!: string;
}

/** Why somebody of 16 or 17 cannot decide this, and what is best for them (rule 6.3, Mental Capacity Act). */
export class BestInterestsTyped {
  @IsArray()
  @ArrayMinSize(1, { message: 'Say which matters this is about' })
  @IsIn([...AGREEABLE], { each: true, message: 'Say which matters this is about' })
  matters!: Category[];

  @Equals(true, { message: 'Help them to decide first: everything practicable must have been tried' })
  helpedToDecide!: boolean;

  @Equals(true, { message: 'Ask what they would wish for, and take it into account' })
  wishesConsidered!: boolean;

  @IsString({ message: 'Say who was asked' })
  @Length(3, 500, { message: 'Say who was asked' })
  consulted!: string;

  @IsString({ message: 'Say why they cannot decide this now, and why this is best for them' })
  @Length(20, 2000, { message: 'Say why this is best for them, in at least 20 characters' })
  reasons!: string;
}

/** Made by the person who agrees, on this screen: drawn, or their name typed by themselves. */
export class SignatureTyped {
  @IsIn(['DRAWN', 'TYPED'], { message: 'Sign by drawing or by typing the name' })
  kind!: 'DRAWN' | 'TYPED';

  /** DRAWN: an SVG path of absolute M and L commands in a box of 600 by 200. TYPED: the name. */
  @IsString({ message: 'The signature is missing' })
  @Length(2, 20000, { message: 'The signature is missing' })
  value!: string;
}

/** What was explained and understood, each answered by itself (rule 3.9). */
export class UnderstoodTyped {
  @Equals(true, { message: 'Explain what is written down and used for, then answer this' })
  recording!: boolean;

  @Equals(true, { message: 'Explain why information is shared, then answer this' })
  sharing!: boolean;

  @Equals(true, { message: 'Explain when we may share without agreement, then answer this' })
  withoutAgreement!: boolean;
}

/** One act of agreeing: who, about whom, how, under which wording, and its lines. */
export class RecordAgreement {
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId!: string;

  @IsUUID(undefined, { message: 'Choose who is agreeing' })
  giverPersonId!: string;

  @IsIn([...GIVER_CAPACITIES], { message: 'Say in which capacity they agree' })
  capacity!: GiverCapacity;

  @IsIn([...CONSENT_METHODS.codes], { message: 'Say how they agreed' })
  method!: string;

  @IsOptional()
  @IsString({ message: 'Enter the name of the witness' })
  @MaxLength(120, { message: 'A name has at most 120 characters' })
  witness?: string;

  @IsString({ message: 'Load the page again: the statement is missing' })
  @MaxLength(20)
  statementVersion!: string;

  /** The language spoken, ISO 639; default English. */
  @IsOptional()
  @IsString({ message: 'Choose the language' })
  @Length(2, 8, { message: 'Choose the language' })
  language?: string;

  /** The language of the wording that was read; default English, which an interpreter may have put into another. */
  @IsOptional()
  @IsString({ message: 'Load the page again: the statement is missing' })
  @Length(2, 8, { message: 'Load the page again: the statement is missing' })
  statementLanguage?: string;

  @IsOptional()
  @IsIn([...STATEMENT_FORMS], { message: 'Load the page again: the statement is missing' })
  statementForm?: StatementForm;

  @IsOptional()
  @IsString({ message: 'Enter the name of the interpreter' })
  @MaxLength(120, { message: 'A name has at most 120 characters' })
  interpreter?: string;

  /** The day of agreeing; default today. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day they agreed' })
  givenOn?: string;

  @IsOptional()
  @IsString({ message: 'Write what the child said' })
  @MaxLength(2000, { message: 'The child’s view has at most 2,000 characters' })
  childView?: string;

  @ValidateNested()
  @Type(() => UnderstoodTyped)
  understood!: UnderstoodTyped;

  @IsOptional()
  @ValidateNested()
  @Type(() => CompetenceTyped)
  competence?: CompetenceTyped;

  @IsOptional()
  @ValidateNested()
  @Type(() => BestInterestsTyped)
  bestInterests?: BestInterestsTyped;

  @IsOptional()
  @ValidateNested()
  @Type(() => SignatureTyped)
  signature?: SignatureTyped;

  /** WET_INK: the signed paper as it was sent; it is filed with the agreement. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the scanned paper again' })
  paperId?: string;

  @IsArray({ message: 'Ask about at least one service or person' })
  @ArrayMinSize(1, { message: 'Ask about at least one service or person' })
  @ArrayMaxSize(MOST_LINES, { message: 'Record this in two parts: there are too many lines' })
  @ValidateNested({ each: true })
  @Type(() => AgreementLine)
  lines!: AgreementLine[];
}

/** What would happen if this were saved. Everything but the signing may still be missing. */
export class PreviewAgreement {
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId!: string;

  @IsUUID(undefined, { message: 'Choose who is agreeing' })
  giverPersonId!: string;

  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => AgreementLine)
  lines!: AgreementLine[];
}

/** A giver changes their mind: at any time, in any way, no reason asked. */
export class WithdrawAgreement {
  @IsUUID(undefined, { message: 'Choose who changed their mind' })
  giverPersonId!: string;

  @IsIn([...WITHDRAWAL_SCOPES], { message: 'Say what ends: all of it, one service or one kind' })
  scope!: WithdrawalScope;

  /** SERVICE: the agency or worker. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the service or person' })
  recipientId?: string;

  /** CATEGORY: the kind. */
  @IsOptional()
  @IsIn([...AGREEABLE], { message: 'Choose the kind of information' })
  category?: Category;

  @IsIn([...WITHDRAWAL_WAYS.codes], { message: 'Say how they told you' })
  how!: string;

  /** The day they said so; default today. Reading ends when it is written down, time to close runs from this day. */
  @IsOptional()
  @Matches(DAY, { message: 'Enter the day they told you' })
  receivedOn?: string;
}
