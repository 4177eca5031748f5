import { Allow, IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

/** A report somebody was asked for, whose date has passed, and which has not come. No child, no case. */
export class LateReport {
  @IsString()
  name!: string;

  @IsString()
  agency!: string;

  @IsString()
  dueOn!: string;

  @IsInt()
  workingDaysLate!: number;

  /** The last sign: how the invitation was answered. */
  @IsString()
  answer!: string;
}

export class LateReportPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LateReport)
  items!: LateReport[];

  @IsOptional()
  @IsString()
  next!: string | null;

  /** Exact up to 1,000, then '1000+'. */
  @Allow()
  @IsOptional()
  total?: number | '1000+';
}
