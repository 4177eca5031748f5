import { OUTCOME_MEASURES, type EvidenceMoment, type MeasureRow } from '../codes/index.js';
import { addDays, addMonths, type CivilDate } from '../dates/index.js';
import type { Category } from '../policy/index.js';

/** Days around the day of the check in which what was found still counts for it. */
export const CHECK_WINDOW_DAYS = 28;

/** What says something about one person alone, and so is kept under its own kind: substance use, offending, abuse at home. */
const OWN_KINDS: Readonly<Record<number, Category>> = { 4: 'SENS_SM', 7: 'OFFENCE', 8: 'DV' };

export const evidenceCategory = (outcome: number): Category => OWN_KINDS[outcome] ?? 'PLAN';

export interface Evidence {
  outcome: number;
  moment: EvidenceMoment;
  measure: string;
  value: number;
  measuredOn: CivilDate;
  /** Of an end or a check: the need is met. */
  met: boolean | null;
}

export interface EvidenceTimes {
  today: CivilDate;
  /** Null while the record is open. */
  closedOn: CivilDate | null;
  checkDueOn: CivilDate | null;
}

export const checkDueOn = (closedOn: CivilDate, months: number): CivilDate => addMonths(closedOn, months);
export const checkOpensOn = (dueOn: CivilDate): CivilDate => addDays(dueOn, -CHECK_WINDOW_DAYS);

/** What may be written down of a need as the record stands today. */
export function momentsNow({ today, closedOn, checkDueOn: due }: EvidenceTimes): EvidenceMoment[] {
  if (closedOn === null || due === null) return ['START', 'CLOSURE'];
  const moments: EvidenceMoment[] = today <= addDays(closedOn, CHECK_WINDOW_DAYS) ? ['CLOSURE'] : [];
  return today >= checkOpensOn(due) ? [...moments, 'SUSTAINED'] : moments;
}

export const measureRow = (code: string): MeasureRow | null =>
  OUTCOME_MEASURES.rows.find((row) => row.code === code) ?? null;

/** Whether a value by itself shows a need; null where no rule draws a line. */
export function showsNeed(measure: string, value: number): boolean | null {
  const row = measureRow(measure);
  if (row?.needBelow !== undefined) return value < row.needBelow;
  return row?.needFrom === undefined ? null : value >= row.needFrom;
}

/** Whether a value shows that the need is met; null where the worker's word counts alone. @param start of the same measure */
export function showsMet(measure: string, value: number, start: number | null): boolean | null {
  const need = showsNeed(measure, value);
  if (need !== null) return !need;
  const better = measureRow(measure)?.better;
  if (better === undefined || start === null) return null;
  return better === 'HIGHER' ? value > start : value < start;
}

/** What is wrong with a piece of evidence, field to messages. @param start the value of the same need and measure as help began */
export function evidenceProblems(
  evidence: Evidence,
  times: EvidenceTimes,
  start: { value: number; measuredOn: CivilDate } | null,
): Record<string, string[]> {
  return { ...valueProblems(evidence, start?.value ?? null), ...dayProblems(evidence, times, start) };
}

function valueProblems(
  { measure, moment, value, met }: Evidence,
  start: number | null,
): Record<string, string[]> {
  const row = measureRow(measure);
  if (row === null) return { measure: ['Choose what was counted or measured'] };
  if (value < row.min || value > row.max || (row.whole === true && !Number.isInteger(value)))
    return { value: [`Enter a ${row.whole ? 'whole ' : ''}number from ${row.min} to ${row.max}`] };
  if (moment === 'START')
    return showsNeed(measure, value) === false
      ? { value: [`This does not show a need: it would be ${lineOf(row)}`] }
      : {};
  if (met === null) return { met: ['Say whether the need is met'] };
  if (met && showsMet(measure, value, start) === false)
    return {
      met: [
        showsNeed(measure, value) === null
          ? 'This is no better than when help began: say that the need is not met'
          : `This still shows a need (${lineOf(row)}): say that it is not met`,
      ],
    };
  return {};
}

const lineOf = ({ needBelow, needFrom }: MeasureRow): string =>
  needBelow === undefined ? `${needFrom ?? 0} or more` : `below ${needBelow}`;

function dayProblems(
  { moment, measuredOn }: Evidence,
  { today, closedOn, checkDueOn: due }: EvidenceTimes,
  start: { measuredOn: CivilDate } | null,
): Record<string, string[]> {
  if (measuredOn > today) return { measuredOn: ['The day cannot be in the future'] };
  if (moment === 'START' && closedOn !== null)
    return { moment: ['Help has ended: what it began with can no longer be added'] };
  if (moment === 'SUSTAINED') {
    if (closedOn === null || due === null) return { moment: ['Help has not ended yet'] };
    return measuredOn < checkOpensOn(due)
      ? { measuredOn: [`Too early: it counts from ${checkOpensOn(due)}`] }
      : {};
  }
  if (moment === 'CLOSURE' && closedOn !== null && measuredOn > addDays(closedOn, CHECK_WINDOW_DAYS))
    return { measuredOn: [`Too late: it counts until ${addDays(closedOn, CHECK_WINDOW_DAYS)}`] };
  return start !== null && moment === 'CLOSURE' && measuredOn < start.measuredOn
    ? { measuredOn: ['This is before what help began with'] }
    : {};
}
