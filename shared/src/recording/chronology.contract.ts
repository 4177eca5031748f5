import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../paging/index.js';
import { Ticked } from '../shapes/index.js';

export const CHRONOLOGY_KINDS = ['NOTE', 'MOVE', 'MEETING', 'ACTION'] as const;

export class ChronologyQuery extends PageQuery {
  @IsOptional()
  @IsIn(CHRONOLOGY_KINDS, { message: 'Choose a kind from the list' })
  kind?: (typeof CHRONOLOGY_KINDS)[number];

  @IsOptional()
  @Ticked()
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
