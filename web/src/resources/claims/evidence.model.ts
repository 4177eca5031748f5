import { evidenceCategory, measureRow, type NeedView, type RecordEvidence } from '@encircle/shared/claims';
import { OUTCOME_MEASURES, type EvidenceMoment, type OutcomeMeasure } from '@encircle/shared/codes';

/** The form as it is typed; nothing is changed on the way but what the API wants as a number. */
export interface EvidenceForm {
  outcome: string;
  moment: string;
  measure: string;
  value: string;
  measuredOn: string;
  source: string;
  met: string;
  aboutPersonId: string;
}

export const isAboutSomebody = (outcome: string): boolean =>
  outcome !== '' && evidenceCategory(Number(outcome)) !== 'PLAN';

const number = (text: string): number | string => {
  const plain = text.trim().replace(',', '.');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : text;
};

/** What was left empty is left out, so that the API says what is missing. */
export function evidenceCommand(form: EvidenceForm): RecordEvidence {
  const { value, met, outcome, aboutPersonId, ...rest } = form;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== '')),
    ...(outcome === '' ? {} : { outcome: Number(outcome) }),
    ...(value.trim() === '' ? {} : { value: number(value) }),
    ...(met === '' || form.moment === 'START' ? {} : { met: met === 'YES' }),
    ...(aboutPersonId !== '' && isAboutSomebody(outcome) ? { aboutPersonId } : {}),
  } as RecordEvidence;
}

/** A later look begins with the measure of the start, so that the two can be compared. */
export function measureOf(need: NeedView | undefined): OutcomeMeasure | '' {
  const start = need?.evidence.find((row) => row.moment === 'START' && row.struckReason === null);
  return (start?.measure as OutcomeMeasure | undefined) ?? '';
}

export const firstMoment = (moments: readonly string[], need: NeedView | undefined): EvidenceMoment | '' => {
  const wanted = need?.present ? (need.met === null ? 'CLOSURE' : 'SUSTAINED') : 'START';
  return (moments.includes(wanted) ? wanted : (moments.at(-1) ?? '')) as EvidenceMoment | '';
};

export const boundsOf = (measure: string): { min: number; max: number } | null => {
  const row = measureRow(measure);
  return row === null ? null : { min: row.min, max: row.max };
};

/** "84 %" for what is counted in hundredths; otherwise the number alone: the measure says of what. */
export const valueWords = (measure: string, value: number): string =>
  measure === 'ATTENDANCE' ? `${value} %` : measure === 'DEBTS' ? `£${value}` : String(value);

export const measureLabel = (measure: string): string =>
  OUTCOME_MEASURES.rows.find(({ code }) => code === measure)?.label ?? measure;
