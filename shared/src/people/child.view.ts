import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';

export class ChildAdded {
  @IsUUID()
  id!: string;

  @IsString()
  chosenName!: string;

  /** In the order they were sent. */
  @IsArray()
  @IsUUID(undefined, { each: true })
  relativeIds!: string[];
}

export class OtherNameView {
  @IsString()
  kind!: string;

  @IsOptional()
  @IsString()
  givenNames!: string | null;

  @IsOptional()
  @IsString()
  familyName!: string | null;
}

export class IdentifierView {
  @IsString()
  kind!: string;

  @IsString()
  value!: string;

  @IsString()
  status!: string;
}

export class AddressView {
  @IsUUID()
  id!: string;

  @IsString()
  kind!: string;

  @IsOptional()
  @IsString()
  lines!: string | null;

  @IsOptional()
  @IsString()
  postcode!: string | null;

  @IsOptional()
  @IsString()
  validFrom!: string | null;

  @IsOptional()
  @IsString()
  validTo!: string | null;
}

export class ContactView {
  @IsString()
  kind!: string;

  @IsString()
  value!: string;

  @IsBoolean()
  safeToCall!: boolean;

  @IsBoolean()
  safeToText!: boolean;

  @IsBoolean()
  leaveMessage!: boolean;
}

export class SettingView {
  @IsString()
  kind!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsUUID()
  agencyId!: string | null;

  @IsOptional()
  @IsString()
  yearGroup!: string | null;
}

/** A child as this viewer may see them. What tells where the child lives is left out where it may not be seen. */
export class ChildView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsBoolean()
  isUnborn!: boolean;

  /** The name shown first; "Unborn baby of …" before birth. */
  @IsString()
  chosenName!: string;

  @IsString()
  fullName!: string;

  @IsOptional()
  @IsString()
  givenNames!: string | null;

  @IsOptional()
  @IsString()
  familyName!: string | null;

  @IsOptional()
  @IsString()
  preferredName!: string | null;

  @IsOptional()
  @IsString()
  pronouns!: string | null;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsOptional()
  @IsString()
  dobStatus!: string | null;

  @IsOptional()
  @IsInt()
  ageYears!: number | null;

  @IsOptional()
  @IsString()
  dueDate!: string | null;

  /** Weeks of the pregnancy today, one decimal; null once born. */
  @IsOptional()
  @IsNumber()
  weeksPregnant!: number | null;

  /** Born before 37 weeks: a note, nothing more (rule 8.6). */
  @IsBoolean()
  bornEarly!: boolean;

  @IsString()
  sex!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OtherNameView)
  otherNames!: OtherNameView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => IdentifierView)
  identifiers!: IdentifierView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AddressView)
  addresses!: AddressView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactView)
  contacts!: ContactView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SettingView)
  settings!: SettingView[];
}

export class RelativeView {
  @IsUUID()
  id!: string;

  @IsUUID()
  personId!: string;

  @IsString()
  fullName!: string;

  @IsString()
  kind!: string;

  @IsString()
  hasPr!: string;

  @IsOptional()
  @IsString()
  prBasis!: string | null;

  /** Since when, where a day is known: of a parent registered with the birth, the day of registration. */
  @IsOptional()
  @IsString()
  prFrom!: string | null;

  /** What was seen of it. */
  @IsOptional()
  @IsString()
  prEvidence!: string | null;

  @IsOptional()
  @IsString()
  validFrom!: string | null;

  @IsInt()
  version!: number;

  @IsString()
  livesWith!: string;

  @IsBoolean()
  isCarer!: boolean;

  @IsOptional()
  @IsString()
  involvement!: string | null;
}

export class RelativeList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RelativeView)
  items!: RelativeView[];

  /** Whether the reader may write down, put right and end who belongs to this child. */
  @IsBoolean()
  mayChange!: boolean;
}

/** A brother or sister the reader may begin work for, together with this child. */
export class SiblingView {
  @IsUUID()
  id!: string;

  @IsString()
  chosenName!: string;

  @IsString()
  fullName!: string;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsOptional()
  @IsString()
  dueDate!: string | null;
}

export class SiblingList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SiblingView)
  items!: SiblingView[];
}
