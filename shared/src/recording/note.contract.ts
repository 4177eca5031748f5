import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { NOTE_TYPES } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';
import type { Category } from '../policy/index.js';

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

const trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const flag = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

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

  @trimmed()
  @IsString()
  @MinLength(1, { message: 'Write what happened' })
  @MaxLength(8000, { message: 'Keep the note under 8,000 characters' })
  text!: string;

  @IsOptional()
  @trimmed()
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

/** A child's private words that may have to be shared, because somebody may be harmed (rule 6.6). */
export class FlagNote {
  @IsIn(['YES', 'NO'], { message: 'Say whether the child was told that it may have to be shared' })
  childTold!: 'YES' | 'NO';

  /** Needed when the child was not told. */
  @IsOptional()
  @trimmed()
  @IsString()
  @Length(10, 1000, { message: 'Say why the child was not told, in 10 to 1,000 characters' })
  notToldReason?: string;
}

/** A note is never edited or removed: it is struck out with a reason and stays readable as struck out. */
export class StrikeNote {
  @IsInt()
  @Min(1)
  version!: number;

  @trimmed()
  @IsString()
  @MinLength(3, { message: 'Say why the note is struck out' })
  @MaxLength(500, { message: 'Keep the reason under 500 characters' })
  reason!: string;
}

/** What was written down wrongly: the day, whose it is, or the record it stands on. */
export const REPAIRS = ['DATE', 'CHILD', 'CASE'] as const;
export type RepairKind = (typeof REPAIRS)[number];

/** Mended by whoever wrote it, within a time the area sets, with a reason (E10). */
export class RepairNote {
  @IsIn(REPAIRS, { message: 'Say what is wrong: the day, the child or the record' })
  what!: RepairKind;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @trimmed()
  @IsString()
  @MinLength(3, { message: 'Say how the mistake came about' })
  @MaxLength(500, { message: 'Keep the reason under 500 characters' })
  reason!: string;

  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Enter the day it happened' })
  eventOn?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child it is about' })
  subjectId?: string;

  /** The record it belongs on. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  ref?: string;
}

export class RepairView {
  @IsIn(REPAIRS)
  what!: RepairKind;

  @IsISO8601()
  at!: string;

  @IsOptional()
  @IsString()
  by!: string | null;

  /** Left out where it could tell of another family. */
  @IsOptional()
  @IsString()
  reason!: string | null;

  /** What stood there, and what stands there now: for an auditor only. */
  @IsOptional()
  @IsString()
  before!: string | null;

  @IsOptional()
  @IsString()
  after!: string | null;
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
  @flag()
  @IsBoolean()
  significant?: boolean;
}

/** Where the words went: only for who may read the referral. */
export class FlagReferralView {
  @IsUUID()
  id!: string;

  @IsString()
  status!: string;

  @IsISO8601()
  sentAt!: string;
}

/** For workers who read the note; the family never sees it. */
export class NoteFlagView {
  @IsISO8601()
  flaggedAt!: string;

  @IsOptional()
  @IsString()
  flaggedBy!: string | null;

  @IsIn(['YES', 'NO'])
  childTold!: 'YES' | 'NO';

  @IsOptional()
  @IsString()
  notToldReason!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => FlagReferralView)
  referral!: FlagReferralView | null;
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

export const CHRONOLOGY_KINDS = ['NOTE', 'MOVE', 'MEETING', 'ACTION'] as const;

export class ChronologyQuery extends PageQuery {
  @IsOptional()
  @IsIn(CHRONOLOGY_KINDS, { message: 'Choose a kind from the list' })
  kind?: (typeof CHRONOLOGY_KINDS)[number];

  @IsOptional()
  @flag()
  @IsBoolean()
  significant?: boolean;
}

export class ChronologyEntry {
  @IsString()
  kind!: string;

  @IsUUID()
  id!: string;

  @IsString()
  day!: string;

  @IsBoolean()
  significant!: boolean;

  @IsOptional()
  @IsString()
  author!: string | null;

  @IsString()
  category!: string;

  @IsObject()
  detail!: Record<string, unknown>;
}

export class ChronologyPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ChronologyEntry)
  items!: ChronologyEntry[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
