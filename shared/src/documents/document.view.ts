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
  ValidateNested,
} from 'class-validator';
import { FILE_KINDS, TAKEN_OUT, type FileKind, type TakenOut } from '../files/index.js';

export const DOCUMENT_STATES = ['CLEAN', 'QUARANTINED', 'REFUSED'] as const;
/** QUARANTINED until a scanner has answered; REFUSED when it knew harm in it. */
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** A file that was looked through and waits for a day to be filed in a case by whoever sent it. */
export class UploadView {
  @IsUUID()
  id!: string;

  @IsIn(FILE_KINDS)
  kind!: FileKind;

  @IsInt()
  bytes!: number;

  @IsOptional()
  @IsInt()
  pages!: number | null;

  @IsIn(['CLEAN', 'QUARANTINED'])
  state!: 'CLEAN' | 'QUARANTINED';

  /** What was taken out of it before it was kept. */
  @IsArray()
  @IsIn(Object.keys(TAKEN_OUT), { each: true })
  takenOut!: TakenOut[];
}

export class DocumentView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsOptional()
  @IsUUID()
  subjectId!: string | null;

  @IsOptional()
  @IsUUID()
  aboutPersonId!: string | null;

  @IsString()
  category!: string;

  @IsString()
  title!: string;

  @IsIn(FILE_KINDS)
  kind!: FileKind;

  @IsInt()
  bytes!: number;

  @IsOptional()
  @IsInt()
  pages!: number | null;

  @IsIn(DOCUMENT_STATES)
  state!: DocumentState;

  @IsArray()
  @IsIn(Object.keys(TAKEN_OUT), { each: true })
  takenOut!: TakenOut[];

  @IsOptional()
  @IsString()
  datedOn!: string | null;

  @IsISO8601()
  recordedAt!: string;

  @IsBoolean()
  ownWork!: boolean;

  /** The signed paper of this agreement. */
  @IsOptional()
  @IsUUID()
  consentId!: string | null;

  @IsOptional()
  @IsString()
  author!: string | null;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsBoolean()
  mine!: boolean;

  @IsOptional()
  @IsISO8601()
  struckAt!: string | null;

  @IsOptional()
  @IsString()
  struckReason!: string | null;
}

export class DocumentsPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DocumentView)
  items!: DocumentView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
