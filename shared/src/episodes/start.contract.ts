import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { EPISODE_STATES, EPISODE_TYPES, PRESENTING_ISSUES, SOURCES_OF_CONCERN } from '../codes/index.js';

/** A worry, and what the family knows of it; a record begins with one, for the first time or again. */
export class Worry {
  @IsIn(SOURCES_OF_CONCERN.codes, { message: 'Choose who raised the worry' })
  source!: string;

  @IsArray({ message: 'Choose what the worry is about' })
  @ArrayMinSize(1, { message: 'Choose at least one thing the worry is about' })
  @ArrayUnique({ message: 'Each worry is chosen once' })
  @IsIn(PRESENTING_ISSUES.codes, { each: true, message: 'Choose what the worry is about from the list' })
  issues!: string[];

  @IsIn(PRESENTING_ISSUES.codes, { message: 'Choose the main worry' })
  mainIssue!: string;

  @IsString({ message: 'Write what you are worried about' })
  @MinLength(10, { message: 'Write what you are worried about, in a sentence or two' })
  @MaxLength(4000, { message: 'Keep the worry under 4,000 characters' })
  worry!: string;

  @IsBoolean({ message: 'Say whether the family knows about the worry' })
  familyAware!: boolean;
}

/** Rule T01: a worry about one child, or about a family's children, is written down. */
export class StartEpisode extends Worry {
  @IsIn(EPISODE_TYPES.codes, { message: 'Choose one child or a family' })
  type!: (typeof EPISODE_TYPES)['codes'][number];

  @IsArray({ message: 'Choose the child' })
  @ArrayMinSize(1, { message: 'Choose the child' })
  @ArrayMaxSize(12, { message: 'At most 12 children can be in one record' })
  @ArrayUnique({ message: 'Each child is chosen once' })
  @IsUUID(undefined, { each: true, message: 'Choose the child' })
  childIds!: string[];
}

/** Where an episode stands, for whoever just changed it. */
export class EpisodeStateView {
  @IsUUID()
  id!: string;

  @IsString()
  ref!: string;

  @IsIn(EPISODE_TYPES.codes)
  type!: string;

  @IsIn(EPISODE_STATES.codes)
  state!: string;

  @IsInt()
  version!: number;

  @IsArray()
  @IsUUID(undefined, { each: true })
  childIds!: string[];

  @IsDateString()
  openedOn!: string;

  /** Civil date the clock of this state runs out; null where none runs. */
  @IsOptional()
  @IsDateString()
  dueOn!: string | null;
}
