import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { DUE_KINDS, WEEK_GROUPS, type DueKind, type WeekGroup } from './kinds.js';

/** A child as far as the reader may know: without name and age where they may not. */
export class WeekChild {
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

export class DueItem {
  /** Stable: the kind and the record it is about. */
  @IsString()
  key!: string;

  @IsIn([...DUE_KINDS])
  kind!: DueKind;

  @IsIn([...WEEK_GROUPS])
  group!: WeekGroup;

  /** Null where only a reference number is the reader's to know. */
  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  /** The meeting, action, invitation or offer. */
  @IsUUID()
  recordId!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => WeekChild)
  child!: WeekChild | null;

  @IsString()
  dueOn!: string;

  /** Working days late, 0 when not. */
  @IsInt()
  workingDaysLate!: number;

  /** Own words of the record (an action's text), a name, a place; meaning depends on the kind. */
  @IsOptional()
  @IsString()
  text!: string | null;

  @IsOptional()
  @IsString()
  note!: string | null;

  @IsOptional()
  @IsISO8601()
  at!: string | null;

  @IsOptional()
  @IsInt()
  invited!: number | null;

  @IsOptional()
  @IsInt()
  answered!: number | null;

  @IsOptional()
  @IsInt()
  reviewNo!: number | null;

  /** Managers: whose it is. */
  @IsOptional()
  @IsString()
  owner!: string | null;

  @IsBoolean()
  mine!: boolean;

  @IsInt()
  version!: number;
}

export class QuietCase {
  @IsUUID()
  episodeId!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => WeekChild)
  child!: WeekChild | null;

  @IsInt()
  days!: number;

  @IsOptional()
  @IsString()
  lastOn!: string | null;

  @IsOptional()
  @IsString()
  owner!: string | null;
}

export class NewsLine {
  @IsString()
  key!: string;

  @IsIn(['JOINED', 'ASSESSMENT', 'LEAD', 'PLAN', 'COMMENT'])
  kind!: 'JOINED' | 'ASSESSMENT' | 'LEAD' | 'PLAN' | 'COMMENT';

  @IsUUID()
  episodeId!: string;

  @IsOptional()
  @IsString()
  who!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => WeekChild)
  child!: WeekChild | null;

  @IsISO8601()
  at!: string;
}

export class WeekMeeting {
  @IsUUID()
  id!: string;

  @IsUUID()
  episodeId!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => WeekChild)
  child!: WeekChild | null;

  @IsISO8601()
  plannedAt!: string;

  @IsString()
  type!: string;

  @IsString()
  mode!: string;

  @IsOptional()
  @IsInt()
  reviewNo!: number | null;

  @IsOptional()
  @IsString()
  place!: string | null;

  @IsInt()
  invited!: number;

  @IsInt()
  answered!: number;

  /** The one person still to answer, when it is only one. */
  @IsOptional()
  @IsString()
  waitingFor!: string | null;
}

/** How many things of each kind there are, over all pages. */
export class WeekCounts {
  @IsInt()
  all!: number;

  @IsInt()
  overdue!: number;

  @IsInt()
  actions!: number;

  @IsInt()
  meetings!: number;

  @IsInt()
  agreements!: number;

  @IsInt()
  offers!: number;
}

export class MyWeekView {
  @IsString()
  today!: string;

  /** MINE: the reader's own work. TEAM: that of the people the reader manages. */
  @IsIn(['MINE', 'TEAM'])
  view!: 'MINE' | 'TEAM';

  @ValidateNested()
  @Type(() => WeekCounts)
  counts!: WeekCounts;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DueItem)
  items!: DueItem[];

  @IsOptional()
  @IsString()
  next!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WeekMeeting)
  meetings!: WeekMeeting[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QuietCase)
  quiet!: QuietCase[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NewsLine)
  news!: NewsLine[];
}
