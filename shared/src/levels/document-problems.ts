import { isCivilDate } from '../dates/index.js';
import type { FieldProblems } from '../people/index.js';
import { LEVEL_AREAS, LEVELS_OF_NEED, type LevelArea } from './document.js';
import type { AddLevelsDocument } from './levels.contract.js';

const NAMES: Readonly<Record<LevelArea, string>> = {
  CHILD: 'the child',
  CARERS: 'parents and carers',
  FAMILY: 'family and environment',
};

/** What is wrong with a new version as typed, by field; the same for the screen and the API. */
export function documentProblems(typed: AddLevelsDocument, today: string): FieldProblems {
  const problems: FieldProblems = {};
  if (!isCivilDate(typed.validFrom)) problems['validFrom'] = ['Enter a real day'];
  else if (typed.validFrom < today) problems['validFrom'] = ['It holds from today or later'];
  if (LEVELS_OF_NEED.some((level) => typed.levels.filter((each) => each.level === level).length !== 1))
    problems['levels'] = ['Describe each of the four levels once'];
  for (const area of LEVEL_AREAS)
    for (const level of LEVELS_OF_NEED) {
      const here = typed.descriptors.filter((each) => each.area === area && each.level === level);
      const texts = here.map((each) => each.text.trim().toLowerCase());
      if (texts.length === 0)
        problems[`descriptors.${area}.${level}`] = [
          `Level ${level}, ${NAMES[area]}: write at least one description`,
        ];
      else if (new Set(texts).size < texts.length)
        problems[`descriptors.${area}.${level}`] = [
          `Level ${level}, ${NAMES[area]}: write each description once`,
        ];
    }
  return problems;
}
