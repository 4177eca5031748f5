import type { AssessmentView, SectionView } from '@encircle/shared/assessments';
import type { AnswerValue, FormField, FormSection } from '@encircle/shared/forms';
import type { SectionText } from './section-text.model';

/** What every body of a section works with. */
export interface BodyProps {
  view: AssessmentView;
  section: FormSection;
  text: SectionText;
  setText: (change: (text: SectionText) => SectionText) => void;
  /** A form's text with the child's name in it. */
  words: (text: string) => string;
  /** The same section of the version before. */
  before: SectionView | null;
  /** The day the version before was finished. */
  beforeOn: string | null;
}

/** One answer of a section view, the section's own part first; the last reader of a field wins nothing. */
export function answerOf(section: SectionView | null, field: string): unknown {
  for (const part of section?.parts ?? []) {
    const value = part.answers[field];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** One question of a form, however it is drawn. */
export interface FormFieldViewProps {
  field: FormField;
  id: string;
  words: (text: string) => string;
  value: AnswerValue;
  onChange: (value: AnswerValue) => void;
}
