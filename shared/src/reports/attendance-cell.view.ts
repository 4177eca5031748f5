import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ATTENDANCE_CODES } from '../codes/index.js';
import { AttendanceTotal } from './attendance-report.view.js';

export class CodeCount {
  @IsIn(ATTENDANCE_CODES.codes)
  code!: string;

  @IsInt()
  count!: number;
}

/** A reason in words several cases share; rarer words may say something of one case and are only counted. */
export class ReasonCount {
  @IsIn(ATTENDANCE_CODES.codes)
  code!: string;

  /** Null: other words, not shown. */
  @IsOptional()
  @IsString()
  words!: string | null;

  @IsInt()
  count!: number;
}

/** One invitation without anything of the case it belonged to. */
export class InvitedWorker {
  @IsString()
  name!: string;

  @IsString()
  agency!: string;

  @IsString()
  role!: string;

  /** 'YYYY-MM' */
  @IsString()
  month!: string;

  /** Null: nothing was recorded. */
  @IsOptional()
  @IsString()
  code!: string | null;
}

/** What is behind one cell: how many of each, the reasons given, and who was asked. */
export class AttendanceCell {
  @IsString()
  key!: string;

  @IsString()
  label!: string;

  @IsString()
  month!: string;

  @ValidateNested()
  @Type(() => AttendanceTotal)
  total!: AttendanceTotal;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CodeCount)
  counts!: CodeCount[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReasonCount)
  reasons!: ReasonCount[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => InvitedWorker)
  items!: InvitedWorker[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
