import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsIn, IsInt, IsString, IsUUID, Min, ValidateNested } from 'class-validator';
import { MaybeText, Parts, Texts } from '../shapes/index.js';
import { EpisodeStateView, Worry } from './start.contract.js';

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
  /** What the case is called for this reader: the first name of its first child; null where they may not know it. */
  @MaybeText()
  childName!: string | null;

  @ValidateNested()
  @Type(() => EpisodeStateView)
  episode!: EpisodeStateView;

  @Parts(() => NextMoveView)
  moves!: NextMoveView[];

  @Parts(() => MoveRecordView)
  records!: MoveRecordView[];

  /** Children of a family whom social care has, for the CAF team: how it goes on with their part is theirs to say (rule F5). */
  @IsArray()
  @IsUUID(undefined, { each: true })
  paused!: string[];
}

/** Work begins again for a family whose record is closed (T35): a new record, linked to the old one. */
export class ReopenEpisode extends Worry {
  @IsInt({ message: 'Send the version of the record you saw' })
  @Min(1)
  version!: number;
}
