import type { CaseRelative, CaseView } from '@encircle/shared/cases';

export type RowKey = 'grandparents' | 'parents' | 'children' | 'others';

export interface TreePerson {
  id: string;
  name: string;
  /** Code of the relation; null for a child of this record. */
  kind: string | null;
}

export interface TreeRow {
  key: RowKey;
  people: TreePerson[];
}

/** A line between two people: per cent of the drawing's width and height. */
export interface TreeLink {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** Parental responsibility. */
  full: boolean;
}

const ROW_OF: Record<string, RowKey> = {
  GRANDPARENT: 'grandparents',
  SIBLING: 'children',
  HALF_SIBLING: 'children',
  STEP_SIBLING: 'children',
  AUNT_UNCLE: 'others',
  FAMILY_FRIEND: 'others',
  PARTNER: 'others',
  OTHER: 'others',
};
const ORDER: readonly RowKey[] = ['grandparents', 'parents', 'children', 'others'];

const rowOf = ({ kind }: CaseRelative): RowKey => ROW_OF[kind] ?? 'parents';

/** Generations under each other, those of the record in the middle of theirs; everyone once. */
export function treeRows({ children, relatives }: Pick<CaseView, 'children' | 'relatives'>): TreeRow[] {
  const subjects: TreePerson[] = children.map(({ id, name }) => ({ id, name, kind: null }));
  const placed = new Set(subjects.map(({ id }) => id));
  const rows = new Map<RowKey, TreePerson[]>(ORDER.map((key) => [key, key === 'children' ? subjects : []]));
  for (const relative of relatives) {
    if (placed.has(relative.id)) continue;
    placed.add(relative.id);
    rows.get(rowOf(relative))?.push({ id: relative.id, name: relative.name, kind: relative.kind });
  }
  return ORDER.map((key) => ({ key, people: rows.get(key) ?? [] })).filter(({ people }) => people.length > 0);
}

/** Parents and carers to each child they belong to; whose parent a grandparent is, is not recorded. */
export function treeLinks(rows: readonly TreeRow[], relatives: readonly CaseRelative[]): TreeLink[] {
  const placeOf = (id: string) => {
    const row = rows.findIndex(({ people }) => people.some((one) => one.id === id));
    const people = rows[row]?.people ?? [];
    const at = people.findIndex((one) => one.id === id);
    return row < 0 ? null : { x: ((at + 0.5) / people.length) * 100, y: ((row + 0.5) / rows.length) * 100 };
  };
  return relatives
    .filter((one) => rowOf(one) === 'parents')
    .flatMap((one) => {
      const [from, to] = [placeOf(one.id), placeOf(one.childId)];
      if (!from || !to) return [];
      return [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, full: one.hasPr === 'YES' }];
    });
}

const PARENTS = ['MOTHER', 'FATHER', 'ADOPTIVE_PARENT'];

/** Two children of the record, as the parents both have tell; each is the other's brother or sister. */
export interface SiblingTie {
  childId: string;
  otherId: string;
  kind: 'SIBLING' | 'HALF_SIBLING';
}

/**
 * Both ways, and only from parents this reader may see: half where each has a parent the other has not. A tie that is written
 * down speaks for itself.
 */
export function siblingTies({ children, relatives }: Pick<CaseView, 'children' | 'relatives'>): SiblingTie[] {
  const parentsOf = (id: string): Set<string> =>
    new Set(
      relatives.filter(({ childId, kind }) => childId === id && PARENTS.includes(kind)).map((one) => one.id),
    );
  return children.flatMap(({ id: childId }) =>
    children.flatMap(({ id: otherId }): SiblingTie[] => {
      const written = relatives.some((one) => one.id === childId && one.childId === otherId);
      if (childId === otherId || written) return [];
      const [mine, theirs] = [parentsOf(childId), parentsOf(otherId)];
      if (![...mine].some((id) => theirs.has(id))) return [];
      const half = [...mine].some((id) => !theirs.has(id)) && [...theirs].some((id) => !mine.has(id));
      return [{ childId, otherId, kind: half ? 'HALF_SIBLING' : 'SIBLING' }];
    }),
  );
}
