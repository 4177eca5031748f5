import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { LEFT_OUT_CODES, type LeftOutCode } from './left-out-codes.js';
import { Trimmed } from '../shapes/index.js';

/** Somebody of the family is not asked to this meeting (rule 4.2), with the reason for those who may read it. */
export class LeaveOut {
  @IsUUID(undefined, { message: 'Choose who is not invited' })
  personId!: string;

  @IsIn(LEFT_OUT_CODES, { message: 'Say whether it is for safety or for another reason' })
  code!: LeftOutCode;

  @Trimmed()
  @IsString({ message: 'Write why they are not invited' })
  @Length(10, 1000, { message: 'Write why they are not invited, in 10 to 1,000 characters' })
  reason!: string;
}

export class UndoLeftOut {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class LeftOutView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  relationship!: string | null;

  @IsIn(LEFT_OUT_CODES)
  code!: LeftOutCode;

  @IsString()
  reason!: string;

  @IsOptional()
  @IsString()
  by!: string | null;
}

/** Somebody of the family who is not asked so far. */
export class LeftOutChoice {
  @IsUUID()
  personId!: string;

  @IsString()
  name!: string;
}

export class LeftOutList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeftOutView)
  items!: LeftOutView[];

  /** Whom this reader could leave out; nobody for who does not run the meeting. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeftOutChoice)
  choices!: LeftOutChoice[];

  @IsBoolean()
  mayChange!: boolean;
}
