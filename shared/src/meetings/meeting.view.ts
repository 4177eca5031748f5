import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { MaybePart, Parts } from '../shapes/index.js';
import { RepairView } from '../recording/index.js';
import { MinuteView } from './minutes.contract.js';
import { ReportRequestView, ReportView } from './report-in-lieu.contract.js';

/** The child a meeting is about, named only to those who may know the name. */
export class MeetingChild {
  @IsUUID()
  id!: string;

  @IsOptional()
  @IsString()
  name!: string | null;

  @IsOptional()
  @IsString()
  fullName!: string | null;

  @IsOptional()
  @IsInt()
  age!: number | null;
}

export class InvitationView {
  @IsUUID()
  id!: string;

  /** WORKER, FAMILY or GUEST */
  @IsString()
  kind!: 'WORKER' | 'FAMILY' | 'GUEST';

  @IsOptional()
  @IsUUID()
  userId!: string | null;

  @IsOptional()
  @IsUUID()
  personId!: string | null;

  @IsOptional()
  @IsString()
  name!: string | null;

  @IsOptional()
  @IsUUID()
  agencyId!: string | null;

  @IsOptional()
  @IsString()
  agencyName!: string | null;

  @IsOptional()
  @IsString()
  professionalRole!: string | null;

  /** FAMILY: what they are to the child */
  @IsOptional()
  @IsString()
  relationship!: string | null;

  @IsBoolean()
  isLead!: boolean;

  @IsBoolean()
  mine!: boolean;

  @IsBoolean()
  required!: boolean;

  @IsOptional()
  @IsString()
  reason!: string | null;

  @IsString()
  invitedOn!: string;

  /** Less notice than the setting: an absence may be LATE_NOTICE */
  @IsBoolean()
  shortNotice!: boolean;

  @IsString()
  rsvp!: string;

  @IsOptional()
  @IsString()
  rsvpNote!: string | null;

  @IsOptional()
  @IsString()
  attendance!: string | null;

  @IsOptional()
  @IsString()
  attendanceReason!: string | null;

  @IsOptional()
  @IsString()
  deputyName!: string | null;

  @IsOptional()
  @IsString()
  reportDueOn!: string | null;

  @IsOptional()
  @IsString()
  reportReceivedOn!: string | null;

  /** A report asked for by link, for whoever runs the meeting. */
  @MaybePart(() => ReportRequestView)
  report!: ReportRequestView | null;

  /** A link to answer by, for whoever runs the meeting; of somebody without an account. */
  @MaybePart(() => ReportRequestView)
  answerLink!: ReportRequestView | null;

  @IsInt()
  version!: number;
}

export class EarlierDate {
  @IsUUID()
  id!: string;

  @IsISO8601()
  plannedAt!: string;

  @IsString()
  status!: string;

  @IsOptional()
  @IsString()
  reason!: string | null;

  @IsOptional()
  @IsString()
  askedBy!: string | null;
}

export class WarningView {
  @IsString()
  code!: string;

  @IsString()
  words!: string;
}

export class NextMeeting {
  @IsUUID()
  id!: string;

  @IsISO8601()
  plannedAt!: string;
}

/** One line of a list of meetings. */
export class MeetingCard {
  @IsUUID()
  id!: string;

  @IsUUID()
  episodeId!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => MeetingChild)
  child!: MeetingChild | null;

  @IsString()
  type!: string;

  @IsString()
  status!: string;

  @IsISO8601()
  plannedAt!: string;

  @IsInt()
  durationMinutes!: number;

  @IsString()
  mode!: string;

  @IsOptional()
  @IsString()
  place!: string | null;

  @IsOptional()
  @IsInt()
  reviewNo!: number | null;

  @IsString()
  minutesStatus!: string;

  /** People invited and how many of them have answered, of those you may see. */
  @IsInt()
  invited!: number;

  @IsInt()
  answered!: number;

  @IsInt()
  version!: number;
}

export class MeetingList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MeetingCard)
  items!: MeetingCard[];

  @IsOptional()
  @IsString()
  next!: string | null;
}

export class MeetingView {
  @IsUUID()
  id!: string;

  /** How its day was mended, newest first. */
  @Parts(() => RepairView)
  repairs!: RepairView[];

  /** Last day on which whoever recorded it as held may mend its day; null for everybody else. */
  @IsOptional()
  @IsString()
  mendUntil!: string | null;

  @IsUUID()
  episodeId!: string;

  @ValidateNested()
  @Type(() => MeetingChild)
  child!: MeetingChild;

  @IsString()
  type!: string;

  @IsString()
  status!: string;

  @IsISO8601()
  plannedAt!: string;

  @IsInt()
  durationMinutes!: number;

  @IsString()
  mode!: string;

  @IsOptional()
  @IsString()
  place!: string | null;

  @IsOptional()
  @IsISO8601()
  heldAt!: string | null;

  @IsOptional()
  @IsInt()
  reviewNo!: number | null;

  @IsOptional()
  @IsString()
  dueOn!: string | null;

  @IsOptional()
  @IsUUID()
  chairId!: string | null;

  @IsOptional()
  @IsString()
  chairName!: string | null;

  @IsOptional()
  @IsUUID()
  minuteTakerId!: string | null;

  @IsOptional()
  @IsString()
  minuteTakerName!: string | null;

  @IsOptional()
  @IsString()
  statusReason!: string | null;

  /** Earlier attempts at this meeting, latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EarlierDate)
  earlier!: EarlierDate[];

  @IsOptional()
  @IsBoolean()
  consentChecked!: boolean | null;

  @IsOptional()
  @IsString()
  childParticipation!: string | null;

  @IsOptional()
  @IsString()
  parentParticipation!: string | null;

  @IsOptional()
  @IsInt()
  levelAgreed!: number | null;

  @IsString()
  minutesStatus!: string;

  @IsOptional()
  @IsString()
  minutesSentOn!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => NextMeeting)
  next!: NextMeeting | null;

  @IsOptional()
  @IsString()
  noNextReason!: string | null;

  /** The latest day for the one after this. */
  @IsOptional()
  @IsString()
  nextDueBy!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WarningView)
  warnings!: WarningView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => InvitationView)
  invitations!: InvitationView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MinuteView)
  minutes!: MinuteView[];

  /** What was sent instead of coming, of what you may read. */
  @Parts(() => ReportView)
  reports!: ReportView[];

  /** You may change, record and finish this meeting. */
  @IsBoolean()
  mayRun!: boolean;

  @IsInt()
  version!: number;
}
