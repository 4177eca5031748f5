import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../paging/index.js';
import { Ticked, Trimmed } from '../shapes/index.js';

/** Whose wish it is that this worker is kept out (rule R21). */
export const BLOCK_ASKERS = ['CHILD', 'PARENT', 'LEAD', 'WORKER', 'MANAGER', 'CAF_TEAM', 'IGO'] as const;
export type BlockAsker = (typeof BLOCK_ASKERS)[number];

export const BLOCK_BASES = ['NAMED', 'RELATIVE'] as const;
export type BlockBasis = (typeof BLOCK_BASES)[number];

const REASON_MOST = 1000;

/** Shuts one worker out of one child's record, at once. */
export class SetBlock {
  /** Left out: the first child of the case. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child again' })
  childId?: string;

  @IsUUID(undefined, { message: 'Choose the worker' })
  userId!: string;

  /** The worker is related to the family, or somebody asked that they are kept out. */
  @IsIn(BLOCK_BASES, { message: 'Say whether they are a relative' })
  basis!: BlockBasis;

  @IsIn(BLOCK_ASKERS, { message: 'Say who asked for this' })
  askedBy!: BlockAsker;

  @Trimmed()
  @IsString({ message: 'Say why' })
  @MinLength(3, { message: 'Say why' })
  @MaxLength(REASON_MOST, { message: 'Keep the reason under 1,000 characters' })
  reason!: string;
}

/** The same, by those who keep the register, of a case named by its reference. */
export class SetBlockByRef extends SetBlock {
  @Trimmed()
  @IsString({ message: 'Enter the reference of the case' })
  @MinLength(3, { message: 'Enter the reference of the case' })
  @MaxLength(40, { message: 'Enter the reference as it stands on the case' })
  ref!: string;
}

export class EndBlock {
  @Trimmed()
  @IsString({ message: 'Say why it ends' })
  @MinLength(3, { message: 'Say why it ends' })
  @MaxLength(REASON_MOST, { message: 'Keep the reason under 1,000 characters' })
  reason!: string;

  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class ConfirmBlock {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class BlockView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  /** The case's reference; the register names no child. */
  @IsOptional()
  @IsString()
  episodeRef!: string | null;

  @IsUUID()
  childId!: string;

  @IsUUID()
  userId!: string;

  @IsString()
  worker!: string;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsIn(BLOCK_BASES)
  basis!: BlockBasis;

  @IsIn(BLOCK_ASKERS)
  askedBy!: BlockAsker;

  @IsString()
  reason!: string;

  @IsISO8601()
  from!: string;

  /** Null while it holds. */
  @IsOptional()
  @IsISO8601()
  until!: string | null;

  @IsOptional()
  @IsString()
  setBy!: string | null;

  @IsOptional()
  @IsString()
  confirmedBy!: string | null;

  @IsOptional()
  @IsISO8601()
  confirmedAt!: string | null;

  /** By when the information-governance officer looks at it; null once confirmed or ended. */
  @IsOptional()
  @IsDateString()
  confirmBy!: string | null;

  @IsOptional()
  @IsString()
  endedReason!: string | null;

  @IsOptional()
  @IsString()
  endedBy!: string | null;

  @IsBoolean()
  mayEnd!: boolean;

  @IsBoolean()
  mayConfirm!: boolean;
}

export class BlocksView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BlockView)
  items!: BlockView[];
}

export class BlockRegisterQuery extends PageQuery {
  /** Only those that wait for the officer. */
  @IsOptional()
  @Ticked()
  @IsBoolean({ message: 'Say true or false' })
  waiting?: boolean;
}

export class BlockRegisterPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BlockView)
  items!: BlockView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
