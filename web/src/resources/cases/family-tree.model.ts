import type { CaseRelative, CaseView } from '@encircle/shared/cases';

export type RowKey = 'grandparents' | 'parents' | 'children' | 'others';

export interface TreePerson {
  id: string;
  name: string;
  /** Code of the relation; null for a child of this record. */
  kind: string | null;
}

/** Somebody with a place in the picture: the middle of their box, in columns from the left. */
export interface Placed extends TreePerson {
  at: number;
}

export interface TreeRow {
  key: RowKey;
  people: Placed[];
}

/** An outline around those who live together: columns from the left, rows from the top. */
export interface Household {
  left: number;
  right: number;
  top: number;
  bottom: number;
  names: string[];
}

export interface FamilyPicture {
  columns: number;
  rows: TreeRow[];
  households: Household[];
  links: TreeLink[];
}

/** A line between two people: columns from the left, rows from the top. */
export interface TreeLink {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** Parental responsibility. */
  full: boolean;
}

type Family = Pick<CaseView, 'children' | 'relatives'>;

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

/** Generations under each other, those who live together beside each other under one outline; everyone once. */
export function familyPicture(family: Family): FamilyPicture {
  const generations = peopleByRow(family);
  const homes = homesOf(family);
  const homeOf = (id: string): number => homes.findIndex((home) => home.has(id));
  const rows = ORDER.filter((key) => generations.get(key)?.length).map((key) => ({
    key,
    people: generations.get(key) ?? [],
  }));
  // Whoever lives elsewhere, or it is not said where, stands right of the homes.
  const bands = [...homes.map((_, home) => home), -1];
  const widthOf = (band: number): number =>
    Math.max(0, ...rows.map(({ people }) => people.filter(({ id }) => homeOf(id) === band).length));
  let left = 0;
  const starts = bands.map((band) => {
    const start = left;
    left += widthOf(band);
    return { band, start, width: widthOf(band) };
  });
  const placed = rows.map(({ key, people }): TreeRow => ({
    key,
    people: starts.flatMap(({ band, start, width }) => {
      const here = people.filter(({ id }) => homeOf(id) === band);
      const first = start + (width - here.length) / 2 + 0.5;
      return here.map((one, n) => ({ ...one, at: first + n }));
    }),
  }));
  return {
    columns: left,
    rows: placed,
    households: starts.flatMap(({ band, start, width }) =>
      band < 0 ? [] : [outlineOf(placed, homes[band] ?? new Set(), start, start + width)],
    ),
    links: linksOf(placed, family.relatives),
  };
}

function peopleByRow({ children, relatives }: Family): Map<RowKey, TreePerson[]> {
  const subjects: TreePerson[] = children.map(({ id, name }) => ({ id, name, kind: null }));
  const placed = new Set(subjects.map(({ id }) => id));
  const rows = new Map<RowKey, TreePerson[]>(ORDER.map((key) => [key, key === 'children' ? subjects : []]));
  for (const relative of relatives) {
    if (placed.has(relative.id)) continue;
    placed.add(relative.id);
    rows.get(rowOf(relative))?.push({ id: relative.id, name: relative.name, kind: relative.kind });
  }
  return rows;
}

/** Who lives with whom all the time, as far as it is written down of a child of the record. */
function homesOf({ children, relatives }: Family): Set<string>[] {
  let homes = children.map(({ id }) => new Set([id]));
  for (const { id, childId, livesWith } of relatives) {
    if (livesWith !== 'FULL_TIME') continue;
    const joined = homes.filter((home) => home.has(id) || home.has(childId));
    const [first] = joined;
    if (!first) continue;
    for (const one of [id, ...joined.flatMap((home) => [...home])]) first.add(one);
    homes = homes.filter((home) => home === first || !joined.includes(home));
  }
  return homes.filter(({ size }) => size > 1);
}

function outlineOf(
  rows: readonly TreeRow[],
  home: ReadonlySet<string>,
  left: number,
  right: number,
): Household {
  const lives = ({ id }: TreePerson): boolean => home.has(id);
  const at = rows.flatMap(({ people }, row) => (people.some(lives) ? [row] : []));
  return {
    left,
    right,
    top: Math.min(...at),
    bottom: Math.max(...at) + 1,
    names: rows.flatMap(({ people }) => people.filter(lives).map(({ name }) => name)),
  };
}

/** Parents and carers to each child they belong to; whose parent a grandparent is, is not recorded. */
function linksOf(rows: readonly TreeRow[], relatives: readonly CaseRelative[]): TreeLink[] {
  const placeOf = (id: string) => {
    const row = rows.findIndex(({ people }) => people.some((one) => one.id === id));
    const at = rows[row]?.people.find((one) => one.id === id)?.at;
    return at === undefined ? null : { x: at, y: row + 0.5 };
  };
  return relatives
    .filter((one) => rowOf(one) === 'parents')
    .flatMap((one) => {
      const [from, to] = [placeOf(one.id), placeOf(one.childId)];
      if (!from || !to) return [];
      return [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, full: one.hasPr === 'YES' }];
    });
}
