import { Type } from 'class-transformer';
import { Allow, IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

/** How many open cases one worker leads (M25). */
export class LeadCaseload {
  @IsString()
  name!: string;

  @IsString()
  agency!: string;

  @IsInt()
  cases!: number;
}

export class LeadCaseloadPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeadCaseload)
  items!: LeadCaseload[];

  @IsOptional()
  @IsString()
  next!: string | null;

  @Allow()
  @IsOptional()
  total?: number | '1000+';
}
