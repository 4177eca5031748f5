import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ADDRESS_TYPES, DOB_STATUS, NAME_TYPES, SEX } from '../codes/index.js';
import { TieTyped } from './kin.contract.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const SETTING_KINDS = [
  'SCHOOL',
  'NURSERY',
  'COLLEGE',
  'GP',
  'HEALTH_VISITOR',
  'MIDWIFE',
  'EHE',
  'NONE',
] as const;

export class OtherNameTyped {
  @IsIn([...NAME_TYPES.codes], { message: 'Say what kind of name this is' })
  kind!: string;

  @IsOptional()
  @IsString({ message: 'Enter the name' })
  @MaxLength(100, { message: 'A name has at most 100 characters' })
  givenNames?: string;

  @IsOptional()
  @IsString({ message: 'Enter the name' })
  @MaxLength(100, { message: 'A name has at most 100 characters' })
  familyName?: string;
}

export class AddressTyped {
  @IsIn([...ADDRESS_TYPES.codes], { message: 'Say what kind of address this is' })
  kind!: string;

  @IsOptional()
  @IsString({ message: 'Enter the address' })
  @MaxLength(300, { message: 'An address has at most 300 characters' })
  lines?: string;

  @IsOptional()
  @IsString({ message: 'Enter a full postcode' })
  @MaxLength(12, { message: 'Enter a full postcode' })
  postcode?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day they moved in, or leave it empty' })
  validFrom?: string;
}

export class ContactTyped {
  @IsIn(['PHONE', 'EMAIL'], { message: 'Choose phone or e-mail' })
  kind!: string;

  @IsString({ message: 'Enter the number or address' })
  @MaxLength(254, { message: 'This is too long' })
  value!: string;

  @IsOptional()
  @IsBoolean()
  safeToCall?: boolean;

  @IsOptional()
  @IsBoolean()
  safeToText?: boolean;

  @IsOptional()
  @IsBoolean()
  leaveMessage?: boolean;
}

export class SettingTyped {
  @IsIn([...SETTING_KINDS], { message: 'Choose the kind of place' })
  kind!: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the service from the list' })
  agencyId?: string;

  @IsString({ message: 'Enter the name of the school or service' })
  @MaxLength(120, { message: 'A name has at most 120 characters' })
  name!: string;

  @IsOptional()
  @IsString({ message: 'Enter the year group' })
  @MaxLength(20, { message: 'A year group has at most 20 characters' })
  yearGroup?: string;
}

/** Someone in the child's life: a person already on record whom the worker may see, or a new one. */
export class AddRelative extends TieTyped {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the person again' })
  personId?: string;

  /** Those of the record who may be meant were looked at, and it is none of them. */
  @IsOptional()
  @IsBoolean()
  nobodyOnRecord?: boolean;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of birth, or leave it empty' })
  dateOfBirth?: string;

  @IsOptional()
  @IsString({ message: 'Enter a phone number' })
  @MaxLength(40, { message: 'Enter a full phone number' })
  phone?: string;

  @IsOptional()
  @IsBoolean()
  safeToCall?: boolean;

  @IsOptional()
  @IsBoolean()
  safeToText?: boolean;

  @IsOptional()
  @IsBoolean()
  leaveMessage?: boolean;
}

/** A child as added after a search (rules 3.2, 3.5, 8). Names, numbers and dates are checked by `childProblems`. */
export class AddChild {
  @IsBoolean({ message: 'Say whether the baby is born' })
  isUnborn!: boolean;

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
  @IsString({ message: 'Enter the name the child likes to be called' })
  @MaxLength(200)
  preferredName?: string;

  /** The worker confirmed that a digit in a name belongs there. */
  @IsOptional()
  @IsBoolean()
  digitsConfirmed?: boolean;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of birth, for example 10 June 2016' })
  dateOfBirth?: string;

  @IsOptional()
  @IsIn([...DOB_STATUS.codes], { message: 'Say how you know the date of birth' })
  dobStatus?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the baby’s due date, for example 20 July 2026' })
  dueDate?: string;

  @IsIn([...SEX.codes], { message: 'Choose the sex, or say that it is not known' })
  sex!: string;

  @IsOptional()
  @IsString({ message: 'Enter the pronouns' })
  @MaxLength(30, { message: 'Pronouns have at most 30 characters' })
  pronouns?: string;

  @IsOptional()
  @IsString({ message: 'Enter the NHS number' })
  @MaxLength(20)
  nhsNumber?: string;

  @IsOptional()
  @IsString({ message: 'Enter the UPN' })
  @MaxLength(20)
  upn?: string;

  @IsOptional()
  @IsString({ message: 'Enter the ULN' })
  @MaxLength(20)
  uln?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10, { message: 'Enter at most ten other names' })
  @ValidateNested({ each: true })
  @Type(() => OtherNameTyped)
  otherNames?: OtherNameTyped[];

  @IsArray({ message: 'Enter an address, or say that there is no fixed address' })
  @ArrayMaxSize(10, { message: 'Enter at most ten addresses' })
  @ValidateNested({ each: true })
  @Type(() => AddressTyped)
  addresses!: AddressTyped[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10, { message: 'Enter at most ten numbers and addresses' })
  @ValidateNested({ each: true })
  @Type(() => ContactTyped)
  contacts?: ContactTyped[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10, { message: 'Enter at most ten places' })
  @ValidateNested({ each: true })
  @Type(() => SettingTyped)
  settings?: SettingTyped[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'Enter at most thirty people' })
  @ValidateNested({ each: true })
  @Type(() => AddRelative)
  relatives?: AddRelative[];
}

/** What may be put right later about the child themself; what is left out stays. */
export class ChangeChild {
  @IsInt({ message: 'Load the page again' })
  @Min(1)
  version!: number;

  @IsOptional()
  @IsString({ message: 'Enter the first name' })
  @MaxLength(200)
  givenNames?: string;

  @IsOptional()
  @IsString({ message: 'Enter the surname' })
  @MaxLength(200)
  familyName?: string;

  @IsOptional()
  @IsString({ message: 'Enter the name the child likes to be called' })
  @MaxLength(200)
  preferredName?: string;

  @IsOptional()
  @IsBoolean()
  digitsConfirmed?: boolean;

  @IsOptional()
  @IsString({ message: 'Enter the pronouns' })
  @MaxLength(30, { message: 'Pronouns have at most 30 characters' })
  pronouns?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of birth, for example 10 June 2016' })
  dateOfBirth?: string;

  @IsOptional()
  @IsIn([...DOB_STATUS.codes], { message: 'Say how you know the date of birth' })
  dobStatus?: string;

  @IsOptional()
  @IsIn([...SEX.codes], { message: 'Choose the sex, or say that it is not known' })
  sex?: string;
}
