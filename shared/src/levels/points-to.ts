import type { LevelOfNeed } from '../codes/index.js';
import type { Descriptor, LevelsDocument } from './document.js';

/** So many difficulties of level 2, in at least two areas, are several needs together: level 3 (rule 1.4). */
export const SEVERAL = 3;
export const SEVERAL_AREAS = 2;

/** Which level the ticks point to, and why: the highest there is, or several of level 2 that add up. */
export interface PointsTo {
  level: LevelOfNeed;
  because: 'HIGHEST' | 'SEVERAL';
  /** The descriptors that make it so. */
  by: readonly Descriptor[];
}

/** Never a decision: the person chooses. Null while nothing is ticked. */
export function pointsTo(
  { descriptors }: Pick<LevelsDocument, 'descriptors'>,
  ticked: readonly string[],
): PointsTo | null {
  const found = descriptors.filter((each) => ticked.includes(each.key));
  if (found.length === 0) return null;
  const top = found.reduce<LevelOfNeed>((highest, { level }) => (level > highest ? level : highest), 1);
  const by = found.filter((each) => each.level === top);
  const areas = new Set(by.map((each) => each.area));
  if (top === 2 && by.length >= SEVERAL && areas.size >= SEVERAL_AREAS)
    return { level: 3, because: 'SEVERAL', by };
  return { level: top, because: 'HIGHEST', by };
}

/** What was ticked and is not in this version; empty when all of it is. */
export function unknownTicks(document: LevelsDocument, ticked: readonly string[]): string[] {
  const keys = new Set(document.descriptors.map((each) => each.key));
  return ticked.filter((key) => !keys.has(key));
}
