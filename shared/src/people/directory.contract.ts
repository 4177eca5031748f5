import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class AgencyQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  q?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit?: number;
}

export class WorkerQuery extends AgencyQuery {
  @IsOptional()
  @IsUUID()
  agencyId?: string;
}

export class AgencyView {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  @IsString()
  kind!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;

  /** NONE, or the kind of information that its very involvement is. */
  @IsString()
  sensitiveClass!: string;
}

export class AgencyList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgencyView)
  items!: AgencyView[];
}

/** A colleague who may be invited, named or nominated. */
export class WorkerView {
  @IsUUID()
  userId!: string;

  @IsString()
  fullName!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;

  @IsUUID()
  agencyId!: string;

  @IsString()
  agencyName!: string;

  @IsString()
  agencyKind!: string;

  @IsString()
  professionalRole!: string;

  @IsString()
  jobTitle!: string;

  @IsString()
  sensitiveClass!: string;
}

export class WorkerList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkerView)
  items!: WorkerView[];
}
