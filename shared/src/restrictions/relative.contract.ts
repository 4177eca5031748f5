import { Type } from 'class-transformer';
import {
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Trimmed } from '../shapes/index.js';

export const RELATIONS_OF_STAFF = [
  'OWN_CHILD',
  'STEPCHILD',
  'GRANDCHILD',
  'BROTHER_SISTER',
  'NIECE_NEPHEW',
  'PARTNERS_CHILD',
  'MYSELF',
  'OTHER',
] as const;
export type RelationOfStaff = (typeof RELATIONS_OF_STAFF)[number];

/** A worker names somebody of their own family. The answer never says whether there is a record. */
export class NameRelative {
  @IsIn(RELATIONS_OF_STAFF, { message: 'Choose who they are to you' })
  relation!: RelationOfStaff;

  @Trimmed()
  @IsString({ message: 'Enter the first name' })
  @MinLength(1, { message: 'Enter the first name' })
  @MaxLength(100, { message: 'Keep the first name under 100 characters' })
  givenNames!: string;

  @Trimmed()
  @IsString({ message: 'Enter the last name' })
  @MinLength(1, { message: 'Enter the last name' })
  @MaxLength(100, { message: 'Keep the last name under 100 characters' })
  familyName!: string;

  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Enter the date of birth' })
  @IsDateString({}, { message: 'Enter a real date of birth' })
  dateOfBirth!: string;
}

export class ForgetRelative {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class RelativeView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsIn(RELATIONS_OF_STAFF)
  relation!: RelationOfStaff;

  @IsString()
  givenNames!: string;

  @IsString()
  familyName!: string;

  @IsDateString()
  dateOfBirth!: string;

  @IsISO8601()
  namedAt!: string;
}

export class RelativesView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RelativeView)
  items!: RelativeView[];
}
