import { IsBoolean, IsEmail, IsIn, IsInt, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { MaybeText } from '../shapes/index.js';
import { RSVP } from './change-meeting.contract.js';
import { OpenLink } from './report-in-lieu.contract.js';

/** Asks somebody without an account, by mail, whether they are coming. */
export class InviteByLink {
  @IsEmail({}, { message: 'Enter an e-mail address, e.g. name@service.example' })
  @MaxLength(254, { message: 'The e-mail address is too long' })
  address!: string;
}

export class AnswerByLink extends OpenLink {
  @IsIn([...RSVP], { message: 'Choose an answer' })
  answer!: (typeof RSVP)[number];

  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'The deputy’s name is too long: 120 characters at most' })
  deputyName?: string;
}

/** All that whoever holds the link is told: what its mail said, when the meeting is, and what they answered. */
export class AnswerLinkView {
  @IsString()
  ref!: string;

  /** Their own service; null for the family. */
  @MaybeText()
  agencyName!: string | null;

  @IsISO8601()
  plannedAt!: string;

  @IsInt()
  durationMinutes!: number;

  @IsString()
  answer!: string;

  @MaybeText()
  deputyName!: string | null;

  /** Family come or do not: they send no deputy and no report. */
  @IsBoolean()
  family!: boolean;
}
