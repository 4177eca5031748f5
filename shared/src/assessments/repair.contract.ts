import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Repair } from '../recording/index.js';

/** What can be wrong with an assessment that is being written: it was begun by mistake, for another child or on another record. */
export const ASSESSMENT_REPAIRS = ['START', 'CHILD', 'CASE'] as const;
export type AssessmentRepair = (typeof ASSESSMENT_REPAIRS)[number];

export class RepairAssessment extends Repair {
  @IsIn(ASSESSMENT_REPAIRS, { message: 'Say what is wrong: that it was begun, the child or the record' })
  what!: AssessmentRepair;

  /** CHILD: under whom it stands now. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child it stands under now' })
  fromSubjectId?: string;

  /** CHILD and CASE: whom it is about. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child it is about' })
  subjectId?: string;

  /** CASE: the record it belongs on. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  ref?: string;
}
