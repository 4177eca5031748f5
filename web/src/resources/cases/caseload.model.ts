import type { CaseloadItem } from '@encircle/shared/cases';
import type { Query } from '@web/providers/request';

export const PAGE_SIZE = 25;
export const PARTS = ['LP', 'TACM', 'AUTHOR'] as const;
export type Part = (typeof PARTS)[number];

/** What of the list is asked for. It lives in the address, so that any screen can link to a list. */
export interface Filters {
  open: boolean;
  part: Part | null;
  state: string | null;
}

const isPart = (text: string | null): text is Part => PARTS.some((part) => part === text);

/** Reads the address; what it does not know is left out rather than refused. */
export function filtersOf(search: URLSearchParams, states: readonly string[]): Filters {
  const part = search.get('part');
  const state = search.get('state');
  return {
    open: search.get('open') !== 'false',
    part: isPart(part) ? part : null,
    state: state !== null && states.includes(state) ? state : null,
  };
}

/** The address of a choice; the usual one (open cases) has none. */
export function addressFor({ open, part, state }: Filters): Record<string, string> {
  return {
    ...(open ? {} : { open: 'false' }),
    ...(part ? { part } : {}),
    ...(state ? { state } : {}),
  };
}

export const isUsual = (filters: Filters): boolean => Object.keys(addressFor(filters)).length === 0;

export function questionOf(filters: Filters, after: string | null): Query {
  return { ...filters, limit: PAGE_SIZE, after };
}

/** "Kai, Zoe and baby": the children of one line, by chosen name where there is one. */
export function namesOf(item: CaseloadItem, join: (names: string[]) => string): string {
  const names = item.children.flatMap(({ chosenName, name }) => {
    const shown = item.children.length > 1 ? (chosenName ?? name) : name;
    return shown === null ? [] : [shown];
  });
  return join(names);
}

/** A review that should have been by a day before today. */
export const isLate = (item: CaseloadItem, today: string): boolean =>
  item.closedOn === null && item.nextReviewOn !== null && item.nextReviewOn < today;
