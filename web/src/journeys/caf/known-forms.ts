import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { findForm, type FormVersion } from '@encircle/shared/forms';
import { api } from '@web/providers/http';
import type { Problem } from '@web/providers/problem';

interface Named {
  formCode: string;
  formVersion: string;
}

/** Forms with an area's own questions, as they were asked for. A published form never changes, so it is asked for once. */
const learnt = new Map<string, FormVersion>();
const nameOf = (code: string, version: string): string => `${code} ${version}`;

const known = (code: string, version: string): FormVersion | undefined =>
  findForm(code, version) ?? learnt.get(nameOf(code, version));

/** Throws when a page shows a form it did not wait for (`useWithForms`); none is ever taken away. */
export function formNamed(code: string, version: string): FormVersion {
  const form = known(code, version);
  if (!form) throw new Error(`no form ${code} ${version}`);
  return form;
}

/** The answer, held back until every form it was written on is known. @param formsOf the same function each time */
export function useWithForms<T>(
  query: UseQueryResult<T, Problem>,
  formsOf: (data: T) => readonly Named[],
): UseQueryResult<T, Problem> {
  const missing = [
    ...new Set(
      (query.data === undefined ? [] : formsOf(query.data))
        .filter(({ formCode, formVersion }) => !known(formCode, formVersion))
        .map(({ formCode, formVersion }) => `/forms/${formCode}/${formVersion}`),
    ),
  ].sort();
  // Read here, so that the page is drawn again once they have come.
  const { data: come, error } = useQuery<FormVersion[], Problem>({
    queryKey: ['forms', ...missing],
    queryFn: async () => {
      const forms = await Promise.all(missing.map((path) => api<FormVersion>(path)));
      for (const form of forms) learnt.set(nameOf(form.code, form.version), form);
      return forms;
    },
    enabled: missing.length > 0,
  });
  if (missing.length === 0 || come !== undefined) return query;
  return { ...query, data: undefined, error } as unknown as UseQueryResult<T, Problem>;
}
