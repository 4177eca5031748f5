import type { LevelOfNeed } from '../codes/index.js';
import type { FieldProblems } from '../people/index.js';
import type { LevelsDocument } from './document.js';
import type { LevelHelp } from './levels.contract.js';
import { pointsTo, unknownTicks } from './points-to.js';

const REASON_MIN = 5;

/** What is wrong with a level chosen with help: ticks this version has not, or another level without a word why. */
export function helpProblems(document: LevelsDocument, help: LevelHelp, level: LevelOfNeed): FieldProblems {
  if (unknownTicks(document, help.ticked).length > 0)
    return { ticked: ['These descriptions have changed: look at them again'] };
  const to = pointsTo(document, help.ticked);
  if (to !== null && to.level !== level && (help.reason ?? '').trim().length < REASON_MIN)
    return {
      reason: [`What you ticked points to level ${to.level}: say in a line why level ${level} fits better`],
    };
  return {};
}
