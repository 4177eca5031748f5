import type { CaseView } from '@encircle/shared/cases';

const MUTUAL = ['SIBLING', 'HALF_SIBLING', 'STEP_SIBLING'];
const PARENTS = ['MOTHER', 'FATHER', 'ADOPTIVE_PARENT'];

/** Two children of the record, as the parents both have tell; each is the other's brother or sister. */
export interface SiblingTie {
  childId: string;
  otherId: string;
  kind: 'SIBLING' | 'HALF_SIBLING' | 'STEP_SIBLING';
}

/**
 * Both ways, and only from parents this reader may see: half where each has a parent the other has not. A tie that is written
 * down speaks for itself, and is read from the other side as well.
 */
export function siblingTies({ children, relatives }: Pick<CaseView, 'children' | 'relatives'>): SiblingTie[] {
  const parentsOf = (id: string): Set<string> =>
    new Set(
      relatives.filter(({ childId, kind }) => childId === id && PARENTS.includes(kind)).map((one) => one.id),
    );
  return children.flatMap(({ id: childId }) =>
    children.flatMap(({ id: otherId }): SiblingTie[] => {
      const written = relatives.find(
        (one) => one.id === otherId && one.childId === childId && MUTUAL.includes(one.kind),
      );
      if (relatives.some((one) => one.id === childId && one.childId === otherId)) return [];
      if (written) return [{ childId, otherId, kind: written.kind as SiblingTie['kind'] }];
      if (childId === otherId) return [];
      const [mine, theirs] = [parentsOf(childId), parentsOf(otherId)];
      if (![...mine].some((id) => theirs.has(id))) return [];
      const half = [...mine].some((id) => !theirs.has(id)) && [...theirs].some((id) => !mine.has(id));
      return [{ childId, otherId, kind: half ? 'HALF_SIBLING' : 'SIBLING' }];
    }),
  );
}
