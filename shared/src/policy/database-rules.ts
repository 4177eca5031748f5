import { ENGLAND_AND_WALES } from '../dates/index.js';
import { ORDINARY_CATEGORIES, type Category } from './categories.js';
import { REACH, type StandingKind, type Way } from './reach.js';
import { CASE_ROLES, FAMILY_ROLES, RELATION_ROLES } from './roles.js';
import { DEFAULT_SETTINGS } from './settings.js';

/** The years whose bank holidays the database is told, so that it counts working days as the program does. */
const YEARS: readonly [first: number, last: number] = [2018, 2045];

/** What the guards of the database are written from. A migration imports nothing of ours, so this is kept as a file. */
export interface DatabaseRules {
  reach: Readonly<Record<StandingKind, Readonly<Record<Category, Way>>>>;
  ordinary: readonly Category[];
  team: readonly string[];
  writers: readonly string[];
  workers: readonly string[];
  family: readonly string[];
  readOnlyWorkingDays: number;
  readOnlyMonthsAfterClosing: number;
  holidays: readonly string[];
}

export function databaseRules(): DatabaseRules {
  const { readOnlyWorkingDays, readOnlyMonthsAfterClosing } = DEFAULT_SETTINGS;
  return {
    reach: REACH,
    ordinary: ORDINARY_CATEGORIES,
    team: RELATION_ROLES,
    writers: [...RELATION_ROLES, 'CAFC_TASK'],
    workers: CASE_ROLES,
    family: FAMILY_ROLES,
    readOnlyWorkingDays,
    readOnlyMonthsAfterClosing,
    holidays: holidays(),
  };
}

function holidays(): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(YEARS[0], 0, 1); at < Date.UTC(YEARS[1] + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (ENGLAND_AND_WALES.holidayName(day) !== null) days.push(day);
  }
  return days;
}

/** The file `migrations/src/sql/rules.ts`, as `npm run access:rules` writes it. */
export function rulesFile(rules: DatabaseRules = databaseRules()): string {
  return `/** Written by \`npm run access:rules\` from shared/src/policy/reach.ts and its neighbours; a test holds the two equal. */
export interface Rules {
  readonly reach: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ordinary: readonly string[];
  readonly team: readonly string[];
  readonly writers: readonly string[];
  readonly workers: readonly string[];
  readonly family: readonly string[];
  readonly readOnlyWorkingDays: number;
  readonly readOnlyMonthsAfterClosing: number;
  readonly holidays: readonly string[];
}

export const RULES: Rules = ${JSON.stringify(rules, null, 2)};
`;
}
