import { addWorkingDays, ageOn, daysBetween } from '@encircle/shared/dates';
import {
  filterOf,
  groupOf,
  type DueItem,
  type DueKind,
  type WeekChild,
  type WeekCounts,
  type WeekFilter,
} from '@encircle/shared/my-week';
import { decodeCursor, encodeCursor } from '@encircle/shared/paging';

interface ChildColumns {
  childId: string | null;
  childName: string | null;
  childFullName: string | null;
  childDob: string | null;
}

export interface DueLike {
  kind: string;
  episodeId: string | null;
  subjectId: string | null;
  personId: string | null;
  recordId: string;
  ownerId: string | null;
  owner: string | null;
  due: string | null;
  base: string | null;
  days: number | null;
  text: string | null;
  note: string | null;
  at: string | null;
  invited: number | null;
  answered: number | null;
  reviewNo: number | null;
  version: number;
}

/** The child something is about, else the first of the record. */
export function childOf(
  children: readonly (ChildColumns & { episodeId: string })[],
  of: { episodeId: string | null; subjectId?: string | null },
  today: string,
): WeekChild | null {
  const own = children.filter(({ episodeId }) => episodeId === of.episodeId);
  const row = own.find(({ childId }) => childId === of.subjectId) ?? own[0];
  if (row === undefined || row.childId === null) return null;
  const age = row.childDob === null ? null : ageOn(row.childDob, today);
  return { id: row.childId, name: row.childName, fullName: row.childFullName, age };
}

/** Urgency first, then the date, then what stands on it: the same order on every page. */
export function dueItems(rows: readonly DueLike[], today: string, me: string): Due[] {
  return rows.map((row) => dueItem(row, today, me)).sort((a, b) => compare(placeOf(a), placeOf(b)));
}

/** Something due, before its family is named and its working days are counted, which is for what is shown. */
export type Due = Omit<DueItem, 'child' | 'workingDaysLate'> & Pick<DueLike, 'subjectId' | 'personId'>;

function dueItem(row: DueLike, today: string, me: string): Due {
  const dueOn = row.due ?? (row.base === null ? today : addWorkingDays(row.base, row.days ?? 0));
  return {
    key: `${row.kind}:${row.recordId}:${row.ownerId ?? ''}:${row.due ?? row.base ?? ''}`,
    kind: row.kind as DueKind,
    group: groupOf(dueOn, today),
    episodeId: row.episodeId,
    recordId: row.recordId,
    subjectId: row.subjectId,
    personId: row.personId,
    dueOn,
    text: row.text,
    note: row.note,
    at: row.at,
    invited: row.invited,
    answered: row.answered,
    reviewNo: row.reviewNo,
    owner: row.owner,
    mine: row.ownerId === me,
    version: row.version,
  };
}

export function countsOf(items: readonly Due[]): WeekCounts {
  const of = (filter: WeekFilter): number => items.filter((item) => filterOf(item.kind) === filter).length;
  return {
    all: items.length,
    overdue: items.filter((item) => item.group === 'OVERDUE').length,
    actions: of('ACTIONS'),
    meetings: of('MEETINGS'),
    agreements: of('AGREEMENTS'),
    offers: of('OFFERS'),
  };
}

/** One page of the items, from after the place of the cursor. */
export function pageOf(
  items: readonly Due[],
  show: WeekFilter,
  after: readonly string[] | null,
  limit: number,
): { items: Due[]; next: string | null } {
  const shown = items.filter((item) => show === 'ALL' || filterOf(item.kind) === show);
  const rest = after === null ? shown : shown.filter((item) => compare(placeOf(item), after) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    next: last !== undefined && rest.length > limit ? encodeCursor(placeOf(last)) : null,
  };
}

/** @returns undefined for a cursor that is not one of ours */
export function placeAfter(cursor: string | undefined): readonly string[] | null | undefined {
  if (cursor === undefined) return null;
  const place = decodeCursor(cursor, 3);
  if (place === null || !place.every((each) => typeof each === 'string')) return undefined;
  return place as string[];
}

export function quietDays(row: { lastOn: string | null; openedOn: string }, today: string): number {
  return daysBetween(row.lastOn ?? row.openedOn, today);
}

const placeOf = (item: Pick<Due, 'dueOn' | 'at' | 'key'>): string[] => [item.dueOn, item.at ?? '', item.key];

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
