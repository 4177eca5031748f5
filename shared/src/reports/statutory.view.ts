import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsNumber, IsOptional, ValidateNested } from 'class-validator';
import { ReportCount, ReportQuarter, ReportRate } from './progress.view.js';

/** Middle and ninetieth of a hundred, in days; null when nothing was closed or the number is hidden. */
export class DaysFigure {
  @IsOptional()
  @IsNumber()
  median!: number | null;

  @IsOptional()
  @IsInt()
  ninetieth!: number | null;
}

/** Step up, step down and how long cases were open. No child and no case is in it. */
export class StatutoryReport {
  @ValidateNested()
  @Type(() => ReportQuarter)
  quarter!: ReportQuarter;

  @IsBoolean()
  suppressed!: boolean;

  /** Cases social care took on in the quarter, of those open at any time in it (M19). */
  @ValidateNested()
  @Type(() => ReportRate)
  steppedUp!: ReportRate;

  /** Unit: referral */
  @ValidateNested()
  @Type(() => ReportCount)
  sent!: ReportCount;

  @ValidateNested()
  @Type(() => ReportCount)
  accepted!: ReportCount;

  @ValidateNested()
  @Type(() => ReportCount)
  notAccepted!: ReportCount;

  /** Handed back by social care (M20). */
  @ValidateNested()
  @Type(() => ReportCount)
  inward!: ReportCount;

  /** Closed because one service or none is enough (M20). */
  @ValidateNested()
  @Type(() => ReportCount)
  outward!: ReportCount;

  /** The team met in time after social care handed back, of those where it has met or should have (M20). */
  @ValidateNested()
  @Type(() => ReportRate)
  metInTime!: ReportRate;

  /** Unit: case closed in the quarter (M33). */
  @ValidateNested()
  @Type(() => ReportCount)
  closed!: ReportCount;

  /** Days from opening to closing, without those social care led. */
  @ValidateNested()
  @Type(() => DaysFigure)
  days!: DaysFigure;

  /** Of the cases closed, those social care led for a time. */
  @ValidateNested()
  @Type(() => ReportRate)
  paused!: ReportRate;

  /** The days social care led them; in no other column. */
  @ValidateNested()
  @Type(() => DaysFigure)
  pausedDays!: DaysFigure;
}
