import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../paging/index.js';

/** A column of "who can see this": a kind of information the reader may know of. */
export class SharingColumn {
  @IsString()
  key!: string;

  /** For an adult's own or a sensitive kind: whose it is, as the reader knows them. */
  @IsOptional()
  @IsString()
  about!: string | null;
}

export class SharingLine {
  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  note!: string | null;

  @IsOptional()
  @IsString()
  agency!: string | null;

  /** WORKER, MANAGER, FAMILY, TASK, EMERGENCY, TEAM (a role that sees something of every case) or SERVICE (one the family said no to). */
  @IsString()
  kind!: string;

  @IsOptional()
  @IsString()
  part!: string | null;

  @IsBoolean()
  you!: boolean;

  /** For each column: sees, part or no. */
  @IsObject()
  cells!: Record<string, string>;

  /** AGREED_PERSON, AGREED_SERVICE, MANAGER, OWN_RIGHT, NOT_AGREED, REFUSED. */
  @IsString()
  why!: string;

  /** When that was agreed or refused. */
  @IsOptional()
  @IsString()
  on!: string | null;

  /** The first day of their part in the support. */
  @IsOptional()
  @IsString()
  since!: string | null;

  /** When it ends as things stand: an agreement's last day, a task's or an emergency's end. */
  @IsOptional()
  @IsString()
  until!: string | null;

  @IsOptional()
  @IsISO8601()
  lastLooked!: string | null;

  /** TEAM: how many; their names for the information-governance officer only. */
  @IsOptional()
  @IsInt()
  people!: number | null;

  @IsArray()
  @IsString({ each: true })
  names!: string[];
}

/** Somebody of the family a copy can be printed for. */
export class SharingReader {
  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;
}

export class SharingQuery {
  /** Cut down to what this person of the family may read: the copy printed for them. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose for whom the copy is' })
  for?: string;
}

/** Who can see this case, and why, as far as the reader may know. */
export class SharingView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SharingColumn)
  columns!: SharingColumn[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SharingLine)
  lines!: SharingLine[];

  @IsArray()
  @IsString({ each: true })
  givers!: string[];

  /** For whom a copy may be printed, where the reader may print one. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SharingReader)
  copies!: SharingReader[];

  @IsOptional()
  @IsString()
  agreedOn!: string | null;

  @IsOptional()
  @IsString()
  until!: string | null;
}

export class LooksQuery extends PageQuery {
  /** As in the copy printed for this person of the family. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose for whom the copy is' })
  for?: string;
}

export class Look {
  @IsInt()
  id!: number;

  @IsISO8601()
  at!: string;

  @IsOptional()
  @IsString()
  who!: string | null;

  @IsOptional()
  @IsString()
  agency!: string | null;

  /** What they worked as; in a family's copy this stands in the place of the name. */
  @IsOptional()
  @IsString()
  role!: string | null;

  @IsBoolean()
  you!: boolean;

  /** Past tense, e.g. meeting.attendance-recorded. */
  @IsString()
  action!: string;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];

  @IsOptional()
  @IsString()
  purpose!: string | null;

  @IsOptional()
  @IsString()
  reason!: string | null;
}

export class LooksPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Look)
  items!: Look[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
