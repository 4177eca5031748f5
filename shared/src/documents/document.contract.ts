import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQuery } from '../paging/index.js';
import type { Category } from '../policy/index.js';
import { Reason, SeenVersion, Ticked, Trimmed } from '../shapes/index.js';

/** The kinds of information a document may be; each decides who reads it, and who learns that it is there. */
export const DOCUMENT_CATEGORIES = [
  'NOTES',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'INVOLVE',
  'THIRD',
  'PRIVATE',
  'ADULT',
  'SENS_SH',
  'SENS_MH',
  'SENS_SM',
  'OFFENCE',
  'DV',
  'IMMIG',
  'SAFE',
] as const satisfies readonly Category[];
export type DocumentCategory = (typeof DOCUMENT_CATEGORIES)[number];

/** Files an uploaded file in a case, under a title and a label. What it was called on somebody's computer is not kept. */
export class FileDocument {
  @IsUUID(undefined, { message: 'Choose a file' })
  uploadId!: string;

  @Trimmed()
  @IsString({ message: 'Say what the document is' })
  @MinLength(1, { message: 'Say what the document is' })
  @MaxLength(160, { message: 'Keep the title under 160 characters' })
  title!: string;

  @IsIn(DOCUMENT_CATEGORIES, { message: 'Choose who may read this document' })
  category!: DocumentCategory;

  /** Which child of the case; the first when left out. */
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  /** The adult a document of their own is about. */
  @IsOptional()
  @IsUUID()
  aboutPersonId?: string;

  /** The day on the document itself. */
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Enter the day on the document' })
  datedOn?: string;

  /** Made by the child: a drawing, a letter. */
  @IsOptional()
  @IsBoolean()
  ownWork?: boolean;

  /** PRIVATE: the workers the child chose. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  namedWorkerIds?: string[];
}

/** A document is never changed or removed: it is struck out with a reason. Its title stays readable, its file does not. */
export class StrikeDocument {
  @SeenVersion()
  version!: number;

  @Reason('Say why the document is struck out')
  reason!: string;
}

export class DocumentsQuery extends PageQuery {
  @IsOptional()
  @IsIn(DOCUMENT_CATEGORIES, { message: 'Choose a kind of information from the list' })
  category?: DocumentCategory;

  /** Only what the child made. */
  @IsOptional()
  @Ticked()
  @IsBoolean()
  ownWork?: boolean;
}
