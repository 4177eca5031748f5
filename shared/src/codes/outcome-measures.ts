import { codeList } from './code-list.js';

/** When a need is looked at: as help begins, as it ends, and some months later (rule 9.1). */
export const EVIDENCE_MOMENTS = codeList('evidence-moments', 1, [
  { code: 'START', label: 'When help began' },
  { code: 'CLOSURE', label: 'When help ended' },
  { code: 'SUSTAINED', label: 'Some months later' },
]);
export type EvidenceMoment = (typeof EVIDENCE_MOMENTS)['codes'][number];

/**
 * What shows that a need is there, or is met (rules 7.5 and 9.2). `better` says which way is better; without it the worker's
 * word counts alone. `needBelow` and `needFrom` are the lines the rules draw; of a star chart only the score is kept.
 */
export const OUTCOME_MEASURES = codeList('outcome-measures', 1, [
  { code: 'ATTENDANCE', label: 'School attendance, %', min: 0, max: 100, better: 'HIGHER', needBelow: 90 },
  {
    code: 'EXCLUSIONS',
    label: 'Fixed exclusions in the last three terms',
    min: 0,
    max: 200,
    whole: true,
    better: 'LOWER',
    needFrom: 3,
  },
  {
    code: 'SDQ',
    label: 'Strengths and difficulties, total 0 to 40',
    min: 0,
    max: 40,
    whole: true,
    better: 'LOWER',
  },
  { code: 'WEIGHT_CENTILE', label: 'Weight centile', min: 0, max: 100 },
  {
    code: 'TENANCY_MONTHS',
    label: 'Months the home was kept',
    min: 0,
    max: 1200,
    whole: true,
    better: 'HIGHER',
  },
  { code: 'DEBTS', label: 'Money owed, £', min: 0, max: 10_000_000, better: 'LOWER' },
  {
    code: 'DA_INCIDENTS',
    label: 'Reported incidents of domestic abuse',
    min: 0,
    max: 999,
    whole: true,
    better: 'LOWER',
  },
  { code: 'SCALE', label: 'Scale from 0 to 10', min: 0, max: 10, better: 'HIGHER' },
  { code: 'STAR', label: 'Star chart, score only', min: 0, max: 10, better: 'HIGHER' },
]);
export type OutcomeMeasure = (typeof OUTCOME_MEASURES)['codes'][number];

export interface MeasureRow {
  code: string;
  label: string;
  min: number;
  max: number;
  whole?: boolean;
  better?: 'HIGHER' | 'LOWER';
  needBelow?: number;
  needFrom?: number;
}
