import type { FormSection } from '@encircle/shared/forms';
import { isBlank, type AnswerValue } from '@encircle/shared/forms';

/** One part of a section that somebody else saved first, as the API tells it. */
export interface Conflict {
  category: string;
  aboutPersonId: string | null;
  sent: Record<string, AnswerValue>;
  stored: {
    answers: Record<string, AnswerValue>;
    version: number;
    savedBy: string;
    savedAt: string;
  } | null;
}

export type Choice = 'MINE' | 'THEIRS' | 'JOIN';

/** One answer in which the two differ. */
export interface Difference {
  /** `category/aboutPersonId/field`, unique in the section. */
  key: string;
  label: string;
  mine: AnswerValue;
  theirs: AnswerValue;
  /** Two texts can be joined; two dates cannot. */
  canJoin: boolean;
}

export const placeOf = (part: { category: string; aboutPersonId: string | null }): string =>
  `${part.category}/${part.aboutPersonId ?? ''}`;

/** Where the two differ, in the order of the form. */
export function differences(section: FormSection, conflict: Conflict): Difference[] {
  const theirs = conflict.stored?.answers ?? {};
  return section.fields.flatMap((field) => {
    const [a, b] = [conflict.sent[field.key] ?? null, theirs[field.key] ?? null];
    const same = JSON.stringify(a) === JSON.stringify(b) || (isBlank(a) && isBlank(b));
    if (same) return [];
    const canJoin = typeof a === 'string' && typeof b === 'string' && field.type === 'LONG_TEXT';
    return [{ key: `${placeOf(conflict)}/${field.key}`, label: field.label, mine: a, theirs: b, canJoin }];
  });
}

/** Both texts under each other, theirs first because it was there first. */
export function joined(difference: Difference): string {
  return [difference.theirs, difference.mine].filter((text) => !isBlank(text)).join('\n\n');
}

/**
 * The part as it shall be now: the answers both have, and for each difference what was chosen. Nothing is dropped that
 * nobody chose to drop.
 */
export function settled(
  section: FormSection,
  conflict: Conflict,
  choices: ReadonlyMap<string, { choice: Choice; text?: string }>,
): Record<string, AnswerValue> {
  const result: Record<string, AnswerValue> = { ...conflict.stored?.answers, ...conflict.sent };
  for (const difference of differences(section, conflict)) {
    const field = difference.key.slice(difference.key.lastIndexOf('/') + 1);
    const chosen = choices.get(difference.key) ?? { choice: difference.canJoin ? 'JOIN' : 'MINE' };
    if (chosen.choice === 'MINE') result[field] = difference.mine;
    else if (chosen.choice === 'THEIRS') result[field] = difference.theirs;
    else result[field] = chosen.text ?? joined(difference);
  }
  return Object.fromEntries(Object.entries(result).filter(([, value]) => !isBlank(value)));
}
