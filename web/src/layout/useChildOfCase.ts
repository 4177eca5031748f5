import { useParams } from 'react-router';
import type { CaseChild, CaseView } from '@encircle/shared/cases';
import { useGet } from '@web/providers/useGet';

/** The case of this address, and the child in it whom the page is about; no child where the reader knows of none. */
export function useChildOfCase() {
  const { caseId = '', childId = '' } = useParams();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  const childOf = (view: CaseView): CaseChild | null =>
    view.children.find(({ id }) => id === childId) ?? null;
  return { caseId, childId, query, childOf };
}
