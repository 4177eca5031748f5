import { Equals, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

export const SENSITIVE_LEVELS = ['SL0', 'SL1', 'SL2'] as const;
/** SL0: not even recorded. SL1: recorded, told to nobody. SL2: told to those the agreement names (rule 6.8). */
export type SensitiveLevel = (typeof SENSITIVE_LEVELS)[number];

const KINDS = ['SENS_SH', 'SENS_MH', 'SENS_SM'] as const;

/** A specialist service writes down that it works with somebody, as they decided. Exact details only; nothing is searched. */
export class RegisterInvolvement {
  @IsString({ message: 'Enter the first name' })
  @Length(1, 100, { message: 'Enter the first name' })
  givenNames!: string;

  @IsString({ message: 'Enter the last name' })
  @Length(1, 100, { message: 'Enter the last name' })
  familyName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the date of birth, for example 1 September 2010' })
  dateOfBirth!: string;

  @IsIn([...KINDS], { message: 'Choose the kind of service' })
  category!: (typeof KINDS)[number];

  @IsIn([...SENSITIVE_LEVELS], { message: 'Say what they decided' })
  level!: SensitiveLevel;

  /** The team may be told that a specialist service is involved, not which; default no. */
  @IsOptional()
  @IsBoolean()
  lineAgreed?: boolean;

  @IsIn(['SELF', 'PARENT'], { message: 'Say who decided' })
  decidedBy!: 'SELF' | 'PARENT';

  /** Their word was asked for and given: never taken for granted. */
  @Equals(true, { message: 'Ask them first. Nothing may be written down without their word' })
  explained!: boolean;

  /** Under 16 and deciding alone: how you know that they can. */
  @IsOptional()
  @IsString({ message: 'Say how you know that they can decide this' })
  @Length(20, 2000, { message: 'Say how you know, in at least 20 characters' })
  competence?: string;
}

/** Could a specialist service help, or is one there? The CAF team finds out; the asker learns nothing unless it is a yes. */
export class AskForContact {
  /** Left out by whoever may not know who the child is: the one child of the record. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId?: string;

  @IsString({ message: 'Say what contact would be for' })
  @Length(20, 1000, { message: 'Say what contact would be for, in at least 20 characters' })
  reason!: string;
}

export const CONTACT_ANSWERS = ['NO_SERVICE', 'NO', 'YES', 'THIRD_WAY'] as const;
export type ContactAnswer = (typeof CONTACT_ANSWERS)[number];

/** What came of it: kept with the CAF team. Only a yes or another way carries words to the asker. */
export class AnswerContact {
  @IsIn([...CONTACT_ANSWERS], { message: 'Say what came of it' })
  said!: ContactAnswer;

  @IsOptional()
  @IsString({ message: 'Write what the asker is told' })
  @Length(10, 1000, { message: 'Write what the asker is told, in at least 10 characters' })
  words?: string;
}
