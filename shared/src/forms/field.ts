import type { Category } from '../policy/index.js';

export type FieldType =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'DATE'
  | 'YES_NO'
  | 'NUMBER'
  | 'CODE'
  | 'CODES'
  /** Eleven buttons, 0 to 10 */
  | 'SCALE'
  | 'ROWS'
  /** Kept in the case's own records; shown in the section, never stored as an answer */
  | 'RECORD';

/** M to save, C to complete, O optional, X to complete when `when` holds (rule 3). */
export type Requirement = 'M' | 'C' | 'O' | 'X';

/** A condition as data, so that a screen can show and hide without code. Without `section`: the same section. */
export interface Condition {
  readonly section?: string;
  readonly field: string;
  /** Holds when the answer is one of these */
  readonly equals?: readonly (string | boolean)[];
  /** Holds when anything (true) or nothing (false) is answered */
  readonly filled?: boolean;
}

/** One of the answers an area lets choose from. */
export interface OwnAnswer {
  readonly code: string;
  readonly label: string;
}

/** One question of a form. Texts may hold {child}, the child's chosen name, and terms. */
export interface FormField {
  readonly key: string;
  readonly type: FieldType;
  readonly req: Requirement;
  readonly label: string;
  /** One line: what belongs here */
  readonly hint?: string;
  /** An example of a good and of a poor answer, written for this product */
  readonly good?: string;
  readonly poor?: string;
  /** Name of the code list of CODE and CODES */
  readonly codes?: string;
  /** The list itself, where the question brings its own: an area's, kept in the version that asks it */
  readonly answers?: readonly OwnAnswer[];
  readonly when?: Condition;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Words at the two ends of a scale */
  readonly ends?: readonly [low: string, high: string];
  /** The kind of information when it is not the section's own */
  readonly category?: Category;
  /** May also be written in a more private part of the section (rule 3.7, sensitive_class) */
  readonly block?: boolean;
  /** Hidden from a part that a family reads */
  readonly workerOnly?: boolean;
  /** Asked only where it matters: folded away on the page until it is opened or answered */
  readonly seldom?: boolean;
  readonly fields?: readonly FormField[];
}

export const LONG_TEXT_MAX = 8000;
export const TEXT_MAX = 300;
export const ROWS_MAX = 50;
