import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsString,
  IsUUID,
} from 'class-validator';
import { MaybeText, Parts, Texts } from '../shapes/index.js';

/** One case on which a worker of the asker's service has a place. */
export class LeaverCase {
  @IsUUID()
  episodeId!: string;

  @IsString()
  ref!: string;

  @IsString()
  state!: string;

  /** LP, AUTHOR, TACM */
  @Texts()
  places!: string[];

  @IsDateString()
  since!: string;
}

export class LeaverCases {
  @Parts(() => LeaverCase)
  items!: LeaverCase[];

  @MaybeText()
  next!: string | null;
}

export const MOST_AT_ONCE = 100;

export class HandOverCases {
  @IsUUID(undefined, { message: 'Choose the colleague who takes over' })
  toUserId!: string;

  @IsArray({ message: 'Choose the cases' })
  @ArrayMinSize(1, { message: 'Choose at least one case' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: 'At most 100 cases at once' })
  @ArrayUnique({ message: 'Each case is chosen once' })
  @IsUUID(undefined, { each: true, message: 'Choose the cases again' })
  episodeIds!: string[];

  /** Only says what would happen to each. */
  @IsBoolean({ message: 'Say whether it is only a check' })
  checkOnly!: boolean;
}

export class HandedOverCase {
  @IsUUID()
  episodeId!: string;

  @IsIn(['MOVED', 'FINE', 'NOT_THERE', 'OTHER'])
  answer!: 'MOVED' | 'FINE' | 'NOT_THERE' | 'OTHER';
}

export class HandedOver {
  @Parts(() => HandedOverCase)
  items!: HandedOverCase[];
}
