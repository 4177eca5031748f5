import {
  isBlank,
  mergedAnswers,
  type AnswerValue,
  type FormAnswers,
  type SectionAnswers,
} from './answers.js';
import { checkAnswers, type FieldProblem } from './check-answers.js';
import type { CompletionFacts } from './completion-facts.js';
import { answersFor, holds } from './conditions.js';
import type { FormField } from './field.js';
import type { FormSection, FormVersion } from './form.js';
import { sectionRules } from './section-rules.js';

/** What stands between a draft and a finished form; texts may hold {child} and terms. */
export interface CompletionProblem extends FieldProblem {
  section: string;
}

/** Everything still to do, in the order of the form (rule T12). Empty when it may be completed. */
export function completionProblems(
  form: FormVersion,
  answers: FormAnswers,
  facts: CompletionFacts,
): CompletionProblem[] {
  return form.sections.flatMap((section) => sectionProblems(form, section, answers, facts));
}

/** The same for one section, for the mark beside its name. */
export function sectionProblems(
  form: FormVersion,
  section: FormSection,
  answers: FormAnswers,
  facts: CompletionFacts,
): CompletionProblem[] {
  const parts = answers[section.key] ?? [];
  const merged = mergedAnswers(section, parts);
  const found = [
    ...section.fields.flatMap((field) => fieldProblems(field, merged, form, answers, '')),
    ...sectionRules(section, merged, facts),
    ...parts.flatMap((part) => checkAnswers(section, part.category, part.answers)),
  ];
  return found.map((problem) => ({ section: section.key, ...problem }));
}

export type SectionStatus = 'TODO' | 'STARTED' | 'DONE';

/** How far a section is: nothing there, something there, nothing left to do. */
export function sectionStatus(
  form: FormVersion,
  section: FormSection,
  answers: FormAnswers,
  facts: CompletionFacts,
): SectionStatus {
  const touched = Object.values(mergedAnswers(section, answers[section.key])).some(
    (value) => !isBlank(value),
  );
  const done = sectionProblems(form, section, answers, facts).length === 0;
  if (touched) return done ? 'DONE' : 'STARTED';
  // A page of optional questions is not done because nobody opened it.
  return done && !section.fields.every((field) => field.req === 'O') ? 'DONE' : 'TODO';
}

function fieldProblems(
  field: FormField,
  near: SectionAnswers,
  form: FormVersion,
  answers: FormAnswers,
  path: string,
): FieldProblem[] {
  if (field.type === 'RECORD') return [];
  const value = near[field.key];
  const at = `${path}${field.key}`;
  const asked = isAsked(field, near, form, answers);
  if (isBlank(value)) return asked ? [{ field: at, code: 'REQUIRED', words: requiredWords(field) }] : [];
  return [...tooShort(field, value, at), ...rowProblems(field, value, form, answers, at)];
}

function isAsked(field: FormField, near: SectionAnswers, form: FormVersion, answers: FormAnswers): boolean {
  if (field.req === 'C' || field.req === 'M') return true;
  if (field.req === 'O' || field.when === undefined) return false;
  return holds(field.when, answersFor(field.when, near, form, answers));
}

function rowProblems(
  field: FormField,
  value: AnswerValue | undefined,
  form: FormVersion,
  answers: FormAnswers,
  at: string,
): FieldProblem[] {
  if (field.type !== 'ROWS' || !Array.isArray(value)) return [];
  return (value as SectionAnswers[]).flatMap((row, index) =>
    (field.fields ?? []).flatMap((inner) => fieldProblems(inner, row, form, answers, `${at}.${index}.`)),
  );
}

function tooShort(field: FormField, value: AnswerValue | undefined, at: string): FieldProblem[] {
  const short =
    field.minLength !== undefined && typeof value === 'string' && value.trim().length < field.minLength;
  return short
    ? [
        {
          field: at,
          code: 'TOO_SHORT',
          words: `${field.label}: write at least ${field.minLength} characters`,
        },
      ]
    : [];
}

function requiredWords(field: FormField): string {
  const asks = field.label.endsWith('?') ? `Answer: ${field.label}` : `Fill in: ${field.label}`;
  return field.type === 'CODE' || field.type === 'CODES' ? asks.replace('Fill in', 'Choose') : asks;
}
