/** How the searcher knows a child, best first. */
export const EPISODE_RELATIONS = ['LP', 'AUTHOR', 'TACM', 'CAFC_TASK', 'MANAGER', 'OTHER'] as const;
export type EpisodeRelation = (typeof EPISODE_RELATIONS)[number];
