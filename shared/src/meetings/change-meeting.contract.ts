import {
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
} from 'class-validator';
import { CHILD_PARTICIPATION, MEETING_MODES, PARENT_PARTICIPATION } from '../codes/index.js';

export const MEETING_CHANGES = ['DETAILS', 'MOVE', 'CANCEL', 'INQUORATE'] as const;
export type MeetingChange = (typeof MEETING_CHANGES)[number];

/**
 * DETAILS puts right what is known about the meeting. MOVE keeps this one as put off and makes the next attempt;
 * CANCEL and INQUORATE end it. All but DETAILS say why (rule T17).
 */
export class ChangeMeeting {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsIn([...MEETING_CHANGES], { message: 'Say what changes: DETAILS, MOVE, CANCEL or INQUORATE' })
  change!: MeetingChange;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'The reason is too long: 500 characters at most' })
  reason?: string;

  /** Who asked for the move, in words: "Mia", "Carl, ill". */
  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'Who asked: 120 characters at most' })
  askedBy?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the new date, e.g. 24 March 2026' })
  @IsISO8601({ strict: true }, { message: 'Enter the new date, e.g. 24 March 2026' })
  date?: string;

  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Enter the new time, e.g. 15:45' })
  time?: string;

  @IsOptional()
  @IsInt({ message: 'Enter the length in whole minutes' })
  @Min(15, { message: 'A meeting takes 15 minutes at least' })
  @Max(480, { message: 'A meeting takes 8 hours at most' })
  durationMinutes?: number;

  @IsOptional()
  @IsIn([...MEETING_MODES.codes], { message: 'Choose how people meet' })
  mode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'The place is too long: 200 characters at most' })
  place?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose who chairs' })
  chairId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose who takes the minutes' })
  minuteTakerId?: string;

  @IsOptional()
  @IsBoolean()
  consentChecked?: boolean;

  @IsOptional()
  @IsIn([...CHILD_PARTICIPATION.codes], { message: 'Choose how the child took part' })
  childParticipation?: string;

  @IsOptional()
  @IsIn([...PARENT_PARTICIPATION.codes], { message: 'Choose how the parent took part' })
  parentParticipation?: string;

  @IsOptional()
  @IsIn([1, 2, 3, 4], { message: 'Choose the level of need, 1 to 4' })
  levelAgreed?: number;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'Why no next meeting is booked: 300 characters at most' })
  noNextReason?: string;
}

/** The meeting took place. Everyone is coded; the next one is booked or the reason given. */
export class HoldMeeting {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  /** When it began; left out: as planned. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Enter the time it began, e.g. 15:45' })
  time?: string;
}

/** What may be answered; NO_ANSWER is what stands before. */
export const RSVP = ['COMING', 'COMING_PART', 'DEPUTY', 'SENDING_REPORT', 'NOT_COMING'] as const;

export class AnswerInvitation {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsIn([...RSVP], {
    message: 'Choose an answer: coming, coming for part, a deputy, a report, or cannot come',
  })
  answer!: (typeof RSVP)[number];

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'The note is too long: 300 characters at most' })
  note?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'The deputy’s name is too long: 120 characters at most' })
  deputyName?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day the report will come' })
  @IsISO8601({ strict: true }, { message: 'Enter the day the report will come' })
  reportDueOn?: string;
}
