import { Transform, Type } from 'class-transformer';
import {
  Allow,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { EPISODE_STATES } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';

export const CASE_PARTS = ['LP', 'AUTHOR', 'TACM'] as const;

/** Which cases: open ones unless asked otherwise; `part` is the reader's own place on the case. */
export class CaseloadQuery extends PageQuery {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'false' ? false : value === 'true' ? true : value))
  @IsBoolean({ message: 'Choose open or closed' })
  open?: boolean;

  @IsOptional()
  @IsIn(EPISODE_STATES.codes, { message: 'Choose a stage from the list' })
  state?: string;

  @IsOptional()
  @IsIn(CASE_PARTS, { message: 'Choose a part from the list' })
  part?: (typeof CASE_PARTS)[number];
}

export class CaseloadChild {
  @IsUUID()
  id!: string;

  /** Null where the reader may know the case but not whose it is. */
  @IsOptional()
  @IsString()
  name!: string | null;

  @IsOptional()
  @IsString()
  chosenName!: string | null;

  @IsOptional()
  @IsString()
  dateOfBirth!: string | null;

  @IsOptional()
  @IsString()
  dueDate!: string | null;

  /** Shielded from this reader: name and birth date, nothing else. */
  @IsBoolean()
  stub!: boolean;
}

export class CaseloadLead {
  @IsString()
  name!: string;

  @IsBoolean()
  you!: boolean;
}

export class CaseloadItem {
  @IsUUID()
  id!: string;

  @IsString()
  ref!: string;

  @IsString()
  type!: string;

  @IsString()
  state!: string;

  @IsString()
  openedOn!: string;

  @IsOptional()
  @IsString()
  closedOn!: string | null;

  @IsOptional()
  @IsString()
  nextReviewOn!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseloadChild)
  children!: CaseloadChild[];

  /** The reader's own place; null for a manager or the CAF team without one. */
  @IsOptional()
  @IsString()
  part!: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CaseloadLead)
  leadProfessional!: CaseloadLead | null;
}

export class CaseloadPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseloadItem)
  items!: CaseloadItem[];

  @IsOptional()
  @IsString()
  next!: string | null;

  /** On the first page only; exact up to 1,000, then "1000+". */
  @Allow()
  @IsOptional()
  total?: number | '1000+';
}
