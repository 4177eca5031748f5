import type { FieldType, FormField, OwnAnswer } from './field.js';
import type { FormSection, FormVersion } from './form.js';

/** Kinds of question an administrator may add. */
export const ADDED_TYPES = [
  'LONG_TEXT',
  'TEXT',
  'YES_NO',
  'DATE',
  'SCALE',
  'CODE',
  'CODES',
] as const satisfies readonly FieldType[];

/** A question an area asks beyond the form of the house. Its key never changes: answers are kept under it. */
export interface AddedQuestion {
  readonly key: string;
  readonly section: string;
  readonly type: (typeof ADDED_TYPES)[number];
  readonly label: string;
  readonly hint: string | null;
  /** Has to be answered before the assessment can be finished. */
  readonly required: boolean;
  /** What one may choose from, where the question is answered by choosing. */
  readonly answers?: readonly OwnAnswer[];
}

/** Questions answered by choosing one, or several, of a list of their own. */
export const isChoice = (type: string): boolean => type === 'CODE' || type === 'CODES';

export const ANSWERS_MIN = 2;
export const ANSWERS_MAX = 20;

/** A list as it was typed, each answer with a code that stays its own in every version. */
export const ownAnswers = (labels: readonly string[]): OwnAnswer[] =>
  labels.map((label, n) => ({ code: `A${n + 1}`, label: label.trim() }));

export const ADDED_MAX = 40;

/** Sections that ask anything by themselves; what the record keeps has its own place. */
export const mayHoldMore = (section: FormSection): boolean =>
  section.fields.some((field) => field.type !== 'RECORD');

/** The next version of a form: everything of the one before, and the area's own questions at the end of their sections. */
export function withQuestions(
  form: FormVersion,
  version: string,
  questions: readonly AddedQuestion[],
): FormVersion {
  return {
    ...form,
    version,
    sections: form.sections.map((section) => {
      const added = questions.filter((question) => question.section === section.key);
      return added.length === 0
        ? section
        : { ...section, fields: [...section.fields, ...added.map((question) => fieldOf(section, question))] };
    }),
  };
}

function fieldOf(
  section: FormSection,
  { key, type, label, hint, required, answers }: AddedQuestion,
): FormField {
  const asked =
    section.element === undefined
      ? { req: required ? ('C' as const) : ('O' as const) }
      : { req: required ? ('X' as const) : ('O' as const), when: { field: 'status', equals: ['ASSESSED'] } };
  return {
    key,
    type,
    label,
    ...(hint === null ? {} : { hint }),
    ...(isChoice(type) ? { answers: answers ?? [] } : {}),
    ...(type === 'SCALE' ? { min: 0, max: 10, ends: ['0', '10'] as const } : {}),
    ...asked,
  };
}

/** A key nobody has had: answers of another question must never be read under this one. */
export function nextQuestionKey(taken: readonly string[]): string {
  const numbers = taken.map((key) => Number(/^own(\d+)$/.exec(key)?.[1] ?? 0));
  return `own${Math.max(0, ...numbers) + 1}`;
}

/** What one version of a form asks and the other does not, by section and key. */
export function questionDifference(
  before: FormVersion,
  after: FormVersion,
): { added: string[]; gone: string[] } {
  const of = (form: FormVersion): Set<string> =>
    new Set(form.sections.flatMap((section) => section.fields.map((field) => `${section.key}.${field.key}`)));
  const [old, now] = [of(before), of(after)];
  return {
    added: [...now].filter((place) => !old.has(place)),
    gone: [...old].filter((place) => !now.has(place)),
  };
}
