import type { Category, EpisodeFacts, Item } from '@encircle/shared/policy';

/** What about a record is asked. Left out fields mean: the first child, nobody else, no agency. */
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

export function itemOf(facts: EpisodeFacts, asked: Asked): Item {
  return {
    subjectId: asked.subjectId ?? facts.subjects[0]?.personId ?? '',
    aboutPersonId: asked.aboutPersonId ?? null,
    categories: [...asked.categories],
    sourceAgencyId: asked.sourceAgencyId ?? null,
    authorId: asked.authorId ?? null,
    namedWorkerIds: [...(asked.namedWorkerIds ?? [])],
    recordedAt: asked.recordedAt ?? null,
    locating: asked.locating ?? false,
  };
}
