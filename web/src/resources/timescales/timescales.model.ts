import { unitOf } from '@encircle/shared/lifecycle';
import type { LocalTimescale } from '@encircle/shared/timescales';
import type { WordKey } from '@web/i18n/useWords';

const WORDS: Readonly<Record<LocalTimescale, string>> = {
  'enquiry.decision.wd': 'enquiryDecision',
  'enquiry.answer.wd': 'enquiryAnswer',
  'enquiry.keep.months': 'enquiryKeep',
  'police-notice.read.wd': 'policeRead',
  'service.answer.wd': 'serviceAnswer',
  'precaf.decision.wd': 'precaf',
  'consent.seek.wd': 'consent',
  'assessment.complete.wd': 'assessment',
  'tac.first.wd': 'tac',
  'review.first.weeks': 'reviewFirst',
  'review.max.weeks': 'reviewMax',
  'tap.review.weeks': 'tap',
  'panel.decision.wd': 'panel',
  'pause.review.weeks': 'pause',
  'stepdown.tac.wd': 'stepdown',
  'transfer.wd': 'transfer',
  'lead.vacant.wd': 'vacant',
  'oversight.wd': 'oversight',
  'reassess.months': 'reassess',
  'evidence.check.months': 'evidence',
  'drift.reviews.times': 'driftReviews',
  'drift.child.weeks': 'driftChild',
  'drift.quiet.days': 'driftQuiet',
  'repair.days': 'repair',
  'report.remind.days': 'reportRemind',
  'absence.lead.times': 'absenceLead',
  'absence.manager.times': 'absenceManager',
  'quorum.services': 'quorum',
};

export const labelOf = (key: LocalTimescale): WordKey => `timescales.key.${WORDS[key]}` as WordKey;
export const unitWords = (key: LocalTimescale): WordKey => `timescales.unit.${unitOf(key)}` as WordKey;

/** A whole number as a number; anything else as it was typed, for the API to say what is wrong with it. */
export function typedNumber(text: string): number | string {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}
