import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';

export class EngagementReviewView {
  @IsUUID()
  id!: string;

  @IsString()
  heldOn!: string;

  @IsString()
  words!: string;

  @IsString()
  whatNext!: string;

  @IsOptional()
  @IsString()
  by!: string | null;
}

/** A plan of the reader's own service. */
export class EngagementPlanView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsOptional()
  @IsString()
  by!: string | null;

  @IsBoolean()
  mine!: boolean;

  @IsString()
  writtenOn!: string;

  @IsString()
  ownPart!: string;

  @IsOptional()
  @IsString()
  offered!: string | null;

  @IsString()
  nextOfferOn!: string;

  @IsString()
  reviewOn!: string;

  @IsBoolean()
  overdue!: boolean;

  @IsBoolean()
  ended!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EngagementReviewView)
  reviews!: EngagementReviewView[];
}

/** Who said no, and how it was judged: kept with the service that asked. */
export class RefusalView {
  @IsOptional()
  @IsString()
  whoSaidNo!: string | null;

  @IsBoolean()
  nobodyReachable!: boolean;

  @IsString()
  reason!: string;

  @IsString()
  riskView!: string;

  @IsString()
  writtenOn!: string;

  @IsOptional()
  @IsString()
  by!: string | null;
}

/** A consultation as far as it may be read: never which child it is about. */
export class ConsultationView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  question!: string;

  @IsOptional()
  @IsString()
  askedBy!: string | null;

  @IsOptional()
  @IsString()
  agency!: string | null;

  @IsString()
  askedOn!: string;

  @IsOptional()
  @IsString()
  heldOn!: string | null;

  @IsOptional()
  @IsString()
  advice!: string | null;

  /** Of those asked, whom this reader may know: everybody to whoever asked and the CAF team, themselves to the others. */
  @IsArray()
  @IsString({ each: true })
  asked!: string[];

  @IsBoolean()
  mayHold!: boolean;

  /** Was asked, and may write what their own service does. */
  @IsBoolean()
  mayPlan!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EngagementPlanView)
  plans!: EngagementPlanView[];
}

export class ConsultationsView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ConsultationView)
  items!: ConsultationView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}

/** Work without agreement on one case: one service's own part of it. */
export class EngagementView {
  @IsUUID()
  episodeId!: string;

  @IsString()
  state!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => RefusalView)
  refusal!: RefusalView | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EngagementPlanView)
  plans!: EngagementPlanView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ConsultationView)
  consultations!: ConsultationView[];

  @IsBoolean()
  mayWrite!: boolean;

  /** Of every service: as many are needed before it can end (rule T11). */
  @IsInt()
  reviewsHeld!: number;

  /** Signs the end of it (rule T11): the manager of a service at work, or the CAF team. */
  @IsBoolean()
  mayEnd!: boolean;
}
