import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PRE_CAF_CHECKS, PRE_CAF_OUTCOMES } from '../codes/index.js';
import { CHECK_DOMAINS, type CheckDomain } from './check-domains.js';

export class DomainCheck {
  @IsIn(CHECK_DOMAINS)
  domain!: CheckDomain;

  @IsIn(PRE_CAF_CHECKS.codes, { message: 'Answer yes, no or not sure' })
  answer!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  concern?: string;
}

/** The first check: is a full assessment the right help? Saved as often as needed; complete when nothing is missing. */
export class Checklist {
  @IsArray()
  @ArrayMaxSize(CHECK_DOMAINS.length)
  @ValidateNested({ each: true })
  @Type(() => DomainCheck)
  checks!: DomainCheck[];

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  strengths?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  tried?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  servicesInvolved?: string;

  @IsOptional()
  @IsBoolean()
  needsClear?: boolean;

  @IsOptional()
  @IsBoolean()
  ownServiceCanMeet?: boolean;

  @IsOptional()
  @IsBoolean()
  oneOtherServiceCanMeet?: boolean;

  @IsOptional()
  @IsBoolean()
  familyAware?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  familyView?: string;

  @IsOptional()
  @IsIn(PRE_CAF_OUTCOMES.codes, { message: 'Choose what would help' })
  outcome?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  rationale?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day of the decision' })
  decidedOn?: string;

  @IsOptional()
  @IsBoolean()
  managerDiscussed?: boolean;
}

export class SaveChecklist extends Checklist {
  /** 0 for the first time, then the version last read. */
  @IsInt({ message: 'Send the version you saw' })
  version!: number;
}

export class FieldProblem {
  @IsString()
  field!: string;

  @IsString()
  words!: string;
}

export class ChecklistView {
  @IsOptional()
  @IsUUID()
  id!: string | null;

  @IsInt()
  version!: number;

  @ValidateNested()
  @Type(() => Checklist)
  checklist!: Checklist;

  /** What is still missing, each with the field it is about; empty when complete. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FieldProblem)
  problems!: FieldProblem[];

  @IsOptional()
  @IsDateString()
  savedAt!: string | null;
}
