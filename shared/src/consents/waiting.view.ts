import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../paging/index.js';

export const WAITING_KINDS = ['DISPUTED', 'LAPSES', 'ASK_AT_16', 'ASK_AT_18', 'ASK_AFTER_BIRTH'] as const;

export class WaitingAgreementsQuery extends PageQuery {
  @IsOptional()
  @IsIn([...WAITING_KINDS], { message: 'Choose from the list' })
  kind?: (typeof WAITING_KINDS)[number];
}

/** An agreement to be looked after: which case and who leads it, without a child's name. */
export class WaitingAgreementView {
  @IsIn([...WAITING_KINDS])
  kind!: (typeof WAITING_KINDS)[number];

  @IsUUID()
  episodeId!: string;

  @IsString()
  reference!: string;

  @IsOptional()
  @IsString()
  lead!: string | null;

  @IsOptional()
  @IsString()
  agency!: string | null;

  /** Civil date: the last day covered, the day to decide by, the birthday. */
  @IsString()
  due!: string;

  @IsBoolean()
  overdue!: boolean;

  /** DISPUTED: what to decide on, and the version seen. */
  @IsUUID()
  recordId!: string;

  @IsInt()
  version!: number;
}

export class WaitingAgreementsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WaitingAgreementView)
  items!: WaitingAgreementView[];

  @IsOptional()
  @IsString()
  next!: string | null;

  /** How many of all that is listed are disputed, whatever the list shows. */
  @IsInt()
  disputed!: number;

  /** May decide on disputes. */
  @IsBoolean()
  mayDecide!: boolean;
}

/** One count of M28 or M29: what is counted, and of which kind. */
export class AgreementFigureView {
  @IsIn(['ACTS', 'REFRESH', 'WITHDRAWN', 'TAP', 'SHARED', 'EMERGENCY', 'REVIEWS'])
  figure!: string;

  @IsString()
  code!: string;

  @IsInt()
  count!: number;
}

/** Agreement, and access without it, in one financial quarter. */
export class AgreementFiguresView {
  /** AGENCY: cases the own agency has a place on, and what its workers did. */
  @IsIn(['ALL', 'AGENCY'])
  scope!: string;

  @IsString()
  label!: string;

  @IsString()
  from!: string;

  @IsString()
  to!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgreementFigureView)
  items!: AgreementFigureView[];
}

/** Whether what the other parent agreed to goes on. In force at once. */
export class DecideDispute {
  @IsIn(['GO_ON', 'STOP'], { message: 'Say whether sharing goes on or stops' })
  decision!: 'GO_ON' | 'STOP';

  @IsString({ message: 'Write down why, and what the child said' })
  @Length(20, 2000, { message: 'Write down why, in at least 20 characters' })
  reasons!: string;

  @IsInt({ message: 'Send the version of the record you saw' })
  @Min(1)
  version!: number;
}
