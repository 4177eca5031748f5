import { SENSITIVE_CLASSES } from '../codes/index.js';
import type { Category } from '../policy/index.js';
import type { FormField } from './field.js';
import type { FormSection } from './form.js';

/** Kinds of information a more private part of a section may have, with the class the worker chooses. */
const PRIVATE_PARTS: readonly { code: string; label: string; category: Category }[] =
  SENSITIVE_CLASSES.rows.flatMap(({ code, label, category }) =>
    category === null ? [] : [{ code, label, category }],
  );

export function partChoices(
  section: FormSection,
): readonly { code: string; label: string; category: Category }[] {
  return section.fields.some((field) => field.block) ? PRIVATE_PARTS : [];
}

/**
 * The fields that may be answered in a part of a section: its own ones, those with a kind of their own, and
 * in a more private part those of the block. Empty when the section has no such part.
 */
export function fieldsOfPart(section: FormSection, category: Category): readonly FormField[] {
  const stored = section.fields.filter((field) => field.type !== 'RECORD');
  const own = stored.filter((field) => (field.category ?? section.category) === category);
  const isPrivatePart =
    category !== section.category && partChoices(section).some((each) => each.category === category);
  if (!isPrivatePart) return own;
  return stored.filter((field) => field.block || field.category === category);
}

/** Every kind of information a section can hold, its own first. */
export function categoriesOf(section: FormSection): readonly Category[] {
  const fixed = section.fields.flatMap((field) =>
    field.category && field.type !== 'RECORD' ? [field.category] : [],
  );
  return [...new Set([section.category, ...fixed, ...partChoices(section).map((each) => each.category)])];
}
