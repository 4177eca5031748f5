import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { DOB_STATUS, SEX } from '../codes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An unborn baby is born: what the record of the same child says from now on (rule 5.6). Checked by `birthProblems`. */
export class RecordBirth {
  @IsInt({ message: 'Load the page again' })
  @Min(1)
  version!: number;

  @Matches(DAY, { message: 'Enter the date of birth, for example 18 July 2026' })
  dateOfBirth!: string;

  @IsIn([...DOB_STATUS.codes], { message: 'Say how you know the date of birth' })
  dobStatus!: string;

  /** The worker confirmed a birth more than six weeks from the due date. */
  @IsOptional()
  @IsBoolean()
  farFromDueDate?: boolean;

  @IsOptional()
  @IsString({ message: 'Enter the first name' })
  @MaxLength(200)
  givenNames?: string;

  @IsOptional()
  @IsString({ message: 'Enter the surname' })
  @MaxLength(200)
  familyName?: string;

  @IsOptional()
  @IsBoolean()
  noSurname?: boolean;

  @IsOptional()
  @IsString({ message: 'Enter the name the child is called' })
  @MaxLength(200)
  preferredName?: string;

  @IsOptional()
  @IsBoolean()
  digitsConfirmed?: boolean;

  @IsIn([...SEX.codes], { message: 'Choose the sex, or say that it is not known' })
  sex!: string;

  @IsOptional()
  @IsString({ message: 'Enter the NHS number' })
  @MaxLength(20)
  nhsNumber?: string;
}

/** The birth is registered, and a parent is on the certificate: parental responsibility from that day. */
export class RegisterParent {
  @IsUUID(undefined, { message: 'Choose the parent who was registered' })
  relationshipId!: string;

  @IsInt({ message: 'Load the page again' })
  @Min(1)
  version!: number;

  @Matches(DAY, { message: 'Enter the day the birth was registered' })
  registeredOn!: string;

  /** What was seen of it, e.g. "birth certificate". */
  @IsOptional()
  @IsString({ message: 'Say what you have seen' })
  @MaxLength(200, { message: 'Keep it under 200 characters' })
  evidence?: string;
}
