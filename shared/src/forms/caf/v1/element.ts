import { CAF_ELEMENTS, codeRow, type CafElement } from '../../../codes/index.js';
import type { FormField } from '../../field.js';
import type { FormSection } from '../../form.js';

/** What the form adds to one element of the code list. */
export interface Element {
  readonly code: CafElement;
  readonly prompts: readonly string[];
  readonly young?: readonly string[];
  readonly older?: readonly string[];
  /** Good and poor examples for strengths, then for needs */
  readonly well: readonly [good: string, poor: string];
  readonly help: readonly [good: string, poor: string];
}

const PLACES = {
  DEVELOPMENT: { group: 'development', category: 'CHILD', namesAdult: false },
  LEARNING: { group: 'learning', category: 'CHILD', namesAdult: false },
  PARENTING: { group: 'parents', category: 'PARENTING', namesAdult: true },
  FAMILY: { group: 'home', category: 'FAMILY', namesAdult: true },
} as const;

/** The section of an element (rule 3.7): strengths left of needs, each with who said it. */
export function elementSection(element: Element): FormSection {
  const { label, formal, domain } = codeRow(CAF_ELEMENTS, element.code);
  return {
    key: element.code,
    element: element.code,
    title: label,
    formal,
    ...PLACES[domain],
    prompts: element.prompts,
    promptsYoung: element.young ?? [],
    promptsOlder: element.older ?? [],
    fields: elementFields(element),
  };
}

function elementFields({ well, help }: Element): readonly FormField[] {
  const assessed = { field: 'status', equals: ['ASSESSED'] } as const;
  return [
    { key: 'status', type: 'CODE', req: 'C', label: 'Was this looked at?', codes: 'element-statuses' },
    {
      key: 'statusReason',
      type: 'TEXT',
      req: 'X',
      label: 'Why not yet?',
      when: { field: 'status', equals: ['NOT_EXPLORED'] },
    },
    {
      key: 'childView',
      type: 'LONG_TEXT',
      req: 'O',
      label: '{child}’s own words',
      hint: 'As {child} said it, not tidied up.',
      block: true,
    },
    {
      key: 'childViewPrivate',
      type: 'LONG_TEXT',
      req: 'O',
      label: '{child}’s words, just for the worker',
      hint: 'A parent is not shown this.',
      category: 'PRIVATE',
    },
    {
      key: 'strengths',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'What is going well',
      hint: 'Say what you saw or heard.',
      good: well[0],
      poor: well[1],
      when: assessed,
      block: true,
    },
    {
      key: 'strengthsSources',
      type: 'CODES',
      req: 'O',
      label: 'Who said this?',
      codes: 'evidence-sources',
      when: { field: 'strengths', filled: true },
      block: true,
    },
    {
      key: 'needs',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'What would help',
      hint: 'Facts first: what, when, how often.',
      good: help[0],
      poor: help[1],
      when: assessed,
      block: true,
    },
    {
      key: 'needsSources',
      type: 'CODES',
      req: 'X',
      label: 'Who said this?',
      codes: 'evidence-sources',
      when: { field: 'needs', filled: true },
      block: true,
    },
    {
      key: 'needRating',
      type: 'SCALE',
      req: 'O',
      min: 0,
      max: 10,
      label: 'How big is the worry?',
      hint: 'Ask {child} or the parent where you can.',
      ends: ['0 no worry', '10 huge'],
      when: assessed,
      block: true,
    },
    {
      key: 'ratedBy',
      type: 'CODE',
      req: 'X',
      label: 'Whose score is it?',
      codes: 'raters',
      when: { field: 'needRating', filled: true },
      block: true,
    },
    { key: 'parentView', type: 'LONG_TEXT', req: 'O', label: 'What a parent or carer says', block: true },
    {
      key: 'opinion',
      type: 'LONG_TEXT',
      req: 'O',
      label: 'What I think',
      hint: 'Marked as opinion wherever it is read.',
      block: true,
    },
  ];
}
