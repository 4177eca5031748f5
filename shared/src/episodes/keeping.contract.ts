import {
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { EPISODE_STATES } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';
import { MaybeText, Parts, Texts } from '../shapes/index.js';

export const KEPT_VIEWS = ['HELD', 'DUE', 'MERGED', 'REF'] as const;

/** What a keeper of records looks for: under a hold, due to be destroyed, merged, or one by its reference. */
export class KeptQuery extends PageQuery {
  @IsIn(KEPT_VIEWS, { message: 'Choose which records' })
  view!: (typeof KEPT_VIEWS)[number];

  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'A reference has at most 40 characters' })
  ref?: string;
}

/** A record as its keepers know it: a reference and dates, never whose it is. */
export class KeptRecordView {
  @IsUUID()
  id!: string;

  @IsString()
  ref!: string;

  @IsIn(EPISODE_STATES.codes)
  state!: string;

  @IsDateString()
  openedOn!: string;

  @IsOptional()
  @IsDateString()
  closedOn!: string | null;

  @IsBoolean()
  held!: boolean;

  /** The day its time ends; null while there is work with the child. */
  @IsOptional()
  @IsDateString()
  keepUntil!: string | null;

  /** Reference of the record it was merged into. */
  @MaybeText()
  mergedInto!: string | null;
}

export class KeptRecordsView {
  @Parts(() => KeptRecordView)
  items!: KeptRecordView[];

  @MaybeText()
  next!: string | null;
}

/** A record that was destroyed: the certificate. */
export class CertificateView {
  @IsUUID()
  id!: string;

  @IsString()
  ref!: string;

  @IsDateString()
  openedOn!: string;

  @IsOptional()
  @IsDateString()
  closedOn!: string | null;

  @IsDateString()
  retentionEndedOn!: string;

  @IsString()
  ground!: string;

  @IsDateString()
  at!: string;

  @Texts()
  approvedBy!: string[];

  /** Rows destroyed, in all tables. */
  @IsInt()
  rows!: number;
}

export class CertificatesView {
  @Parts(() => CertificateView)
  items!: CertificateView[];

  @MaybeText()
  next!: string | null;
}
