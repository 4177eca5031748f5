import { isRecentSource, type RecordAgreement, type StepIn } from '@encircle/shared/consents';
import { dayProblem } from '@encircle/shared/episodes';
import type { FormError } from '@web/ui/ErrorSummary';
import type { Colleague } from '@web/resources/lead/ColleagueReference';

/** What comes before the agreement: from whom the family comes, what social care wrote, who is asked to lead. */
export interface StepInForm {
  also: string[];
  from: string;
  kind: '' | 'SUMMARY' | 'ASSESSMENT';
  writtenOn: string;
  writtenBy: string;
  text: string;
  lead: Colleague | null;
  familyPreference: string;
  message: string;
}

export const EMPTY: StepInForm = {
  also: [],
  from: '',
  kind: '',
  writtenOn: '',
  writtenBy: '',
  text: '',
  lead: null,
  familyPreference: '',
  message: '',
};

/** Words for what is missing; the component has them in the reader's language. */
export interface StepInWords {
  from: string;
  kind: string;
  writtenOn: string;
  tooOld: string;
  writtenBy: string;
  text: string;
  lead: string;
}

const LEAST_TEXT = 20;

/** The rules of the API for this part, said before anybody asks the family. */
export function problemsOf(form: StepInForm, today: string, w: StepInWords): FormError[] {
  const short = (text: string, least: number): boolean => text.trim().length < least;
  const wrongDay = form.writtenOn === '' ? w.writtenOn : dayProblem(form.writtenOn, today);
  const tooOld = wrongDay === null && !isRecentSource(form.writtenOn, today);
  const found: [field: string, message: string | null | false][] = [
    ['assessment.from', short(form.from, 2) && w.from],
    ['assessment.kind', form.kind === '' && w.kind],
    ['assessment.writtenOn', tooOld ? w.tooOld : wrongDay],
    ['assessment.writtenBy', short(form.writtenBy, 2) && w.writtenBy],
    ['assessment.text', short(form.text, LEAST_TEXT) && w.text],
    ['lead.find', form.lead === null && w.lead],
  ];
  return found.flatMap(([field, message]) => (message ? [{ field, message }] : []));
}

export const childrenOf = (form: StepInForm, childId: string): Pick<StepIn, 'type' | 'childIds'> => ({
  type: form.also.length > 0 ? 'FAMILY' : 'CHILD',
  childIds: [childId, ...form.also.filter((id) => id !== childId)],
});

/** The whole act: nothing is sent that was not asked for. */
export function toStepIn(form: StepInForm, childId: string, agreement: RecordAgreement): StepIn {
  const { from, writtenOn, writtenBy, text, familyPreference, message } = form;
  return {
    ...childrenOf(form, childId),
    assessment: {
      kind: form.kind === 'ASSESSMENT' ? 'ASSESSMENT' : 'SUMMARY',
      from,
      writtenOn,
      writtenBy,
      text,
    },
    agreement,
    lead: {
      userId: form.lead?.userId ?? '',
      agencyId: form.lead?.agencyId ?? '',
      ...(familyPreference.trim() ? { familyPreference: familyPreference.trim() } : {}),
      ...(message.trim() ? { message: message.trim() } : {}),
    },
  };
}

/** Messages of the API that belong to this part and not to the agreement. */
export function ofThisPart(fields: Readonly<Record<string, string[]>>): FormError[] {
  return Object.entries(fields).flatMap(([path, [message]]) =>
    /^(assessment|lead|childIds|type|userId)\b/.test(path) && message !== undefined
      ? [{ field: /^(lead|userId)\b/.test(path) ? 'lead.find' : path, message }]
      : [],
  );
}
