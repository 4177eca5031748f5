import {
  documentProblems,
  LEVEL_AREAS,
  LEVELS_OF_NEED,
  type AddLevelsDocument,
  type LevelArea,
  type LevelsDocumentView,
  type LevelWords,
} from '@encircle/shared/levels';
import type { LevelOfNeed } from '@encircle/shared/codes';
import type { FormError } from '@web/ui/ErrorSummary';

/** A version as it is typed: the words of each level, and for each area and level one description on each line. */
export interface LevelsForm {
  levels: LevelWords[];
  cells: Record<string, string>;
  validFrom: string;
}

export const cellId = (area: LevelArea, level: LevelOfNeed): string => `descriptors.${area}.${level}`;

export function formOf(view: LevelsDocumentView, today: string): LevelsForm {
  const cells = LEVEL_AREAS.flatMap((area) =>
    LEVELS_OF_NEED.map((level) => [
      cellId(area, level),
      view.descriptors
        .filter((each) => each.area === area && each.level === level)
        .map((each) => each.text)
        .join('\n'),
    ]),
  );
  return {
    levels: view.levels.map((each) => ({ ...each })),
    cells: Object.fromEntries(cells) as Record<string, string>,
    validFrom: today,
  };
}

export function commandOf(form: LevelsForm, seen: number): AddLevelsDocument {
  return {
    levels: form.levels,
    descriptors: LEVEL_AREAS.flatMap((area) =>
      LEVELS_OF_NEED.flatMap((level) => linesOf(form, area, level).map((text) => ({ area, level, text }))),
    ),
    validFrom: form.validFrom,
    seen,
  };
}

const linesOf = (form: LevelsForm, area: LevelArea, level: LevelOfNeed): string[] =>
  (form.cells[cellId(area, level)] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What the API would say, before it is asked. */
export function levelsErrors(command: AddLevelsDocument, today: string): FormError[] {
  return Object.entries(documentProblems(command, today)).map(([field, [message = '']]) => ({
    field,
    message,
  }));
}

/** The API counts the descriptions that were sent; the form has a box for each area and level. */
export function idOfPath(path: string, command: AddLevelsDocument): string {
  const at = /^descriptors\.(\d+)\./.exec(path)?.[1];
  const sent = at === undefined ? undefined : command.descriptors[Number(at)];
  return sent ? cellId(sent.area, sent.level) : path;
}
