import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import type { LevelOfNeed } from '../codes/index.js';
import { MaybeText, Parts } from '../shapes/index.js';
import { LEVEL_AREAS, LEVELS_OF_NEED, type LevelArea } from './document.js';
import { DescriptorWords, LEVEL_PLACES, LevelWords, type LevelPlace } from './levels.contract.js';

export class DescriptorView extends DescriptorWords {
  @IsString()
  key!: string;
}

/** The words by which levels are told apart, in one version. */
export class LevelsDocumentView {
  @IsString()
  version!: string;

  @Parts(() => LevelWords)
  levels!: LevelWords[];

  @Parts(() => DescriptorView)
  descriptors!: DescriptorView[];
}

export class LevelsVersionView extends LevelsDocumentView {
  /** Null for the words the program came with. */
  @MaybeText()
  validFrom!: string | null;

  @MaybeText()
  addedBy!: string | null;

  @IsBoolean()
  inForce!: boolean;
}

/** Newest first. */
export class LevelsVersionsView {
  @Parts(() => LevelsVersionView)
  items!: LevelsVersionView[];
}

export class TickedView {
  @IsIn(LEVEL_AREAS)
  area!: LevelArea;

  @IsIn(LEVELS_OF_NEED)
  level!: LevelOfNeed;

  @IsString()
  text!: string;
}

/** A level, in the words of the version by which it was chosen. */
export class LevelChosenView {
  @IsIn(LEVELS_OF_NEED)
  level!: LevelOfNeed;

  /** What that level was called. */
  @IsString()
  name!: string;

  @IsString()
  documentVersion!: string;

  /** What the ticks pointed to; null where nothing was ticked. */
  @IsOptional()
  @IsIn(LEVELS_OF_NEED)
  suggested!: LevelOfNeed | null;

  /** Why another one was chosen. */
  @MaybeText()
  reason!: string | null;

  @Parts(() => TickedView)
  ticked!: TickedView[];
}

export class LevelJudgementView extends LevelChosenView {
  @IsUUID()
  id!: string;

  @IsIn(LEVEL_PLACES)
  place!: LevelPlace;

  @IsOptional()
  @IsUUID()
  childId!: string | null;

  @IsString()
  by!: string;

  @IsDateString()
  at!: string;
}

export class LevelJudgementsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LevelJudgementView)
  items!: LevelJudgementView[];

  @MaybeText()
  next!: string | null;
}
