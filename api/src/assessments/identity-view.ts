import type { IdentityFactsView } from '@encircle/shared/assessments';
import { whoTheyAre } from './completion-facts.js';
import type {
  CaseChild,
  FactCategory,
  SeldomFacts,
  SubjectRow,
} from './persistence/people-of-case.repository.js';

/** Who the child is, with what the reader may have of each kind of information (rule 3.2). */
export function identityView(
  child: Pick<CaseChild, 'givenNames' | 'familyName'>,
  row: SubjectRow,
  seldom: SeldomFacts,
  kinds: readonly FactCategory[],
): IdentityFactsView {
  const health = kinds.includes('HEALTH');
  const { religion, requirements, immigration } = seldom;
  const known = whoTheyAre(row);
  return {
    names: [child.givenNames, child.familyName].filter(Boolean).join(' ') || null,
    ...known,
    disabled: health ? known.disabled : null,
    disabilityDetail: health ? (row.facts.disability?.detail ?? null) : null,
    religion: religion?.code ?? null,
    religionText: religion?.text ?? null,
    requirements: health ? (requirements?.text ?? null) : null,
    immigration: kinds.includes('IMMIG') ? (immigration?.code ?? null) : null,
    kinds: [...kinds],
    adults: row.adults,
  };
}
