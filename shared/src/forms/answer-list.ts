import { codeList, codeListNamed, type CodeList } from '../codes/index.js';
import type { FormField } from './field.js';

/** What a question lets choose from: its own answers, or the list it names; undefined for other kinds of question. */
export function answerList(field: Pick<FormField, 'key' | 'codes' | 'answers'>): CodeList | undefined {
  if (field.answers) return codeList(`answers of ${field.key}`, 1, field.answers);
  return field.codes === undefined ? undefined : codeListNamed(field.codes);
}
