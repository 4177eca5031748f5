import {
  IsBoolean,
  IsISO8601,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { Reason, SeenVersion } from '../shapes/index.js';

/** What was written down wrongly: the day, whose it is, or the record it stands on. */
export const REPAIRS = ['DATE', 'CHILD', 'CASE'] as const;
export type RepairKind = (typeof REPAIRS)[number];

/** The same of everything that can be mended; START is an assessment begun by mistake. */
export const MENDED = [...REPAIRS, 'START'] as const;
export type MendedWhat = (typeof MENDED)[number];

/** Which version it was seen in, and how the mistake came about. */
export class Repair {
  @SeenVersion()
  version!: number;

  @Reason('Say how the mistake came about')
  reason!: string;
}

/** Mended by whoever wrote it, within a time the area sets, with a reason (E10). */
export class RepairNote extends Repair {
  @IsIn(REPAIRS, { message: 'Say what is wrong: the day, the child or the record' })
  what!: RepairKind;

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
  @IsIn(MENDED)
  what!: MendedWhat;

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

  /** It has left this record. */
  @IsBoolean()
  away!: boolean;
}
