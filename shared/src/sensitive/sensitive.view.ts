import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';

/** A specialist service this reader may know of. */
export class SensitiveServiceView {
  @IsUUID()
  id!: string;

  @IsUUID()
  personId!: string;

  @IsString()
  category!: string;

  @IsString()
  service!: string;

  @IsOptional()
  @IsString()
  worker!: string | null;

  @IsOptional()
  @IsString()
  phone!: string | null;
}

export class SensitiveServicesView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SensitiveServiceView)
  items!: SensitiveServiceView[];

  /** "A specialist service is involved. Contact the CAF team.", where the person agreed to that line. */
  @IsBoolean()
  line!: boolean;
}

/** Whether there was a record to write it into: what the index says of the same details. */
export class InvolvementView {
  @IsBoolean()
  recorded!: boolean;
}

/** One's own service's involvement, to change or end. */
export class OwnInvolvementView {
  @IsUUID()
  id!: string;

  @IsString()
  category!: string;

  @IsIn(['SL1', 'SL2'])
  level!: string;

  @IsBoolean()
  lineAgreed!: boolean;

  @IsString()
  since!: string;
}

export class OwnInvolvementsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnInvolvementView)
  items!: OwnInvolvementView[];

  /** What the own service may write down; empty for a service that is not a specialist one. */
  @IsArray()
  @IsString({ each: true })
  kinds!: string[];
}

/** One's own question for contact. A no, no service, and not yet found out read the same but for `answered`. */
export class ContactRequestView {
  @IsUUID()
  id!: string;

  @IsString()
  reason!: string;

  @IsString()
  askedOn!: string;

  @IsBoolean()
  answered!: boolean;

  /** Only a yes or another way. */
  @IsOptional()
  @IsString()
  words!: string | null;
}

export class ContactRequestsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactRequestView)
  items!: ContactRequestView[];
}

/** What the CAF team works from. */
export class ContactTaskView {
  @IsUUID()
  id!: string;

  @IsUUID()
  episodeId!: string;

  @IsString()
  reference!: string;

  @IsString()
  requester!: string;

  @IsString()
  agency!: string;

  @IsString()
  reason!: string;

  @IsString()
  askedOn!: string;

  @IsIn(['ASKED', 'TAKEN', 'ANSWERED'])
  status!: string;

  @IsBoolean()
  mine!: boolean;
}

export class ContactTasksView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactTaskView)
  items!: ContactTaskView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}
