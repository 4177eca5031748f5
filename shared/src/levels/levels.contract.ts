import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { LevelOfNeed } from '../codes/index.js';
import { Trimmed } from '../shapes/index.js';
import { LEVEL_AREAS, LEVELS_OF_NEED, type LevelArea } from './document.js';

/** Where a level of a case is chosen. */
export const LEVEL_PLACES = ['CHECKLIST', 'WITHOUT_AGREEMENT', 'ASSESSMENT', 'REVIEW', 'CLOSURE'] as const;
export type LevelPlace = (typeof LEVEL_PLACES)[number];

/** What was ticked, and by which version of the words. */
export class LevelHelp {
  @IsString({ message: 'Send the version of the descriptions you saw' })
  @MaxLength(20, { message: 'Send the version of the descriptions you saw' })
  documentVersion!: string;

  @IsArray({ message: 'Send what was ticked' })
  @ArrayMinSize(1, { message: 'Tick what fits first' })
  @ArrayMaxSize(200, { message: 'Send what was ticked, once each' })
  @ArrayUnique({ message: 'Send what was ticked, once each' })
  @IsString({ each: true, message: 'Send what was ticked' })
  @MaxLength(40, { each: true, message: 'Send what was ticked' })
  ticked!: string[];

  /** Why another level than the one the ticks point to. */
  @IsOptional()
  @IsString({ message: 'Say in a line why another level fits better' })
  @Trimmed()
  @MaxLength(300, { message: 'Say why in 300 characters at most' })
  reason?: string;
}

/** A level as somebody sees it, with what it was seen by. */
export class JudgeLevel extends LevelHelp {
  @IsIn(LEVEL_PLACES, { message: 'Say where the level is chosen' })
  place!: LevelPlace;

  @IsIn(LEVELS_OF_NEED, { message: 'Choose the level of need, 1 to 4' })
  level!: LevelOfNeed;

  /** Whose level it is, where the record has several children. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  childId?: string;
}

/** What one level is called and means. */
export class LevelWords {
  @IsIn(LEVELS_OF_NEED)
  level!: LevelOfNeed;

  @IsString({ message: 'Name the level' })
  @Trimmed()
  @Length(3, 60, { message: 'Name the level in 3 to 60 characters' })
  name!: string;

  @IsString({ message: 'Say it in a few words' })
  @Trimmed()
  @Length(3, 60, { message: 'Say it in a few words, 60 characters at most' })
  short!: string;

  @IsString({ message: 'Say what the level means' })
  @Trimmed()
  @Length(10, 400, { message: 'Say what the level means, in 10 to 400 characters' })
  meaning!: string;

  @IsString({ message: 'Say who helps at this level' })
  @Trimmed()
  @Length(10, 400, { message: 'Say who helps at this level, in 10 to 400 characters' })
  response!: string;
}

export class DescriptorWords {
  @IsIn(LEVEL_AREAS, { message: 'Choose the area it belongs to' })
  area!: LevelArea;

  @IsIn(LEVELS_OF_NEED, { message: 'Choose the level it belongs to' })
  level!: LevelOfNeed;

  @IsString({ message: 'Write the description' })
  @Trimmed()
  @Length(5, 160, { message: 'Write each description in 5 to 160 characters' })
  text!: string;
}

/** The next version of the description of levels, whole. */
export class AddLevelsDocument {
  @IsArray()
  @ArrayMinSize(4, { message: 'Describe each of the four levels' })
  @ArrayMaxSize(4, { message: 'Describe each of the four levels' })
  @ValidateNested({ each: true })
  @Type(() => LevelWords)
  levels!: LevelWords[];

  @IsArray()
  @ArrayMaxSize(120, { message: 'Keep it to 120 descriptions' })
  @ValidateNested({ each: true })
  @Type(() => DescriptorWords)
  descriptors!: DescriptorWords[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day from which it holds' })
  validFrom!: string;

  /** The version last seen: somebody else may have added one meanwhile. */
  @IsInt({ message: 'Send the version you saw' })
  @Min(1, { message: 'Send the version you saw' })
  seen!: number;
}
