import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  EVIDENCE_MOMENTS,
  OUTCOME_MEASURES,
  type EvidenceMoment,
  type OutcomeMeasure,
} from '../codes/index.js';
import { PageQuery } from '../paging/index.js';
import { Reason, SeenVersion, Trimmed } from '../shapes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What shows that a need is there, or is met: what was measured, when, and who says so. */
export class RecordEvidence {
  @IsInt({ message: 'Choose one of the ten family outcomes' })
  @Min(1, { message: 'Choose one of the ten family outcomes' })
  @Max(10, { message: 'Choose one of the ten family outcomes' })
  outcome!: number;

  @IsIn([...EVIDENCE_MOMENTS.codes], { message: 'Say when it was so: as help began, as it ended, or later' })
  moment!: EvidenceMoment;

  @IsIn([...OUTCOME_MEASURES.codes], { message: 'Choose what was counted or measured' })
  measure!: OutcomeMeasure;

  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'Enter the number' })
  value!: number;

  @Matches(DAY, { message: 'Enter the day, e.g. 7 September 2026' })
  @IsISO8601({ strict: true }, { message: 'Enter the day, e.g. 7 September 2026' })
  measuredOn!: string;

  @Trimmed()
  @IsString({ message: 'Say where it comes from' })
  @Length(3, 200, { message: 'Say where it comes from, in 3 to 200 characters' })
  source!: string;

  /** Not asked of what help began with. */
  @IsOptional()
  @IsBoolean({ message: 'Say whether the need is met' })
  met?: boolean;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this case' })
  subjectId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a person of this family' })
  aboutPersonId?: string;
}

/** A piece of evidence is never removed: it is struck out with a reason and counts no more. */
export class StrikeEvidence {
  @SeenVersion()
  version!: number;

  @Reason('Say why it is struck out', 300)
  reason!: string;
}

export const CLAIM_STANDINGS = ['ALL', 'READY', 'MISSING'] as const;
export type ClaimStanding = (typeof CLAIM_STANDINGS)[number];

export class ClaimsQuery extends PageQuery {
  @IsOptional()
  @IsIn([...CLAIM_STANDINGS], { message: 'Choose all families, those on the list, or those not yet' })
  show?: ClaimStanding;
}
