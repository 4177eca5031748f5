import { isCivilDate } from '../dates/index.js';
import type { Category } from '../policy/index.js';
import { answerList } from './answer-list.js';
import type { AnswerValue, SectionAnswers } from './answers.js';
import { LONG_TEXT_MAX, ROWS_MAX, TEXT_MAX, type FormField } from './field.js';
import type { FormSection } from './form.js';
import { fieldsOfPart } from './parts.js';

/** Something wrong with one answer. `field` is a path: 'needs', 'actions.2.byWhen'. */
export interface FieldProblem {
  field: string;
  code: string;
  words: string;
}

/**
 * Whether answers may be stored as a draft in one part of a section: the right shape, known fields, known
 * codes. Nothing has to be filled in; that is asked when the form is completed.
 */
export function checkAnswers(
  section: FormSection,
  category: Category,
  answers: SectionAnswers,
): FieldProblem[] {
  return checkFields(fieldsOfPart(section, category), answers, '');
}

function checkFields(fields: readonly FormField[], answers: SectionAnswers, path: string): FieldProblem[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  return Object.entries(answers).flatMap(([key, value]) => {
    const field = known.get(key);
    const at = `${path}${key}`;
    if (!field) return [{ field: at, code: 'UNKNOWN_FIELD', words: 'This question does not belong here' }];
    return value === null ? [] : checkValue(field, value, at);
  });
}

function checkValue(field: FormField, value: AnswerValue, at: string): FieldProblem[] {
  switch (field.type) {
    case 'TEXT':
    case 'LONG_TEXT':
      return checkText(field, value, at);
    case 'DATE':
      return value === '' || isCivilDate(value)
        ? []
        : problem(at, 'DATE_INVALID', `${field.label}: enter a real date, for example 20 July 2026`);
    case 'YES_NO':
      return typeof value === 'boolean'
        ? []
        : problem(at, 'ANSWER_INVALID', `${field.label}: answer yes or no`);
    case 'NUMBER':
    case 'SCALE':
      return checkNumber(field, value, at);
    case 'CODE':
      return checkCodes(field, [value], at);
    case 'CODES':
      return Array.isArray(value)
        ? checkCodes(field, value, at)
        : problem(at, 'CODE_UNKNOWN', `${field.label}: choose from the list`);
    case 'ROWS':
      return checkRows(field, value, at);
    case 'RECORD':
      return problem(at, 'UNKNOWN_FIELD', 'This is kept in the record, not in the form');
  }
}

function checkText(field: FormField, value: AnswerValue, at: string): FieldProblem[] {
  const max = field.maxLength ?? (field.type === 'TEXT' ? TEXT_MAX : LONG_TEXT_MAX);
  if (typeof value !== 'string') return problem(at, 'TEXT_INVALID', `${field.label}: enter text`);
  return value.length <= max
    ? []
    : problem(at, 'TEXT_TOO_LONG', `${field.label}: use at most ${max} characters`);
}

function checkNumber(field: FormField, value: AnswerValue, at: string): FieldProblem[] {
  const [min, max] = [field.min ?? 0, field.max ?? (field.type === 'SCALE' ? 10 : Number.MAX_SAFE_INTEGER)];
  const fits = typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
  const whole = field.type !== 'SCALE' || Number.isInteger(value);
  return fits && whole ? [] : problem(at, 'NUMBER_INVALID', `${field.label}: choose ${min} to ${max}`);
}

function checkCodes(field: FormField, values: readonly unknown[], at: string): FieldProblem[] {
  const list = answerList(field);
  const wrong = values.some((value) => typeof value !== 'string' || !(list?.codes.includes(value) ?? false));
  return wrong ? problem(at, 'CODE_UNKNOWN', `${field.label}: choose from the list`) : [];
}

function checkRows(field: FormField, value: AnswerValue, at: string): FieldProblem[] {
  if (!Array.isArray(value)) return problem(at, 'ROWS_INVALID', `${field.label}: send a list`);
  if (value.length > ROWS_MAX)
    return problem(at, 'ROWS_TOO_MANY', `${field.label}: at most ${ROWS_MAX} lines`);
  return value.flatMap((row: unknown, index) =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? checkFields(field.fields ?? [], row as SectionAnswers, `${at}.${index}.`)
      : problem(`${at}.${index}`, 'ROWS_INVALID', `${field.label}: line ${index + 1} is not understood`),
  );
}

function problem(field: string, code: string, words: string): FieldProblem[] {
  return [{ field, code, words }];
}
