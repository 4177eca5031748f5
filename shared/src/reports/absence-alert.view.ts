import {
  IsDateString,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { MaybeText, Parts } from '../shapes/index.js';

/** Part of a whole: of the invitations that count, those somebody took part by. */
export class ShareOfQuarter {
  @IsInt()
  contributed!: number;

  @IsInt()
  invited!: number;
}

/** A service that stayed away again and again: by service and profession, without case, child or day. */
export class AbsenceAlert {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  agency!: string;

  @IsString()
  role!: string;

  @IsInt()
  absences!: number;

  /** The month of the last absence. */
  @IsString()
  month!: string;

  /** What the partner promised, who promised it and by when. */
  @MaybeText()
  commitment!: string | null;

  @MaybeText()
  promisedBy!: string | null;

  @IsOptional()
  @IsDateString()
  dueOn!: string | null;

  /** The quarter it was raised in, and the one after. */
  @ValidateNested()
  @Type(() => ShareOfQuarter)
  then!: ShareOfQuarter;

  @ValidateNested()
  @Type(() => ShareOfQuarter)
  next!: ShareOfQuarter;
}

export class AbsenceAlertPage {
  @Parts(() => AbsenceAlert)
  items!: AbsenceAlert[];

  @MaybeText()
  next!: string | null;
}

const DAY = 'Enter the day it is promised for, e.g. 30 June 2026';

/** What a partner promised after staying away (ST09.11). */
export class RecordCommitment {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsString({ message: 'Write down what was promised' })
  @MinLength(5, { message: 'Write down what was promised' })
  @MaxLength(500, { message: 'What was promised: 500 characters at most' })
  commitment!: string;

  @IsString({ message: 'Enter who promised it' })
  @MinLength(2, { message: 'Enter who promised it' })
  @MaxLength(120, { message: 'Who promised it: 120 characters at most' })
  promisedBy!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: DAY })
  @IsISO8601({ strict: true }, { message: DAY })
  dueOn!: string;
}
