import {
  isBlank,
  mergedAnswers,
  type AnswerValue,
  type FormAnswers,
  type SectionAnswers,
} from './answers.js';
import type { Condition } from './field.js';
import { section as sectionOf, type FormVersion } from './form.js';

/** Whether a condition holds for the answers around it (a row's own, or the section's). */
export function holds(condition: Condition, near: SectionAnswers): boolean {
  const value: AnswerValue | undefined = near[condition.field];
  if (condition.filled !== undefined) return isBlank(value) !== condition.filled;
  return (condition.equals ?? []).some((wanted) => wanted === value);
}

/** The answers a condition speaks of: another section's when it names one. */
export function answersFor(
  condition: Condition,
  near: SectionAnswers,
  form: FormVersion,
  answers: FormAnswers,
): SectionAnswers {
  if (condition.section === undefined) return near;
  return mergedAnswers(sectionOf(form, condition.section), answers[condition.section]);
}
