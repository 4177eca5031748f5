import { IsBoolean, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybeText } from '../shapes/index.js';

export class AgreementView {
  @IsUUID()
  personId!: string;

  @MaybeText()
  name!: string | null;

  @IsString()
  agreed!: string;
}

export class ReviewView {
  @IsUUID()
  id!: string;

  @IsInt()
  reviewNo!: number;

  @IsString()
  heldOn!: string;

  @IsString()
  dueOn!: string;

  /** Held after the day it was due. */
  @IsBoolean()
  late!: boolean;

  @IsInt()
  level!: number;

  @IsString()
  whatNext!: string;

  @MaybeText()
  nextDueOn!: string | null;

  @MaybeText()
  childComment!: string | null;

  @MaybeText()
  parentComment!: string | null;
}

/** Whom an action may be given to, and who may agree the plan. */
export class PlanPerson {
  @IsString()
  kind!: 'WORKER' | 'FAMILY';

  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  @MaybeText()
  agencyName!: string | null;

  @MaybeText()
  professionalRole!: string | null;

  @MaybeText()
  relationship!: string | null;

  @IsOptional()
  @IsUUID()
  agencyId!: string | null;

  @IsBoolean()
  lead!: boolean;
}

export class PlanChild {
  @IsUUID()
  id!: string;

  @MaybeText()
  name!: string | null;

  @MaybeText()
  fullName!: string | null;

  @IsOptional()
  @IsInt()
  age!: number | null;

  /** Where this child's part alone stands: with social care, or over; null where the record stands (rule F5). */
  @MaybeText()
  part!: string | null;
}

export class NextPlanned {
  @IsUUID()
  id!: string;

  @IsString()
  plannedAt!: string;
}
