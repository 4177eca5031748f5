import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PRESENTING_ISSUES, SOURCES_OF_CONCERN } from '../codes/index.js';
import { MaybeText, Parts, Texts } from '../shapes/index.js';
import { EpisodeStateView } from './start.contract.js';

export class MoveObstacleView {
  @IsString()
  code!: string;

  @IsString()
  words!: string;
}

/** One thing that can happen next, whoever may bring it about. */
export class NextMoveView {
  @IsString()
  id!: string;

  @IsString()
  trigger!: string;

  /** The stage afterwards; null where there is none to go back to. */
  @MaybeText()
  to!: string | null;

  @IsString()
  way!: string;

  @IsIn(['YOURS', 'SIGN', 'OTHERS'])
  standing!: 'YOURS' | 'SIGN' | 'OTHERS';

  @Texts()
  who!: string[];

  @Texts()
  signers!: string[];

  @Parts(() => MoveObstacleView)
  obstacles!: MoveObstacleView[];
}

export class RecordLineView {
  @IsString()
  field!: string;

  @IsString()
  words!: string;
}

/** What was written down with a move, for those who may read the plan. */
export class MoveRecordView {
  @IsUUID()
  id!: string;

  @IsString()
  transition!: string;

  @IsString()
  trigger!: string;

  @IsString()
  by!: string;

  @IsDateString()
  at!: string;

  /** Field and words, in the order of the form. */
  @Parts(() => RecordLineView)
  lines!: RecordLineView[];
}

export class NextMovesView {
  @ValidateNested()
  @Type(() => EpisodeStateView)
  episode!: EpisodeStateView;

  @Parts(() => NextMoveView)
  moves!: NextMoveView[];

  @Parts(() => MoveRecordView)
  records!: MoveRecordView[];
}

/** Work begins again for a family whose record is closed (T35): a new record, linked to the old one. */
export class ReopenEpisode {
  @IsInt({ message: 'Send the version of the record you saw' })
  @Min(1)
  version!: number;

  @IsIn(SOURCES_OF_CONCERN.codes, { message: 'Choose who raised the worry now' })
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
