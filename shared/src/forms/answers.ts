import type { Category } from '../policy/index.js';
import type { FormSection } from './form.js';

export type RowAnswer = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
export type AnswerValue = string | number | boolean | readonly string[] | readonly RowAnswer[] | null;
export type SectionAnswers = Readonly<Record<string, AnswerValue>>;

/**
 * A section is stored in parts, one for each kind of information and adult it is about, so that what is hidden
 * never shares a row with what is seen. Most sections have one part.
 */
export interface SectionPart {
  readonly category: Category;
  readonly aboutPersonId: string | null;
  readonly answers: SectionAnswers;
}

/** The parts of every section, by section key. */
export type FormAnswers = Readonly<Record<string, readonly SectionPart[]>>;

export function isBlank(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/**
 * One answer for each field, the section's own part first. For checks by someone who may see all parts; never
 * for showing.
 */
export function mergedAnswers(
  section: FormSection,
  parts: readonly SectionPart[] | undefined,
): SectionAnswers {
  const own = (part: SectionPart): number => (part.category === section.category ? 0 : 1);
  const merged: Record<string, AnswerValue> = {};
  for (const part of [...(parts ?? [])].sort((a, b) => own(a) - own(b)))
    for (const [key, value] of Object.entries(part.answers)) if (isBlank(merged[key])) merged[key] = value;
  return merged;
}

/** The answers of a section written in one go, taken apart into the parts they are stored in. */
export function splitAnswers(
  section: FormSection,
  answers: SectionAnswers,
  aboutPersonId: string | null = null,
): SectionPart[] {
  const byCategory = new Map<Category, Record<string, AnswerValue>>();
  for (const field of section.fields) {
    const value = answers[field.key];
    if (field.type === 'RECORD' || value === undefined) continue;
    const category = field.category ?? section.category;
    byCategory.set(category, { ...byCategory.get(category), [field.key]: value });
  }
  return [...byCategory].map(([category, own]) => ({
    category,
    aboutPersonId: category === section.category ? aboutPersonId : null,
    answers: own,
  }));
}
