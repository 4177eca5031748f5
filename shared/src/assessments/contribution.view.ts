import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { CONTRIBUTION_STATUSES } from './contribution.contract.js';

/** One section asked of one colleague, as the asker or the one who was asked sees it. */
export class ContributionView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  /** The assessment; null for who was asked: they see this section and nothing else of it. */
  @IsOptional()
  @IsUUID()
  assessmentId!: string | null;

  @IsString()
  formCode!: string;

  @IsString()
  formVersion!: string;

  @IsString()
  section!: string;

  /** The child's chosen name. */
  @IsString()
  child!: string;

  @IsString()
  askedOf!: string;

  @IsString()
  agency!: string;

  @IsString()
  askedBy!: string;

  @IsDateString()
  askedAt!: string;

  @IsString()
  question!: string;

  @IsDateString()
  dueOn!: string;

  @IsBoolean()
  late!: boolean;

  @IsIn(CONTRIBUTION_STATUSES)
  status!: string;

  /** What the asker wants changed. */
  @IsOptional()
  @IsString()
  note!: string | null;

  /** Why the colleague cannot. */
  @IsOptional()
  @IsString()
  declined!: string | null;

  /** What the colleague wrote; null while there is nothing to read. */
  @IsOptional()
  @IsObject()
  answers!: Record<string, unknown> | null;

  /** What the section says already, as far as the family agreed that this colleague may know it. */
  @IsArray()
  @IsObject({ each: true })
  already!: Record<string, unknown>[];

  @IsOptional()
  @IsDateString()
  remindedOn!: string | null;

  /** Asked of the reader. */
  @IsBoolean()
  mine!: boolean;
}

export class ContributionsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContributionView)
  items!: ContributionView[];

  /** May ask, remind, take in and give back. */
  @IsBoolean()
  mayAsk!: boolean;
}
