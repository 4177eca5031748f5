import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
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

  /** WORKER, MANAGER, FAMILY or SERVICE (one the family said no to). */
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

  @IsOptional()
  @IsString()
  agreedOn!: string | null;

  @IsOptional()
  @IsString()
  until!: string | null;
}

export class LooksQuery extends PageQuery {}

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
