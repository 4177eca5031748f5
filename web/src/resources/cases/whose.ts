import type { CaseView } from '@encircle/shared/cases';
import { listOf } from './case-words';

/** How the case's children are called: in full at the top, by chosen name in sentences. */
export function whoseCase({ children }: Pick<CaseView, 'children'>): { full: string; chosen: string } {
  const [only] = children;
  if (children.length === 1 && only) return { full: only.name, chosen: only.chosenName };
  const chosen = listOf(children.map(({ chosenName }) => chosenName));
  return { full: chosen, chosen };
}
