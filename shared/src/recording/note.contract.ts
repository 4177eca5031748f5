import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { NOTE_TYPES } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';
import type { Category } from '../policy/index.js';
import { Reason, SeenVersion, Ticked, Trimmed } from '../shapes/index.js';
import { NoteFlagView } from './note-flag.contract.js';
import { RepairView } from './note-repair.contract.js';

/** The kinds of information a note may be; each decides who reads it. */
export const NOTE_CATEGORIES = [
  'NOTES',
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
export type NoteCategory = (typeof NOTE_CATEGORIES)[number];

export const CHILD_SEEN = ['SEEN_ALONE', 'SEEN_WITH_OTHERS', 'NOT_SEEN'] as const;

/** Something that happened or was said. The day it happened and the moment it is written are kept apart. */
export class WriteNote {
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  /** The adult a note of their own is about. */
  @IsOptional()
  @IsUUID()
  aboutPersonId?: string;

  @IsIn(NOTE_CATEGORIES, { message: 'Choose who may read this note' })
  category!: NoteCategory;

  @IsIn(NOTE_TYPES.codes, { message: 'Choose what kind of note this is' })
  kind!: string;

  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Enter the day it happened' })
  eventOn!: string;

  @Trimmed()
  @IsString()
  @MinLength(1, { message: 'Write what happened' })
  @MaxLength(8000, { message: 'Keep the note under 8,000 characters' })
  text!: string;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(120, { message: 'Keep the name under 120 characters' })
  saidBy?: string;

  /** The text is somebody's own words, as they said them. */
  @IsOptional()
  @IsBoolean()
  ownWords?: boolean;

  @IsOptional()
  @IsIn(CHILD_SEEN, { message: 'Say whether the child was seen' })
  childSeen?: (typeof CHILD_SEEN)[number];

  @IsOptional()
  @IsBoolean()
  significant?: boolean;

  /** PRIVATE: the workers the child chose. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  namedWorkerIds?: string[];
}

/** A note is never edited or removed: it is struck out with a reason and stays readable as struck out. */
export class StrikeNote {
  @SeenVersion()
  version!: number;

  @Reason('Say why the note is struck out')
  reason!: string;
}

export class NotesQuery extends PageQuery {
  /** In a family record: the notes of one child's part. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  subjectId?: string;

  @IsOptional()
  @IsIn(NOTE_CATEGORIES, { message: 'Choose a kind of note from the list' })
  category?: NoteCategory;

  @IsOptional()
  @IsIn(NOTE_TYPES.codes, { message: 'Choose a kind of note from the list' })
  kind?: string;

  @IsOptional()
  @Ticked()
  @IsBoolean()
  significant?: boolean;
}

export class NoteView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsOptional()
  @IsUUID()
  subjectId!: string | null;

  @IsOptional()
  @IsUUID()
  aboutPersonId!: string | null;

  @IsString()
  category!: string;

  @IsString()
  kind!: string;

  @IsString()
  eventOn!: string;

  @IsISO8601()
  recordedAt!: string;

  @IsString()
  text!: string;

  @IsOptional()
  @IsString()
  saidBy!: string | null;

  @IsBoolean()
  ownWords!: boolean;

  @IsOptional()
  @IsString()
  childSeen!: string | null;

  @IsBoolean()
  significant!: boolean;

  @IsOptional()
  @IsString()
  author!: string | null;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsBoolean()
  mine!: boolean;

  @IsOptional()
  @IsISO8601()
  struckAt!: string | null;

  @IsOptional()
  @IsString()
  struckReason!: string | null;

  /** How it was mended, latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RepairView)
  repairs!: RepairView[];

  /** Last day on which its author may mend it; null for everybody else, and for what is struck out. */
  @IsOptional()
  @IsString()
  mendUntil!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => NoteFlagView)
  flag!: NoteFlagView | null;
}

export class NotesPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoteView)
  items!: NoteView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
