import { useParams, useSearchParams } from 'react-router';
import type { AssessmentView } from '@encircle/shared/assessments';
import { formWords, type FormVersion } from '@encircle/shared/forms';
import { useGet } from '@web/providers/useGet';
import { useTerms } from '@web/i18n/terms';
import { formNamed, useWithForms } from './known-forms';

const one = (view: AssessmentView) => [view];

/** The assessment of this address, for the child chosen in it. */
export function useAssessment() {
  const { assessmentId = '' } = useParams();
  const [search] = useSearchParams();
  const child = search.get('child');
  const query = useWithForms(
    useGet<AssessmentView>(`/assessments/${assessmentId}`, child === null ? {} : { subjectId: child }),
    one,
  );
  return { query, assessmentId, childTail: child === null ? '' : `?child=${child}` };
}

export const formOf = (view: AssessmentView): FormVersion => formNamed(view.formCode, view.formVersion);

export const childOf = (view: AssessmentView) =>
  view.children.find((child) => child.id === view.subjectId) ?? { id: view.subjectId, name: '', age: null };

/** A form's text with the child's name and the area's terms in it. */
export function useFormWords(view: AssessmentView): (text: string) => string {
  return useWordsAbout(childOf(view).name);
}

/** @param child the child's chosen name */
export function useWordsAbout(child: string): (text: string) => string {
  const terms = useTerms();
  return (text) =>
    formWords(text, child).replace(/\{([A-Za-z]+)\}/g, (whole, key: string) => terms[key] ?? whole);
}
