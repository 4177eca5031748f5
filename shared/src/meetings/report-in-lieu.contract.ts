import {
  IsDateString,
  IsEmail,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { addDays, type CivilDate } from '../dates/index.js';
import { MaybeText } from '../shapes/index.js';

/** How many days after the asking a link may still be used, the last one included (S64, a local setting). */
export const REPORT_LINK_DAYS = 14;

export const lastDayOfLink = (askedOn: CivilDate, days: number = REPORT_LINK_DAYS): CivilDate =>
  addDays(askedOn, days);

/** The three questions of a report in lieu, in their order. */
export const REPORT_QUESTIONS = ['goingWell', 'worries', 'nextSteps'] as const;
export type ReportQuestion = (typeof REPORT_QUESTIONS)[number];

const DAY = 'Enter the day the report is needed, e.g. 20 March 2026';

/** Asks somebody who was invited for a few written words. */
export class AskForReport {
  /** Left out: the day before the meeting. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: DAY })
  @IsISO8601({ strict: true }, { message: DAY })
  dueOn?: string;

  /** For somebody without an account: where the link goes. */
  @IsOptional()
  @IsEmail({}, { message: 'Enter an e-mail address, e.g. name@service.example' })
  @MaxLength(254, { message: 'The e-mail address is too long' })
  address?: string;
}

const TOKEN = { message: 'Open the link from the e-mail' };

/** What is in a link. Unknown, used, expired and malformed are one answer, so it is not looked at here. */
export class OpenLink {
  @IsString(TOKEN)
  @MaxLength(200, TOKEN)
  token!: string;
}

const LONG = { message: 'This answer is too long: 4000 characters at most' };

/** The three answers, however they come; at least one says something. */
export class WriteReport {
  @IsOptional()
  @IsString()
  @MaxLength(4000, LONG)
  goingWell?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000, LONG)
  worries?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000, LONG)
  nextSteps?: string;
}

export class SendReport extends WriteReport {
  @IsString(TOKEN)
  @MaxLength(200, TOKEN)
  token!: string;
}

/** All that whoever holds the link is told: what they know already. */
export class ReportLinkView {
  @IsString()
  ref!: string;

  @IsString()
  agencyName!: string;

  @IsDateString()
  dueOn!: string;

  /** The last day the link may be used. */
  @IsDateString()
  expiresOn!: string;
}

export const REPORT_STATES = ['ASKED', 'SENT', 'LAPSED'] as const;

/** Where a report that was asked for stands. */
export class ReportRequestView {
  @IsIn([...REPORT_STATES])
  state!: (typeof REPORT_STATES)[number];

  @IsDateString()
  askedOn!: string;

  @IsDateString()
  dueOn!: string;

  @IsDateString()
  expiresOn!: string;

  @IsString()
  address!: string;
}

/** A report that came. */
export class ReportView {
  @IsUUID()
  id!: string;

  @IsUUID()
  invitationId!: string;

  @MaybeText()
  name!: string | null;

  @MaybeText()
  agencyName!: string | null;

  @IsDateString()
  receivedOn!: string;

  @MaybeText()
  goingWell!: string | null;

  @MaybeText()
  worries!: string | null;

  @MaybeText()
  nextSteps!: string | null;
}
