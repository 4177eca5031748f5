import { fillTerms, type Terms } from '../codes/index.js';
import type { Category } from '../policy/index.js';
import type { FormField } from './field.js';

export interface FormGroup {
  readonly key: string;
  readonly title: string;
}

export interface FormSection {
  readonly key: string;
  readonly group: string;
  /** Plain title; may hold {child} */
  readonly title: string;
  /** What the national form calls it, shown beneath the plain title */
  readonly formal?: string;
  readonly intro?: string;
  /** The kind of information of its fields, unless a field says otherwise */
  readonly category: Category;
  readonly fields: readonly FormField[];
  /** The assessment element behind the section */
  readonly element?: string;
  /** Things worth talking about; never a list to tick */
  readonly prompts?: readonly string[];
  /** More of them for the youngest and for teenagers */
  readonly promptsYoung?: readonly string[];
  readonly promptsOlder?: readonly string[];
  /** An adult's own information may be in it: the block then names the adult (rule 3.7, about_person) */
  readonly namesAdult?: boolean;
}

/** One version of a form. A version is never edited once it was used: a change is the next version. */
export interface FormVersion {
  readonly code: string;
  readonly version: string;
  readonly title: string;
  readonly groups: readonly FormGroup[];
  readonly sections: readonly FormSection[];
}

/** The sections in their order. */
export function sections(form: FormVersion): readonly FormSection[] {
  return form.sections;
}

/** Throws RangeError when the form has no such section. */
export function section(form: FormVersion, key: string): FormSection {
  const found = form.sections.find((candidate) => candidate.key === key);
  if (!found) throw new RangeError(`Form ${form.code} ${form.version} has no section ${key}`);
  return found;
}

export function hasSection(form: FormVersion, key: string): boolean {
  return form.sections.some((candidate) => candidate.key === key);
}

/** "Part 7 of 25": where a section stands, from 1. */
export function partNumber(form: FormVersion, key: string): { part: number; of: number } {
  return {
    part: form.sections.findIndex((candidate) => candidate.key === key) + 1,
    of: form.sections.length,
  };
}

/** Puts the child's chosen name and the authority's terms into a text of a form. */
export function formWords(text: string, child: string, terms?: Readonly<Terms>): string {
  return fillTerms(text.replaceAll('{child}', child), terms);
}

/** What is about parents and home may be said once for several children of a family (rule 3.11). */
export function saidOfSeveral({ element }: FormSection): boolean {
  return /^[PF]\d\d$/.test(element ?? '');
}
