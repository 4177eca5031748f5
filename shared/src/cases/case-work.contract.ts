import {
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
} from 'class-validator';
import { MaybeText, Parts } from '../shapes/index.js';

export class CaseInvitee {
  @IsString()
  name!: string;

  @IsString()
  rsvp!: string;

  @MaybeText()
  note!: string | null;

  @IsBoolean()
  isFamily!: boolean;

  @IsBoolean()
  you!: boolean;
}

export class CaseMeeting {
  @IsUUID()
  id!: string;

  @IsString()
  type!: string;

  @IsISO8601()
  plannedAt!: string;

  @IsOptional()
  @IsInt()
  reviewNo!: number | null;

  @MaybeText()
  place!: string | null;

  @IsString()
  mode!: string;

  @Parts(() => CaseInvitee)
  invitees!: CaseInvitee[];
}

export class CasePathStep {
  @IsString()
  key!: string;

  @IsString()
  label!: string;

  @IsString()
  status!: string;

  @IsString()
  words!: string;
}

export class CaseScore {
  @IsNumber()
  value!: number;

  @IsString()
  on!: string;

  @MaybeText()
  rater!: string | null;
}

export class CaseOutcome {
  @IsUUID()
  id!: string;

  @IsString()
  statement!: string;

  /** What is scored, in words. */
  @MaybeText()
  measure!: string | null;

  @MaybeText()
  rater!: string | null;

  @IsString()
  better!: string;

  @IsNumber()
  low!: number;

  @IsNumber()
  high!: number;

  @MaybeText()
  lowWords!: string | null;

  @MaybeText()
  highWords!: string | null;

  @IsOptional()
  @IsNumber()
  target!: number | null;

  @IsString()
  status!: string;

  /** Oldest first; the first is the start, the last is now. */
  @Parts(() => CaseScore)
  scores!: CaseScore[];
}

export class ChronologyItem {
  @IsString()
  kind!: string;

  @IsUUID()
  id!: string;

  @IsString()
  day!: string;

  @IsBoolean()
  significant!: boolean;

  @MaybeText()
  author!: string | null;

  @IsString()
  category!: string;

  /** What the sentence is made from; depends on the kind (NOTE, MOVE, MEETING, ACTION). */
  @IsObject()
  detail!: Record<string, unknown>;
}
