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
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ALERT_OUTCOMES, ALERT_RULES } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';

export class AlertsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['OPEN', 'DONE'], { message: 'Choose open or done' })
  show?: 'OPEN' | 'DONE';
}

/** One line: which rule, about whom, by a reference. Nothing about a child. */
export class AlertRow {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  reference!: string;

  @IsIn(ALERT_RULES.codes)
  rule!: string;

  /** The worker whose looks these were. */
  @IsString()
  worker!: string;

  @IsOptional()
  @IsString()
  agency!: string | null;

  /** How many looks, refusals or searches stand behind it. */
  @IsInt()
  looks!: number;

  @IsISO8601()
  from!: string;

  @IsISO8601()
  until!: string;

  @IsOptional()
  @IsString()
  assignedTo!: string | null;

  @IsOptional()
  @IsIn(ALERT_OUTCOMES.codes)
  outcome!: string | null;

  @IsOptional()
  @IsISO8601()
  decidedAt!: string | null;
}

export class AlertsPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AlertRow)
  items!: AlertRow[];

  @IsOptional()
  @IsString()
  next!: string | null;

  @IsInt()
  open!: number;
}

export class AlertPerson {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;
}

export class AlertView {
  @ValidateNested()
  @Type(() => AlertRow)
  row!: AlertRow;

  /** The number the rule is set to. */
  @IsInt()
  threshold!: number;

  @IsOptional()
  @IsString()
  words!: string | null;

  @IsOptional()
  @IsString()
  decidedBy!: string | null;

  @IsBoolean()
  mayDecide!: boolean;

  /** Who could look into it. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AlertPerson)
  officers!: AlertPerson[];
}

/** A look behind an alert, as the log has it. */
export class AlertLook {
  @IsInt()
  id!: number;

  @IsISO8601()
  at!: string;

  @IsString()
  action!: string;

  @IsString()
  outcome!: string;

  /** Reference number of the case, for the information-governance officer. */
  @IsOptional()
  @IsString()
  caseReference!: string | null;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];

  @IsOptional()
  @IsString()
  purpose!: string | null;

  @IsOptional()
  @IsString()
  reason!: string | null;
}

export class AlertLooksPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AlertLook)
  items!: AlertLook[];

  @IsOptional()
  @IsString()
  next!: string | null;
}

export class AssignAlert {
  @IsInt()
  @Min(1)
  version!: number;

  @IsUUID(undefined, { message: 'Choose who looks into it' })
  userId!: string;
}

export class DecideAlert {
  @IsInt()
  @Min(1)
  version!: number;

  @IsIn(ALERT_OUTCOMES.codes, { message: 'Choose the outcome' })
  outcome!: string;

  @IsString({ message: 'Say what you found, in at least 10 characters' })
  @MinLength(10, { message: 'Say what you found, in at least 10 characters' })
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  words!: string;
}

export class AlertRuleView {
  @IsIn(ALERT_RULES.codes)
  rule!: string;

  @IsInt()
  version!: number;

  @IsBoolean()
  on!: boolean;

  @IsInt()
  threshold!: number;
}

export class AlertRulesView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AlertRuleView)
  items!: AlertRuleView[];
}

export class SetAlertRule {
  @IsInt()
  @Min(1)
  version!: number;

  @IsBoolean({ message: 'Say whether the rule is used' })
  on!: boolean;

  @IsInt({ message: 'Enter a whole number' })
  @Min(1, { message: 'Enter 1 or more' })
  @Max(10_000, { message: 'Enter 10,000 or less' })
  threshold!: number;
}
