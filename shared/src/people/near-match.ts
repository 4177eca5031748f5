import { partsOf, daysBetween, type CivilDate } from '../dates/index.js';
import { matchKey } from '../names/index.js';
import { isMisspelt } from './edit-distance.js';
import { sameByNickname } from './nicknames.js';
import { soundsLike } from './sounds.js';

export const MATCH_KINDS = [
  'SAME_NAME',
  'SAME_FORENAME',
  'SAME_SURNAME',
  'MISSPELT',
  'SOUNDS_LIKE',
  'NICKNAME',
  'ALSO_KNOWN_AS',
  'SAME_BIRTHDAY',
  'BIRTHDAY_SWAPPED',
  'BIRTHDAY_NEAR',
  'SAME_POSTCODE',
  'NEAR_POSTCODE',
  'SAME_NHS_NUMBER',
  'DIFFERENT_BIRTHDAY',
  'DIFFERENT_POSTCODE',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface MatchReason {
  kind: MatchKind;
  /** What was typed and what the record says, where the two differ. */
  typed?: string;
  recorded?: string;
}

/** What someone typed; the NHS number without spaces, the postcode with one. */
export interface TypedChild {
  name: string;
  dateOfBirth?: CivilDate | undefined;
  postcode?: string | undefined;
  nhsNumber?: string | undefined;
}

/** One child the searcher may already see. */
export interface RecordedChild {
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
  /** Other names, each as a whole. */
  otherNames: readonly string[];
  dateOfBirth: CivilDate | null;
  postcodes: readonly string[];
  nhsNumbers: readonly string[];
}

export interface NearMatch {
  /** Higher is nearer; only for sorting. */
  score: number;
  reasons: MatchReason[];
}

const POINTS: Readonly<Record<MatchKind, number>> = {
  SAME_NAME: 50,
  SAME_FORENAME: 22,
  SAME_SURNAME: 22,
  MISSPELT: 16,
  SOUNDS_LIKE: 14,
  NICKNAME: 16,
  ALSO_KNOWN_AS: 22,
  SAME_BIRTHDAY: 30,
  BIRTHDAY_SWAPPED: 22,
  BIRTHDAY_NEAR: 12,
  SAME_POSTCODE: 20,
  NEAR_POSTCODE: 6,
  SAME_NHS_NUMBER: 60,
  DIFFERENT_BIRTHDAY: -12,
  DIFFERENT_POSTCODE: -4,
};
/** Below this a card would be noise: half a name alone is not enough, half a name and a birthday is. */
const ENOUGH = 30;

/**
 * Why a child might be the one looked for: misspelt, day and month swapped, a nickname, sounds like, the same place.
 * Null when too little agrees. For children the searcher may see anyway; never for the index.
 */
export function nearMatch(typed: TypedChild, child: RecordedChild, enough = ENOUGH): NearMatch | null {
  const reasons = [
    ...nameReasons(typed.name, child),
    ...birthdayReasons(typed.dateOfBirth, child.dateOfBirth),
    ...postcodeReasons(typed.postcode, child.postcodes),
    ...(typed.nhsNumber && child.nhsNumbers.includes(typed.nhsNumber)
      ? [{ kind: 'SAME_NHS_NUMBER' } as const]
      : []),
  ];
  const score = reasons.reduce((sum, reason) => sum + POINTS[reason.kind], 0);
  return score >= enough && reasons.some((reason) => POINTS[reason.kind] > 0) ? { score, reasons } : null;
}

function nameReasons(typed: string, child: RecordedChild): MatchReason[] {
  const other = child.otherNames.find((name) => matchKey(name) === matchKey(typed));
  if (other !== undefined) return [{ kind: 'ALSO_KNOWN_AS', recorded: other }, { kind: 'SAME_SURNAME' }];
  const ways = cuts(typed).map(([forename, surname]) => partReasons(forename, surname, child));
  return ways.sort((a, b) => worth(b) - worth(a))[0] ?? [];
}

/** Every way to cut what was typed into forename and surname; a single word may be either. */
function cuts(typed: string): [string, string][] {
  const words = typed.trim().split(/\s+/);
  const pairs = words.slice(1).map((_, index): [string, string] => {
    const cut = index + 1;
    return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  });
  return pairs.length > 0
    ? pairs
    : [
        [typed, ''],
        ['', typed],
      ];
}

function partReasons(forename: string, surname: string, child: RecordedChild): MatchReason[] {
  const forenames = [child.preferredName, child.givenNames, child.givenNames?.split(' ')[0]].filter(isText);
  const family = child.familyName ? partReason(surname, [child.familyName], 'SAME_SURNAME') : null;
  const given = partReason(forename, forenames, 'SAME_FORENAME');
  if (family?.kind === 'SAME_SURNAME' && given?.kind === 'SAME_FORENAME') return [{ kind: 'SAME_NAME' }];
  return [given, family].filter((reason) => reason !== null);
}

function partReason(
  typed: string,
  recorded: readonly string[],
  same: 'SAME_FORENAME' | 'SAME_SURNAME',
): MatchReason | null {
  const key = matchKey(typed);
  if (key === '') return null;
  if (recorded.some((name) => matchKey(name) === key)) return { kind: same };
  for (const [kind, test] of TESTS) {
    if (kind === 'NICKNAME' && same === 'SAME_SURNAME') continue;
    const name = recorded.find((each) => test(key, matchKey(each)));
    if (name !== undefined) return { kind, typed, recorded: name };
  }
  return null;
}

const TESTS: readonly (readonly [MatchKind, (a: string, b: string) => boolean])[] = [
  ['NICKNAME', sameByNickname],
  ['SOUNDS_LIKE', soundsLike],
  ['MISSPELT', isMisspelt],
];

function birthdayReasons(typed: CivilDate | undefined, recorded: CivilDate | null): MatchReason[] {
  if (typed === undefined || recorded === null) return [];
  if (typed === recorded) return [{ kind: 'SAME_BIRTHDAY' }];
  return [{ kind: birthdayKind(typed, recorded), typed, recorded }];
}

function birthdayKind(typed: CivilDate, recorded: CivilDate): MatchKind {
  const [a, b] = [partsOf(typed), partsOf(recorded)];
  if (a.year === b.year && a.day === b.month && a.month === b.day) return 'BIRTHDAY_SWAPPED';
  const sameButOne = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length === 2;
  const near = Math.abs(daysBetween(typed, recorded)) <= 3;
  return near || (sameButOne && Math.abs(a.year - b.year) <= 1) ? 'BIRTHDAY_NEAR' : 'DIFFERENT_BIRTHDAY';
}

function postcodeReasons(typed: string | undefined, recorded: readonly string[]): MatchReason[] {
  if (typed === undefined || recorded.length === 0) return [];
  if (recorded.includes(typed)) return [{ kind: 'SAME_POSTCODE' }];
  const sector = (postcode: string): string => postcode.slice(0, -2);
  if (recorded.some((each) => sector(each) === sector(typed))) return [{ kind: 'NEAR_POSTCODE' }];
  return [{ kind: 'DIFFERENT_POSTCODE' }];
}

function worth(reasons: readonly MatchReason[]): number {
  return reasons.reduce((sum, reason) => sum + POINTS[reason.kind], 0);
}

function isText(value: string | null | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
