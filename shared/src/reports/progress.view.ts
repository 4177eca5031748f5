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

/** One line of a list of figures. */
export class ReportCount {
  @IsString()
  key!: string;

  @IsString()
  label!: string;

  /** Null when hidden; then `words` says what may be said ('<5', '31 to 35'). */
  @IsOptional()
  @IsInt()
  count!: number | null;

  @IsString()
  words!: string;

  /** Address of the list behind the figure, for those who may open cases. */
  @IsOptional()
  @IsString()
  list!: string | null;
}

/** A share with what it was made of. */
export class ReportRate {
  @IsOptional()
  @IsInt()
  numerator!: number | null;

  @IsOptional()
  @IsInt()
  denominator!: number | null;

  @IsOptional()
  @IsNumber()
  percent!: number | null;

  @IsBoolean()
  hidden!: boolean;

  @IsOptional()
  @IsString()
  list!: string | null;
}

/** A stage by the ages of the children in it. */
export class StageAges {
  @IsString()
  key!: string;

  @IsString()
  label!: string;

  /** In the order of `ages`. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  cells!: ReportCount[];
}

/** What is overdue with one agency, by working days. */
export class OverdueRow {
  @IsString()
  label!: string;

  /** `UP_TO_10`, `UP_TO_20`, `OVER_20` */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  actions!: ReportCount[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  reviews!: ReportCount[];

  @ValidateNested()
  @Type(() => ReportCount)
  total!: ReportCount;
}

export class ReportQuarter {
  @IsString()
  key!: string;

  @IsString()
  label!: string;

  @IsString()
  from!: string;

  @IsString()
  to!: string;
}

/** Cases and those who lead them (M25). */
export class CaseloadFigure {
  @ValidateNested()
  @Type(() => ReportCount)
  cases!: ReportCount;

  @ValidateNested()
  @Type(() => ReportCount)
  leads!: ReportCount;

  /** Cases for each lead professional, one decimal; null when there are none or they are hidden. */
  @IsOptional()
  @IsNumber()
  mean!: number | null;
}

/** Where support has got to. No child and no case is in it. */
export class ProgressReport {
  @IsString()
  today!: string;

  @IsIn(['ALL', 'AGENCY'])
  scope!: 'ALL' | 'AGENCY';

  @IsBoolean()
  suppressed!: boolean;

  @IsOptional()
  @IsString()
  locality!: string | null;

  @IsArray()
  @IsString({ each: true })
  localities!: string[];

  @ValidateNested()
  @Type(() => ReportQuarter)
  quarter!: ReportQuarter;

  /** Unit: EPISODE */
  @ValidateNested()
  @Type(() => ReportCount)
  openCases!: ReportCount;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  stages!: ReportCount[];

  /** Unit: CHILD, by age today */
  @ValidateNested()
  @Type(() => ReportCount)
  children!: ReportCount;

  /** Unit: FAMILY: open records that are a family's, and those with a team that has met */
  @ValidateNested()
  @Type(() => ReportCount)
  families!: ReportCount;

  @ValidateNested()
  @Type(() => ReportCount)
  familyTeams!: ReportCount;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  ages!: ReportCount[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StageAges)
  stageByAge!: StageAges[];

  /** Unit: EPISODE, by the level last agreed */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  levels!: ReportCount[];

  /** Reviews past their date of all that have one */
  @ValidateNested()
  @Type(() => ReportRate)
  reviews!: ReportRate;

  /** Actions of agencies past their date of all that are open */
  @ValidateNested()
  @Type(() => ReportRate)
  actions!: ReportRate;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OverdueRow)
  overdue!: OverdueRow[];

  /** Finished within 20 working days of agreement, of those finished in the quarter (M07) */
  @ValidateNested()
  @Type(() => ReportRate)
  assessments!: ReportRate;

  /** Held on or before the day they were due, of those due in the quarter so far (M09) */
  @ValidateNested()
  @Type(() => ReportRate)
  reviewsHeld!: ReportRate;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportCount)
  closures!: ReportCount[];

  /** Closed for a good reason, of all that count (M32) */
  @ValidateNested()
  @Type(() => ReportRate)
  positive!: ReportRate;

  /** Open for more than 5 working days without a lead professional (M14) */
  @ValidateNested()
  @Type(() => ReportRate)
  vacancies!: ReportRate;

  @ValidateNested()
  @Type(() => CaseloadFigure)
  caseload!: CaseloadFigure;
}
