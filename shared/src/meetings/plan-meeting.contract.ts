import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MEETING_MODES, MEETING_TYPES } from '../codes/index.js';
import { Invitee } from './invitee.contract.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Date, time (both London), length, way and place of a meeting. */
export class MeetingTime {
  @Matches(DAY, { message: 'Enter the date of the meeting, e.g. 24 March 2026' })
  @IsISO8601({ strict: true }, { message: 'Enter the date of the meeting, e.g. 24 March 2026' })
  date!: string;

  @Matches(TIME, { message: 'Enter the time of the meeting, e.g. 15:45' })
  time!: string;

  @IsOptional()
  @IsInt({ message: 'Enter the length in whole minutes' })
  @Min(15, { message: 'A meeting takes 15 minutes at least' })
  @Max(480, { message: 'A meeting takes 8 hours at most' })
  durationMinutes?: number;

  @IsIn([...MEETING_MODES.codes], { message: 'Choose how people meet' })
  mode!: string;

  /** Kept in a row of its own: a place can locate a child. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'The place is too long: 200 characters at most' })
  place?: string;
}

export class PlanMeeting extends MeetingTime {
  @IsIn([...MEETING_TYPES.codes], { message: 'Choose the kind of meeting' })
  type!: string;

  /** Which child of a family record; left out: the first. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  subjectId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose who chairs' })
  chairId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose who takes the minutes' })
  minuteTakerId?: string;

  @IsArray({ message: 'Choose who is invited' })
  @ArrayMinSize(1, { message: 'Invite at least one person' })
  @ArrayMaxSize(40, { message: 'Invite at most 40 people' })
  @ValidateNested({ each: true })
  @Type(() => Invitee)
  invitees!: Invitee[];
}

/** Books the one after this: a review, with the same people. */
export class BookNext extends MeetingTime {
  @IsInt()
  @Min(1)
  version!: number;

  @IsOptional()
  @IsIn([...MEETING_TYPES.codes], { message: 'Choose the kind of meeting' })
  type?: string;
}

export class AddInvitees {
  @IsArray({ message: 'Choose who is invited' })
  @ArrayMinSize(1, { message: 'Invite at least one person' })
  @ArrayMaxSize(40, { message: 'Invite at most 40 people' })
  @ValidateNested({ each: true })
  @Type(() => Invitee)
  invitees!: Invitee[];

  /** They came without an invitation. */
  @IsOptional()
  @IsBoolean()
  came?: boolean;

  /** Came uninvited: the family was asked and is content. */
  @IsOptional()
  @IsBoolean()
  familyAgreed?: boolean;
}
