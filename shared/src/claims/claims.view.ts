import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID } from 'class-validator';
import { EVIDENCE_MOMENTS, OUTCOME_MEASURES } from '../codes/index.js';
import { ReportRate } from '../reports/index.js';
import { MaybePart, MaybeText, Parts } from '../shapes/index.js';
import { CLAIM_CRITERIA, type ClaimCriterion } from './claim.js';

export class EvidenceView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsIn([...EVIDENCE_MOMENTS.codes])
  moment!: string;

  @IsIn([...OUTCOME_MEASURES.codes])
  measure!: string;

  @IsNumber()
  value!: number;

  @IsString()
  measuredOn!: string;

  @IsString()
  source!: string;

  @IsOptional()
  @IsBoolean()
  met!: boolean | null;

  @MaybeText()
  about!: string | null;

  @IsString()
  by!: string;

  /** The wording of the outcome when it was written down. */
  @IsString()
  outcomeLabel!: string;

  @MaybeText()
  struckReason!: string | null;
}

/** One of the ten family outcomes, as far as this reader may know of it. */
export class NeedView {
  @IsInt()
  outcome!: number;

  @IsString()
  label!: string;

  /** A hope of the plan carries it. */
  @IsBoolean()
  tagged!: boolean;

  @IsBoolean()
  present!: boolean;

  /** Null: nobody has said. */
  @IsOptional()
  @IsBoolean()
  met!: boolean | null;

  @IsOptional()
  @IsBoolean()
  sustained!: boolean | null;

  @Parts(() => EvidenceView)
  evidence!: EvidenceView[];
}

export class EvidencePerson {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;
}

/** What a family needed, and what shows that it is met. */
export class OutcomeEvidenceView {
  @IsUUID()
  episodeId!: string;

  @Parts(() => NeedView)
  needs!: NeedView[];

  @MaybeText()
  closedOn!: string | null;

  /** The day of the look some months after the end; null while help goes on. */
  @MaybeText()
  checkDueOn!: string | null;

  @IsBoolean()
  mayRecord!: boolean;

  /** What may be written down today. */
  @IsArray()
  @IsIn([...EVIDENCE_MOMENTS.codes], { each: true })
  moments!: string[];

  /** Whom it may be about. */
  @Parts(() => EvidencePerson)
  people!: EvidencePerson[];
}

/** One family, once, however many children and records it has; no name and no need by name. */
export class ClaimView {
  @IsString()
  key!: string;

  /** The reference of its first record, or a made-up one for whoever may open no case. */
  @IsString()
  ref!: string;

  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  @IsString()
  locality!: string;

  @MaybeText()
  agency!: string | null;

  @MaybeText()
  closedOn!: string | null;

  @MaybeText()
  checkDueOn!: string | null;

  @IsBoolean()
  ready!: boolean;

  @IsArray()
  @IsIn([...CLAIM_CRITERIA], { each: true })
  missing!: ClaimCriterion[];
}

/** What the families on the list come to; null where too few to say. */
export class ClaimsCounted {
  @IsOptional()
  @IsInt()
  families!: number | null;

  @IsOptional()
  @IsInt()
  children!: number | null;

  /** Records, each with a team of its own. */
  @IsOptional()
  @IsInt()
  teams!: number | null;
}

export class ClaimsView {
  @Parts(() => ClaimView)
  items!: ClaimView[];

  @MaybeText()
  next!: string | null;

  /** Families on the list, of those with evidence that a need was there. */
  @MaybePart(() => ReportRate)
  ready!: ReportRate;

  @MaybePart(() => ClaimsCounted)
  counted!: ClaimsCounted;
}
