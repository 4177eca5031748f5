import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';

export const CASE_TABS = [
  'summary',
  'family',
  'assessment',
  'plan',
  'meetings',
  'chronology',
  'notes',
  'sharing',
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** What the reader may start from the page; the API decides again when they do. */
export const CASE_ACTIONS = [
  'note.write',
  'consent.record',
  'assessment.write',
  'meeting.plan',
  'plan.write',
  'team.change',
  'close',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

export class CaseChild {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  @IsString()
  chosenName!: string;

  @IsOptional()
  @IsString()
  pronouns!: string | null;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsOptional()
  @IsString()
  dueDate!: string | null;

  /** "Year 5, Northway Primary" */
  @IsOptional()
  @IsString()
  school!: string | null;

  @IsBoolean()
  stub!: boolean;
}

/** Somebody's words with who wrote or said them and when. */
export class CaseWords {
  @IsArray()
  @IsString({ each: true })
  items!: string[];

  @IsOptional()
  @IsString()
  author!: string | null;

  @IsOptional()
  @IsString()
  saidOn!: string | null;

  @IsOptional()
  @IsString()
  checkedWith!: string | null;

  @IsOptional()
  @IsString()
  checkedOn!: string | null;
}

export class CaseFlag {
  @IsString()
  text!: string;

  @IsOptional()
  @IsString()
  until!: string | null;
}

export class CaseLevel {
  @IsInt()
  level!: number;

  @IsOptional()
  @IsString()
  setOn!: string | null;
}

export class CaseTeamMember {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;

  @IsUUID()
  agencyId!: string;

  @IsString()
  agency!: string;

  @IsString()
  kind!: string;

  @IsOptional()
  @IsString()
  jobTitle!: string | null;

  @IsBoolean()
  you!: boolean;

  /** The family's agreement names this person or their service for something. */
  @IsBoolean()
  inAgreement!: boolean;

  @IsOptional()
  @IsISO8601()
  from!: string | null;
}

export class CaseRelative {
  @IsUUID()
  id!: string;

  @IsUUID()
  childId!: string;

  @IsString()
  name!: string;

  @IsString()
  kind!: string;

  @IsString()
  hasPr!: string;

  @IsString()
  livesWith!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;

  @IsOptional()
  @IsString()
  involvement!: string | null;

  @IsBoolean()
  gaveAgreement!: boolean;

  @IsBoolean()
  notAsked!: boolean;
}

export class CaseAgreement {
  /** yes, part, lapses, ask or said-no: the light's mark. */
  @IsString()
  state!: string;

  @IsArray()
  @IsString({ each: true })
  givers!: string[];

  @IsInt()
  services!: number;

  @IsOptional()
  @IsString()
  until!: string | null;

  /** Services the family said no to. */
  @IsArray()
  @IsString({ each: true })
  refused!: string[];
}

export class CaseInvitee {
  @IsString()
  name!: string;

  @IsString()
  rsvp!: string;

  @IsOptional()
  @IsString()
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

  @IsOptional()
  @IsString()
  place!: string | null;

  @IsString()
  mode!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseInvitee)
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

  @IsOptional()
  @IsString()
  rater!: string | null;
}

export class CaseOutcome {
  @IsUUID()
  id!: string;

  @IsString()
  statement!: string;

  /** What is scored, in words. */
  @IsOptional()
  @IsString()
  measure!: string | null;

  @IsOptional()
  @IsString()
  rater!: string | null;

  @IsString()
  better!: string;

  @IsNumber()
  low!: number;

  @IsNumber()
  high!: number;

  @IsOptional()
  @IsString()
  lowWords!: string | null;

  @IsOptional()
  @IsString()
  highWords!: string | null;

  @IsOptional()
  @IsNumber()
  target!: number | null;

  @IsString()
  status!: string;

  /** Oldest first; the first is the start, the last is now. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseScore)
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

  @IsOptional()
  @IsString()
  author!: string | null;

  @IsString()
  category!: string;

  /** What the sentence is made from; depends on the kind (NOTE, MOVE, MEETING, ACTION). */
  @IsObject()
  detail!: Record<string, unknown>;
}

/** One case as its page opens it: already decided, line by line, for the person who asked. */
export class CaseView {
  @IsUUID()
  id!: string;

  @IsString()
  ref!: string;

  @IsInt()
  version!: number;

  @IsString()
  type!: string;

  @IsString()
  state!: string;

  /** Set when the reader sees part of it: INDEX_ROW, STUB, ASK_AGAIN and so on. */
  @IsOptional()
  @IsString()
  limited!: string | null;

  @IsBoolean()
  readOnly!: boolean;

  @IsArray()
  @IsString({ each: true })
  tabs!: CaseTab[];

  @IsArray()
  @IsString({ each: true })
  actions!: CaseAction[];

  @IsOptional()
  @IsString()
  part!: string | null;

  @IsString()
  nextStep!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseChild)
  children!: CaseChild[];

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseWords)
  ownWords!: CaseWords | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseFlag)
  flags!: CaseFlag[];

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseLevel)
  level!: CaseLevel | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseAgreement)
  agreement!: CaseAgreement | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseTeamMember)
  leadProfessional!: CaseTeamMember | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseTeamMember)
  team!: CaseTeamMember[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseRelative)
  relatives!: CaseRelative[];

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseMeeting)
  nextMeeting!: CaseMeeting | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CasePathStep)
  path!: CasePathStep[];

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseWords)
  goingWell!: CaseWords | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseWords)
  helpWanted!: CaseWords | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseOutcome)
  outcomes!: CaseOutcome[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ChronologyItem)
  chronology!: ChronologyItem[];
}
