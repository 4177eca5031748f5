import { IsBoolean, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybeText, Parts } from '../shapes/index.js';

export class CommentView {
  @IsUUID()
  id!: string;

  @IsString()
  text!: string;

  @MaybeText()
  author!: string | null;

  @IsString()
  on!: string;

  @MaybeText()
  statusSet!: string | null;
}

export class ActionView {
  @IsUUID()
  id!: string;

  /** The child it is for; null: of the whole record. */
  @IsOptional()
  @IsUUID()
  subjectId!: string | null;

  @IsOptional()
  @IsUUID()
  outcomeId!: string | null;

  @IsString()
  text!: string;

  @IsOptional()
  @IsUUID()
  ownerUserId!: string | null;

  @IsOptional()
  @IsUUID()
  ownerPersonId!: string | null;

  @MaybeText()
  ownerName!: string | null;

  @IsOptional()
  @IsUUID()
  ownerAgencyId!: string | null;

  @IsBoolean()
  mine!: boolean;

  @IsString()
  byWhen!: string;

  @IsString()
  priority!: string;

  @IsString()
  status!: string;

  @MaybeText()
  statusReason!: string | null;

  @MaybeText()
  transferredTo!: string | null;

  @MaybeText()
  doneOn!: string | null;

  @IsBoolean()
  overdue!: boolean;

  /** You may change it: your own, or you lead the case. */
  @IsBoolean()
  mayChange!: boolean;

  @IsString()
  category!: string;

  @Parts(() => CommentView)
  comments!: CommentView[];

  @IsInt()
  version!: number;
}
