import { IsDateString, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { TimescaleKey } from '../lifecycle/index.js';
import { MaybeText, Parts } from '../shapes/index.js';

/**
 * The time limits an authority sets for itself (marked [LOCAL] in rule 5.4), each of which the program goes by. What the law
 * fixes, such as the working day social care has for its answer, is not among them.
 */
export const LOCAL_TIMESCALES = [
  'enquiry.decision.wd',
  'enquiry.answer.wd',
  'enquiry.keep.months',
  'police-notice.read.wd',
  'service.answer.wd',
  'precaf.decision.wd',
  'consent.seek.wd',
  'assessment.complete.wd',
  'tac.first.wd',
  'review.first.weeks',
  'review.max.weeks',
  'tap.review.weeks',
  'panel.decision.wd',
  'pause.review.weeks',
  'stepdown.tac.wd',
  'transfer.wd',
  'lead.vacant.wd',
  'oversight.wd',
  'reassess.months',
  'evidence.check.months',
  'drift.reviews.times',
  'drift.child.weeks',
  'drift.quiet.days',
  'repair.days',
  'report.remind.days',
  'absence.lead.times',
  'absence.manager.times',
  'quorum.services',
] as const satisfies readonly TimescaleKey[];
export type LocalTimescale = (typeof LOCAL_TIMESCALES)[number];

export class TimescaleView {
  @IsIn(LOCAL_TIMESCALES)
  key!: LocalTimescale;

  @IsInt()
  value!: number;

  /** As it is without a setting. */
  @IsInt()
  usual!: number;

  /** How often it was set; nought while it never was. */
  @IsInt()
  version!: number;

  @IsOptional()
  @IsDateString()
  since!: string | null;

  @MaybeText()
  by!: string | null;
}

export class TimescalesView {
  @Parts(() => TimescaleView)
  items!: TimescaleView[];
}

export class SetTimescale {
  @IsInt({ message: 'Send the version you saw' })
  @Min(0)
  version!: number;

  @IsInt({ message: 'Enter a whole number' })
  @Min(1, { message: 'Enter 1 or more' })
  @Max(400, { message: 'Enter 400 or less' })
  value!: number;
}
