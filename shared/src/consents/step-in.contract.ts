import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { EPISODE_TYPES } from '../codes/index.js';
import { NominateLead } from '../episodes/index.js';
import { addMonths, isCivilDate } from '../dates/index.js';
import { PreviewAgreement, RecordAgreement } from './agreement.contract.js';

/** How old what social care wrote may be when work goes on from it (rule 5.2, T40). */
export const SOURCE_MONTHS = 6;

export const isRecentSource = (writtenOn: string, today: string): boolean =>
  isCivilDate(writtenOn) && writtenOn >= addMonths(today, -SOURCE_MONTHS);

/** What social care knew when it stepped down: a summary, or the assessment it comes with. */
export class SourceAssessment {
  @IsIn(['SUMMARY', 'ASSESSMENT'], { message: 'Say whether it is a summary or an assessment' })
  kind!: 'SUMMARY' | 'ASSESSMENT';

  /** Which team of social care steps down, of this area or another. */
  @IsString({ message: 'Say which team of social care the family comes from' })
  @MinLength(2, { message: 'Say which team of social care the family comes from' })
  @MaxLength(200, { message: 'Keep it under 200 characters' })
  from!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day it was written' })
  writtenOn!: string;

  @IsString({ message: 'Name who wrote it' })
  @MinLength(2, { message: 'Name who wrote it' })
  @MaxLength(200, { message: 'Keep it under 200 characters' })
  writtenBy!: string;

  @IsString({ message: 'Write what it says' })
  @MinLength(20, { message: 'Write what it says, in a few sentences' })
  @MaxLength(20000, { message: 'Keep it under 20,000 characters' })
  text!: string;
}

/** For whom a record would begin. */
export class StepInChildren {
  @IsIn(EPISODE_TYPES.codes, { message: 'Choose one child or a family' })
  type!: (typeof EPISODE_TYPES)['codes'][number];

  @IsArray({ message: 'Choose the child' })
  @ArrayMinSize(1, { message: 'Choose the child' })
  @ArrayMaxSize(12, { message: 'At most 12 children can be in one record' })
  @ArrayUnique({ message: 'Each child is chosen once' })
  @IsUUID(undefined, { each: true, message: 'Choose the child' })
  childIds!: string[];
}

/** What the agreement as it is chosen now would lead to. */
export class PreviewStepIn extends StepInChildren {
  @ValidateNested()
  @Type(() => PreviewAgreement)
  agreement!: PreviewAgreement;
}

/** Stepped down from social care where there was no record before (T40): one act, or nothing of it. */
export class StepIn extends StepInChildren {
  @ValidateNested()
  @Type(() => SourceAssessment)
  assessment!: SourceAssessment;

  /** What the family agrees to, as on the page of agreements. */
  @ValidateNested()
  @Type(() => RecordAgreement)
  agreement!: RecordAgreement;

  /** Who is asked to lead. */
  @ValidateNested()
  @Type(() => NominateLead)
  lead!: NominateLead;
}
