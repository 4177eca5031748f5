import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { EFFECTS, type Effect } from '../policy/index.js';

/** A place the reader, or somebody they manage, holds on the case. */
export class WhyPlace {
  /** LP, AUTHOR, TACM, a task, or MANAGER. */
  @IsString()
  kind!: string;

  @IsString()
  since!: string;

  @IsOptional()
  @IsString()
  until!: string | null;
}

/** What somebody of the family agreed, where a decision rests on it. */
export class WhyAgreement {
  @IsOptional()
  @IsString()
  giver!: string | null;

  @IsString()
  on!: string;

  @IsOptional()
  @IsString()
  until!: string | null;

  /** It names the reader, not their service. */
  @IsBoolean()
  person!: boolean;
}

/** One kind of information: what the reader is answered, and why. Kinds they must not know of are not here. */
export class WhyKind {
  /** As the columns of who can see this: who, assessment, health, work, notes, a sensitive kind. */
  @IsString()
  key!: string;

  @IsIn(EFFECTS)
  effect!: Effect;

  @IsOptional()
  @IsString()
  what!: string | null;

  @IsArray()
  @IsString({ each: true })
  reasons!: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WhyAgreement)
  agreements!: WhyAgreement[];
}

export class WhyView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WhyPlace)
  places!: WhyPlace[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WhyKind)
  kinds!: WhyKind[];

  /** Until when these answers stand as things are; null when nothing is known to change. */
  @IsOptional()
  @IsString()
  validUntil!: string | null;
}
