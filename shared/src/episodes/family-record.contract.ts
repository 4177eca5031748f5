import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { CLOSURE_REASONS } from '../codes/index.js';

/** Another child of the family comes into the record, with an agreement of their own (rule F2). */
export class AddChildToRecord {
  @IsUUID(undefined, { message: 'Choose a child of the family' })
  childId!: string;
}

/** Why one child's part of a family record ends while the others' go on. */
export const LEAVING_REASONS = ['OTHER_HOME', 'OWN_RECORD', 'NEEDS_MET', 'NOT_AGREED', 'MISTAKE'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** One child goes another way, to the other parent for example (rule F6). What was written stays, and can be read. */
export class LeaveRecord {
  @IsIn(LEAVING_REASONS, { message: 'Choose why this child leaves the record' })
  reason!: LeavingReason;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day, for example 16 March 2026' })
  on!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000, { message: 'Keep this under 1,000 characters' })
  note?: string;
}

/** What closes one child's part after social care took the child on. */
export const CHILD_PART_REASONS = CLOSURE_REASONS.codes.filter((code) => code.startsWith('STEP_UP_'));

/** Social care has a child of a family record, and it is known how it goes on with that child's part (rule F5). */
export class EndChildPause {
  @IsIn(['GOES_ON', 'CLOSED'], { message: 'Say whether this child’s part goes on or is closed' })
  outcome!: 'GOES_ON' | 'CLOSED';

  @IsOptional()
  @IsIn(CHILD_PART_REASONS, { message: 'Choose what social care does now' })
  reason?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day, for example 16 March 2026' })
  on!: string;

  @IsString({ message: 'Name the social worker' })
  @MaxLength(200, { message: 'Keep the name under 200 characters' })
  socialWorker!: string;
}
