import type { FormField } from './field.js';
import type { FormSection } from './form.js';

/** Questions of an element that have a place of their own on the page; any other is drawn beneath them by its type. */
export const ELEMENT_PLACES: readonly string[] = [
  'status',
  'statusReason',
  'childView',
  'childViewPrivate',
  'strengths',
  'strengthsSources',
  'needs',
  'needsSources',
  'needRating',
  'ratedBy',
  'parentView',
  'opinion',
];

/** What the child's own record keeps and the form shows: on the card beside the section, and in the agreement. */
export const RECORD_PLACES: readonly string[] = [
  'names',
  'dateOfBirth',
  'sex',
  'address',
  'ethnicity',
  'language',
  'disability',
  'religion',
  'requirements',
  'immigration',
  'setting',
  'family',
  'consent',
];

/** The questions of an element without a place of their own, in the order of the form. */
export function furtherFields(section: FormSection): readonly FormField[] {
  return section.fields.filter((field) => field.type !== 'RECORD' && !ELEMENT_PLACES.includes(field.key));
}
