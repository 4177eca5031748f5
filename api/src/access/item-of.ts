import type { Category, EpisodeFacts, Item } from '@encircle/shared/policy';

/**
 * What about a record is asked. Left out fields mean: the first child (to write, the first whose part goes on), nobody else, no
 * agency.
 */
export interface Asked {
  subjectId?: string | null;
  aboutPersonId?: string | null;
  categories: readonly Category[];
  sourceAgencyId?: string | null;
  authorId?: string | null;
  namedWorkerIds?: readonly string[];
  /** Null or left out: a standing fact. */
  recordedAt?: string | null;
  /** Tells where someone lives or is. */
  locating?: boolean;
}

export function itemOf(facts: EpisodeFacts, asked: Asked, action = 'read'): Item {
  return {
    subjectId: asked.subjectId ?? childOfWhole(facts, action),
    aboutPersonId: asked.aboutPersonId ?? null,
    categories: [...asked.categories],
    sourceAgencyId: asked.sourceAgencyId ?? null,
    authorId: asked.authorId ?? null,
    namedWorkerIds: [...(asked.namedWorkerIds ?? [])],
    recordedAt: asked.recordedAt ?? null,
    locating: asked.locating ?? false,
  };
}

/** One child of a family may be with social care, or gone another way, while the work with the family goes on (rule F5). */
function childOfWhole({ subjects }: EpisodeFacts, action: string): string {
  const going = action === 'write' ? subjects.find(({ state }) => state === undefined) : undefined;
  return (going ?? subjects[0])?.personId ?? '';
}
