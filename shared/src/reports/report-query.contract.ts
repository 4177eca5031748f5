import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../paging/index.js';

/** What counts as taking part: coming, or coming as well as sending a report (M10). */
export const REPORT_VIEWS = ['contributed', 'attended'] as const;
export type ReportView = (typeof REPORT_VIEWS)[number];

export const REPORT_GROUPINGS = ['agency', 'role'] as const;
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Which meetings, and grouped how. Left out: the twelve months up to now, by agency, everywhere. */
export class AttendanceReportQuery {
  /** First month, 'YYYY-MM'. */
  @IsOptional()
  @Matches(MONTH, { message: 'Write the first month like 2025-04' })
  from?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give the number of months as a whole number' })
  @Min(1, { message: 'Choose at least 1 month' })
  @Max(24, { message: 'Choose at most 24 months' })
  months?: number;

  @IsOptional()
  @IsIn(REPORT_VIEWS, { message: 'Choose contributed or attended' })
  view?: ReportView;

  @IsOptional()
  @IsIn(REPORT_GROUPINGS, { message: 'Choose agency or role' })
  by?: ReportGrouping;

  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'Choose an area from the list' })
  locality?: string;
}

/** One cell of the table: a group in a month. */
export class AttendanceCellQuery extends PageQuery {
  /** `key` of a row of the report. */
  @Matches(/^[0-9a-f]{12}$/, { message: 'Choose a row of the table' })
  key!: string;

  @Matches(MONTH, { message: 'Write the month like 2025-11' })
  month!: string;

  @IsOptional()
  @IsIn(REPORT_GROUPINGS, { message: 'Choose agency or role' })
  by?: ReportGrouping;

  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'Choose an area from the list' })
  locality?: string;
}

export class ProgressQuery {
  /** Financial quarter of what happened in a period, e.g. 'FY2025-Q4'; left out, the present one. */
  @IsOptional()
  @Matches(/^FY20\d{2}-Q[1-4]$/, { message: 'Write the quarter like FY2025-Q4' })
  quarter?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'Choose an area from the list' })
  locality?: string;
}
