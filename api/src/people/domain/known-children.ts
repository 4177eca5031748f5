import { ageOn } from '@encircle/shared/dates';
import { chosenName, fullName } from '@encircle/shared/names';
import {
  nearMatch,
  type EpisodeRelation,
  type KnownChildView,
  type NearMatch,
  type RecordedChild,
  type SearchReady,
  type TypedChild,
} from '@encircle/shared/people';
import type { KnownDetails, KnownRow } from './found.js';

/** Near matches are shown to a person, who reads ten and no more (rule of the search: at most ten hits). */
export const MOST_CARDS = 10;
/** How many children are looked at closely; the rest share less than any of these with what was typed. */
const CLOSE_LOOKS = 60;
const ANYTHING = 1;

export interface Candidate {
  row: KnownRow;
  match: NearMatch;
}

export function typedOf(search: SearchReady): TypedChild {
  return {
    name: search.name,
    dateOfBirth: search.dateOfBirth ?? undefined,
    postcode: search.postcode ?? undefined,
    nhsNumber: search.nhsNumber ?? undefined,
  };
}

/** Those whose name or birthday agrees in anything; every child stands once, by the newest case. */
export function worthALook(typed: TypedChild, rows: readonly KnownRow[]): KnownRow[] {
  const once = [...new Map([...rows].reverse().map((row) => [row.childId, row])).values()];
  return nearest(once.flatMap((row) => candidate(typed, row, bare(row), ANYTHING)))
    .slice(0, CLOSE_LOOKS)
    .map(({ row }) => row);
}

/** The nearest of them with everything known about each. */
export function nearestOf(typed: TypedChild, rows: readonly KnownRow[], details: KnownDetails): Candidate[] {
  return nearest(rows.flatMap((row) => candidate(typed, row, recorded(row, details)))).slice(0, MOST_CARDS);
}

export function cardOf(
  { row, match }: Candidate,
  details: KnownDetails,
  today: string,
  seen: { locating: boolean },
): KnownChildView {
  const postcode = seen.locating ? (details.postcodes.get(row.childId)?.[0] ?? null) : null;
  const place = (kind: string): boolean => kind.endsWith('POSTCODE');
  return {
    childId: row.childId,
    episodeId: row.episodeId,
    chosenName: chosenName(row),
    fullName: fullName(row),
    ageYears: row.dateOfBirth === null ? null : ageOn(row.dateOfBirth, today),
    dateOfBirth: row.dateOfBirth,
    postcodeArea: postcode === null ? null : postcode.slice(0, -2),
    setting: seen.locating ? (details.settings.get(row.childId) ?? null) : null,
    relation: relationOf(row),
    reasons: match.reasons.filter((reason) => seen.locating || !place(reason.kind)),
  };
}

function relationOf({ place, episodeId }: KnownRow): EpisodeRelation {
  if (place === 'LP' || place === 'AUTHOR' || place === 'TACM' || place === 'CAFC_TASK') return place;
  return episodeId === null ? 'OTHER' : 'MANAGER';
}

function candidate(typed: TypedChild, row: KnownRow, child: RecordedChild, enough?: number): Candidate[] {
  const match = nearMatch(typed, child, enough);
  return match === null ? [] : [{ row, match }];
}

function nearest(candidates: Candidate[]): Candidate[] {
  return candidates.sort((a, b) => b.match.score - a.match.score || (a.row.childId < b.row.childId ? -1 : 1));
}

function bare(row: KnownRow): RecordedChild {
  return { ...row, otherNames: [], postcodes: [], nhsNumbers: [] };
}

function recorded(row: KnownRow, details: KnownDetails): RecordedChild {
  return {
    ...row,
    otherNames: details.otherNames.get(row.childId) ?? [],
    postcodes: details.postcodes.get(row.childId) ?? [],
    nhsNumbers: details.nhsNumbers.get(row.childId) ?? [],
  };
}
