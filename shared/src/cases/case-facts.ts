import type { CivilDate } from '../dates/index.js';

/** What `app.case_fact.body` holds for each kind shown on the case page. */
export interface CaseFactBodies {
  LEVEL: { level: 1 | 2 | 3 | 4; words?: string };
  /** The child's own words at the top of the page. */
  OWN_WORDS: { text: string; saidBy?: string };
  /** Something everyone must know at once, e.g. an inhaler; checked again by a day. */
  FLAG: { text: string; reviewOn?: CivilDate };
  GOING_WELL: CaseFactList;
  HELP_WANTED: CaseFactList;
  WISHES: { text: string; saidBy?: string };
}

export interface CaseFactList {
  items: string[];
  /** With whom of the family it was checked, and when. */
  checkedWith?: string;
  checkedOn?: CivilDate;
}

export type CaseFactKind = keyof CaseFactBodies;

/** The lines of a list fact; a fact written as one text is one line. */
export function factItems(body: unknown): string[] {
  const { items, text } = (body ?? {}) as { items?: unknown; text?: unknown };
  if (Array.isArray(items)) return items.filter((item): item is string => typeof item === 'string');
  return typeof text === 'string' && text !== '' ? [text] : [];
}
