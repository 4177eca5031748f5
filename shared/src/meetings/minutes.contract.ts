import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MEETING_DECISIONS } from '../codes/index.js';
import { MINUTE_CATEGORIES, MINUTE_KINDS, type MinuteCategory, type MinuteKind } from './minute-kinds.js';

/** A point, a decision, a question of the family, or something for later. */
export class AddMinute {
  @IsIn([...MINUTE_KINDS], {
    message: 'Say what this is: a point, a decision, a question or something for later',
  })
  kind!: MinuteKind;

  @IsString({ message: 'Write what was said' })
  @MinLength(1, { message: 'Write what was said' })
  @MaxLength(4000, { message: 'That is too long: 4,000 characters at most' })
  text!: string;

  @IsOptional()
  @IsIn([...MEETING_DECISIONS.codes], { message: 'Choose the decision' })
  code?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'Who said it: 120 characters at most' })
  saidBy?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000, { message: 'The answer is too long: 2,000 characters at most' })
  answered?: string;

  @IsOptional()
  @IsIn([...MINUTE_CATEGORIES], { message: 'Choose the kind of information' })
  category?: MinuteCategory;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  subjectId?: string;

  /** Whom it is about, when that is not the child. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whom it is about' })
  aboutPersonId?: string;
}

/** Puts right the words of one line or answers a question. What it is about cannot change: write a new line. */
export class ChangeMinute {
  @IsUUID(undefined, { message: 'Say which line changes' })
  minuteId!: string;

  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsOptional()
  @IsString()
  @MinLength(1, { message: 'Write what was said' })
  @MaxLength(4000, { message: 'That is too long: 4,000 characters at most' })
  text?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'Who said it: 120 characters at most' })
  saidBy?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000, { message: 'The answer is too long: 2,000 characters at most' })
  answered?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  position?: number;
}

export class SendMinutes {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;
}

export class MinuteView {
  @IsUUID()
  id!: string;

  @IsIn([...MINUTE_KINDS])
  kind!: MinuteKind;

  @IsOptional()
  @IsString()
  code!: string | null;

  @IsString()
  text!: string;

  @IsOptional()
  @IsString()
  saidBy!: string | null;

  @IsOptional()
  @IsString()
  answered!: string | null;

  @IsString()
  category!: string;

  @IsOptional()
  @IsUUID()
  aboutPersonId!: string | null;

  @IsInt()
  position!: number;

  @IsInt()
  version!: number;
}

/** What one recipient of the minutes will be sent: only what that recipient may see. */
export class RecipientPreview {
  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  agencyName!: string | null;

  /** False: nothing is sent, with the reason in `why`. */
  @IsIn([true, false])
  sends!: boolean;

  @IsOptional()
  @IsString()
  why!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MinuteView)
  minutes!: MinuteView[];

  /** Lines you see and this recipient will not. */
  @IsInt()
  heldBack!: number;
}

export class MinutesPreview {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RecipientPreview)
  recipients!: RecipientPreview[];
}
