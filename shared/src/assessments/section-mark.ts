import type { SectionStatus } from '../forms/index.js';

/** The mark beside a section in the task list. */
export const SECTION_MARKS = ['TODO', 'STARTED', 'DONE', 'SAME', 'AGAIN', 'ADDED'] as const;
export type SectionMark = (typeof SECTION_MARKS)[number];

export interface MarkFacts {
  status: SectionStatus;
  /** The version before had something here. */
  before: boolean;
  /** Carried over and nobody has looked at it in this version. */
  untouched: boolean;
  /** Says today what the version before said. */
  unchanged: boolean;
  /** Only another service has written here. */
  onlyOthers: boolean;
}

/**
 * In a first version a section is to do, started or done. In a later one what was carried over is to do until somebody
 * looks: then it is the same as before, or looked at again.
 */
export function sectionMark(facts: MarkFacts): SectionMark {
  if (facts.before && facts.untouched) return 'TODO';
  if (facts.before && facts.unchanged) return 'SAME';
  if (facts.before && facts.status === 'DONE') return 'AGAIN';
  if (facts.onlyOthers) return 'ADDED';
  return facts.status;
}
