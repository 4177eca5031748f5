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
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { COPY_METHODS } from '../codes/index.js';

/** FULL what its reader may see; FAMILY what that person of the family may; CHILD the child's own, in plain words. */
export const PAPER_KINDS = ['FULL', 'FAMILY', 'CHILD'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export class PaperQuery {
  @IsIn(PAPER_KINDS, { message: 'Choose which copy' })
  kind!: PaperKind;

  /** Whom of the family it is for; the child for a child's copy. Left out for a full one. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whom it is for' })
  for?: string;

  /** The child it is about; the first child of the case when left out. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId?: string;
}

export class RecordCopy {
  @IsIn(PAPER_KINDS, { message: 'Choose which copy' })
  kind!: PaperKind;

  @IsUUID(undefined, { message: 'Choose whom it was given to' })
  personId!: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId?: string;

  @IsIn(COPY_METHODS.codes, { message: 'Say how it was given' })
  method!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day it was given' })
  @IsDateString({}, { message: 'Enter the day it was given' })
  givenOn!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'Keep it under 300 characters' })
  note?: string;

  /** The version of the assessment that was seen. */
  @IsInt({ message: 'Send the version of the assessment you saw' })
  @Min(1)
  version!: number;
}

/** For whom a copy can be made, and which. */
export class CopyReaderView {
  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;

  @IsIn(PAPER_KINDS)
  kind!: PaperKind;
}

/** Proof that a copy was given. */
export class GivenCopyView {
  @IsUUID()
  id!: string;

  @IsIn(PAPER_KINDS)
  kind!: PaperKind;

  @IsString()
  name!: string;

  @IsString()
  method!: string;

  @IsDateString()
  givenOn!: string;

  @IsString()
  givenBy!: string;

  @IsOptional()
  @IsString()
  note!: string | null;

  /** SHA-256 of what the copy said. */
  @IsString()
  digest!: string;
}

export class CopiesView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CopyReaderView)
  readers!: CopyReaderView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GivenCopyView)
  given!: GivenCopyView[];

  @IsBoolean()
  mayRecord!: boolean;
}
