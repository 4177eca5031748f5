import type { FormField } from './field.js';
import type { FormSection } from './form.js';

/** Sections a colleague of another service may be asked for: the elements, one at a time. */
export const isAskable = (section: FormSection): boolean => section.element !== undefined;

/** The questions of such a section that a colleague answers; whether it was looked at is the assessor's to say. */
export function askedFields(section: FormSection): readonly FormField[] {
  return section.fields.filter((field) => field.block === true);
}
