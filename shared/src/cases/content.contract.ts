import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { CATEGORIES, type Category } from '../policy/index.js';

/** One kind of information about one child of a case, or about one of its adults. */
export class ContentQuery {
  @IsIn(CATEGORIES, { message: 'Choose one kind of information' })
  category!: Category;

  @IsOptional()
  @IsUUID()
  subjectId?: string;

  @IsOptional()
  @IsUUID()
  aboutPersonId?: string;
}

/** One row of content, whatever kind of work it comes from. */
export class ContentItem {
  @IsUUID()
  id!: string;

  /** Which work: note, answer, meeting, plan, action and so on. */
  @IsString()
  kind!: string;

  @IsOptional()
  @IsUUID()
  subjectId!: string | null;

  @IsOptional()
  @IsUUID()
  aboutPersonId!: string | null;

  @IsString()
  category!: string;

  @IsISO8601()
  recordedAt!: string;

  /** The row's own words and values. */
  @IsObject()
  detail!: Record<string, unknown>;
}

export class ContentView {
  /** ALLOW or LIMITED. */
  @IsString()
  effect!: string;

  /** What is left when the answer is LIMITED. */
  @IsOptional()
  @IsString()
  what!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContentItem)
  items!: ContentItem[];
}
