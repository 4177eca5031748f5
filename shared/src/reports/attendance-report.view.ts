import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import {
  REPORT_GROUPINGS,
  REPORT_VIEWS,
  type ReportGrouping,
  type ReportView,
} from './report-query.contract.js';

/** Invitations and what came of them; every number is null where small numbers are hidden (rule 7.1). */
export class AttendanceFigure {
  /** The denominator: invitations that count in a rate. */
  @IsOptional()
  @IsInt()
  invited!: number | null;

  /** Came, came for part, or sent a deputy. */
  @IsOptional()
  @IsInt()
  attended!: number | null;

  /** The same and those who sent a report. */
  @IsOptional()
  @IsInt()
  contributed!: number | null;

  /** One decimal; null without a denominator, and below 10 in figures that leave the team. */
  @IsOptional()
  @IsNumber()
  attendedPercent!: number | null;

  @IsOptional()
  @IsNumber()
  contributedPercent!: number | null;

  @IsBoolean()
  hidden!: boolean;
}

/** A total, with what stands outside the rates. */
export class AttendanceTotal extends AttendanceFigure {
  /** Did not attend and sent no word (M11). */
  @IsOptional()
  @IsInt()
  dna!: number | null;

  @IsOptional()
  @IsNumber()
  dnaPercent!: number | null;

  /** Invited too late and absent: in no rate, shown apart. */
  @IsOptional()
  @IsInt()
  lateNotice!: number | null;

  @IsOptional()
  @IsInt()
  uninvited!: number | null;

  /** The meeting was held and nothing was recorded for this invitation. */
  @IsOptional()
  @IsInt()
  notRecorded!: number | null;
}

export class AttendanceReportRow {
  /** Opaque; names the row to `reports/attendance/cell` so that no address holds the name of a service. */
  @IsString()
  key!: string;

  @IsString()
  label!: string;

  /** One for each month of the report. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttendanceFigure)
  cells!: AttendanceFigure[];

  @ValidateNested()
  @Type(() => AttendanceTotal)
  total!: AttendanceTotal;

  /** M11: 10 or more invitations and a quarter of them without a word. */
  @IsBoolean()
  missesTooMany!: boolean;
}

/** M10 over held meetings. Count unit: INVITATION. Families are in none of the rows. */
export class AttendanceReport {
  /** First and last day counted; the last is today when the last month has not ended. */
  @IsString()
  from!: string;

  @IsString()
  to!: string;

  @IsIn(REPORT_VIEWS)
  view!: ReportView;

  @IsIn(REPORT_GROUPINGS)
  by!: ReportGrouping;

  @IsOptional()
  @IsString()
  locality!: string | null;

  /** ALL agencies, or the reader's own AGENCY. */
  @IsIn(['ALL', 'AGENCY'])
  scope!: 'ALL' | 'AGENCY';

  /** Small numbers are hidden and single cells cannot be opened. */
  @IsBoolean()
  suppressed!: boolean;

  /** 'YYYY-MM', earliest first; none where small numbers are hidden and the rows are roles. */
  @IsArray()
  @IsString({ each: true })
  months!: string[];

  /** Areas to choose from. */
  @IsArray()
  @IsString({ each: true })
  localities!: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttendanceReportRow)
  rows!: AttendanceReportRow[];

  /** All rows together, by month. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttendanceFigure)
  foot!: AttendanceFigure[];

  @ValidateNested()
  @Type(() => AttendanceTotal)
  total!: AttendanceTotal;

  /** Families' own attendance, apart from every agency; null for a reader of one agency. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AttendanceFigure)
  family!: AttendanceFigure | null;
}
