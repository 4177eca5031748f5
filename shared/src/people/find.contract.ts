import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EPISODE_RELATIONS } from './known-relation.js';
import { MATCH_KINDS, type MatchKind } from './near-match.js';

const SEXES = ['FEMALE', 'MALE', 'INDETERMINATE', 'UNKNOWN'];

/**
 * A search, made before any child is added. Purpose and reason travel in the headers `x-encircle-purpose` and
 * `x-encircle-reason`. A name and at least one of birth date, postcode and NHS number.
 */
export class FindChild {
  @IsString({ message: 'Enter the child’s name' })
  @Length(2, 200, { message: 'Enter the child’s name' })
  name!: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the date of birth, for example 10 June 2016' })
  dateOfBirth?: string;

  /** Makes surname and birth date enough for the index; without it the forename must agree too. */
  @IsOptional()
  @IsIn(SEXES, { message: 'Choose the sex from the list' })
  sex?: string;

  @IsOptional()
  @IsString({ message: 'Enter a full postcode' })
  @MaxLength(12, { message: 'Enter a full postcode' })
  postcode?: string;

  @IsOptional()
  @IsString({ message: 'Enter the NHS number' })
  @MaxLength(20, { message: 'Enter the NHS number' })
  nhsNumber?: string;
}

export class MatchReasonView {
  @IsIn([...MATCH_KINDS])
  kind!: MatchKind;

  /** As typed and as recorded, where they differ: a name, a date 'YYYY-MM-DD' or a postcode. */
  @IsOptional()
  @IsString()
  typed?: string;

  @IsOptional()
  @IsString()
  recorded?: string;
}

/** A child the searcher may already see, and why it might be the one. */
export class KnownChildView {
  @IsUUID()
  childId!: string;

  /** Null: the searcher added this child, and support has not started. */
  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  @IsString()
  chosenName!: string;

  @IsString()
  fullName!: string;

  @IsOptional()
  @IsInt()
  ageYears!: number | null;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  /** Outward part and sector only, e.g. "QX4 2". */
  @IsOptional()
  @IsString()
  postcodeArea!: string | null;

  @IsOptional()
  @IsString()
  setting!: string | null;

  @IsIn([...EPISODE_RELATIONS])
  relation!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MatchReasonView)
  reasons!: MatchReasonView[];
}

export class LeadProfessionalContact {
  @IsString()
  fullName!: string;

  @IsOptional()
  @IsString()
  jobTitle!: string | null;

  @IsString()
  agencyName!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;
}

/** A row of the index, for the CAF team, the front door and information governance only (rule 6.5). */
export class IndexRowView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  reference!: string;

  @IsString()
  fullName!: string;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsString()
  state!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => LeadProfessionalContact)
  leadProfessional!: LeadProfessionalContact | null;
}

/** The record a safeguarding lead may open in an emergency, having met it in a search (rule 6.7a). */
export class IndexEmergencyView {
  @IsUUID()
  episodeId!: string;

  @IsUUID()
  subjectId!: string;
}

export const INDEX_ANSWERS = ['NO_RECORD', 'MAY_EXIST'] as const;

/** About everyone (rule R17): exact matches only; nothing found, refused and shielded are one answer. */
export class IndexAnswerView {
  @IsIn([...INDEX_ANSWERS])
  answer!: (typeof INDEX_ANSWERS)[number];

  /** Which of the typed keys agreed: NHS_NUMBER, SURNAME_DOB_SEX, SURNAME_FORENAME_POSTCODE. */
  @IsArray()
  @IsString({ each: true })
  matchedOn!: string[];

  /** Only where the family agreed to be listed. */
  @IsOptional()
  @ValidateNested()
  @Type(() => LeadProfessionalContact)
  leadProfessional!: LeadProfessionalContact | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => IndexRowView)
  rows!: IndexRowView[];

  @IsOptional()
  @ValidateNested()
  @Type(() => IndexEmergencyView)
  emergency!: IndexEmergencyView | null;
}

export class SearchAllowanceView {
  @IsInt()
  used!: number;

  @IsInt()
  limit!: number;

  /** When the next hour begins. */
  @IsISO8601()
  resetsAt!: string;
}

export class CafTeamContact {
  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;
}

export class FindAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KnownChildView)
  known!: KnownChildView[];

  @ValidateNested()
  @Type(() => IndexAnswerView)
  index!: IndexAnswerView;

  @ValidateNested()
  @Type(() => SearchAllowanceView)
  allowance!: SearchAllowanceView;

  /** Whom to ring when no lead professional is named; in every answer, found or not. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CafTeamContact)
  cafTeam!: CafTeamContact | null;

  /** A child may be added now: this role adds children and has searched. */
  @IsBoolean()
  mayAdd!: boolean;
}
