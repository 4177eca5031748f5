import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { OVERSIGHT_KINDS } from './oversight.contract.js';

export class OversightNoteView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  /** The version of the assessment it is about; null: the case as a whole. */
  @IsOptional()
  @IsUUID()
  assessmentId!: string | null;

  @IsOptional()
  @IsInt()
  versionNo!: number | null;

  @IsIn(OVERSIGHT_KINDS)
  kind!: string;

  @IsString()
  words!: string;

  @IsArray()
  @IsString({ each: true })
  sections!: string[];

  @IsString()
  by!: string;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsDateString()
  at!: string;

  /** What whoever wrote or leads did about it; null: not answered, or nothing to answer. */
  @IsOptional()
  @IsString()
  answer!: string | null;

  @IsOptional()
  @IsString()
  answeredBy!: string | null;

  @IsOptional()
  @IsDateString()
  answeredAt!: string | null;

  @IsBoolean()
  mayAnswer!: boolean;
}

/** What those who look after the work have written, newest first. */
export class OversightView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OversightNoteView)
  items!: OversightNoteView[];

  @IsBoolean()
  mayWrite!: boolean;

  /** A finished version that nobody in charge of the reader's service has looked at; null where it is not theirs to know. */
  @IsOptional()
  @IsBoolean()
  missing!: boolean | null;

  /** The day by which somebody looks, by the local setting. */
  @IsOptional()
  @IsDateString()
  dueOn!: string | null;
}

export const OVERSIGHT_STANDINGS = ['MISSING', 'RETURNED', 'ANSWERED'] as const;

/** A finished version in which something is left to do for those in charge. */
export class OversightRow {
  @IsUUID()
  assessmentId!: string;

  @IsUUID()
  episodeId!: string;

  @IsString()
  ref!: string;

  /** The child's chosen name, where the reader may know it. */
  @IsOptional()
  @IsString()
  child!: string | null;

  @IsInt()
  versionNo!: number;

  @IsDateString()
  completedOn!: string;

  @IsString()
  startedBy!: string;

  @IsDateString()
  dueOn!: string;

  @IsIn(OVERSIGHT_STANDINGS)
  standing!: string;
}

export class OversightPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OversightRow)
  items!: OversightRow[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
