import { describe, expect, it } from '@jest/globals';
import {
  BASE_ROLES,
  CASE_ROLES,
  RELATION_ROLES,
  abilityRules,
  ceilingFor,
  verbsOf,
  type BaseRole,
  type KindOfThing,
  type Role,
  type Thing,
  type Verb,
} from './index.js';

/** Which rows of the matrix stand behind what the handlers ask for; null: open to whoever is signed in. */
const KINDS_OF: Readonly<Record<Thing, readonly KindOfThing[] | null>> = {
  session: null,
  directory: null,
  // Asking for support, before there is anything to stand in a relation to (rule 1.3); the matrix has no row for it.
  enquiry: null,
  caseload: ['episode'],
  index: ['search-index'],
  case: ['episode'],
  child: ['person'],
  checklist: ['pre-caf'],
  consent: ['consent'],
  assessment: ['assessment'],
  meeting: ['meeting'],
  plan: ['plan'],
  note: ['note'],
  lead: ['lead-professional'],
  closure: ['closure'],
  safeguarding: ['step-up', 'override'],
  shield: ['shield'],
  // Rule 2.2, below the catalogue: the family, the lead, the worker concerned and their manager may ask.
  restriction: null,
  relative: null,
  override: ['override'],
  'access-review': ['override'],
  'access-log': ['access-log'],
  // Alerts are read from the log; what they come to is a review of access, as of an override.
  alert: ['access-log', 'override'],
  'attendance-report': ['figures'],
  dashboard: ['figures'],
  wording: ['administration'],
  timescale: ['administration'],
  delivery: ['administration'],
  agreements: ['consent'],
  // Holds, duplicates and the end of records, by reference and date.
  keeping: ['merge'],
  // Written before there is an agreement, as the first check is; the CAF team advises.
  // Rule 6.11: the officer answers for a person's own rights; the matrix has no row for it.
  'record-request': null,
  engagement: ['pre-caf', 'meeting', 'consent'],
  // Which cases a panel looks at, and what it says about them (T19, T20).
  panel: ['episode'],
  // Families by reference or made-up reference, and what their results lack (rule 9.1).
  claims: ['figures'],
};

/** What the matrix says in fine words, in the four of the handlers: who may bring about, see, change, decide. */
const COVERED_BY: Readonly<Partial<Record<Verb, readonly Verb[]>>> = {
  return: ['return'],
  create: ['create', 'propose', 'request', 'approve'],
  update: ['update', 'approve', 'answer', 'return', 'review'],
  approve: ['approve'],
};

const rolesOf = (role: BaseRole): readonly Role[] =>
  (CASE_ROLES as readonly Role[]).includes(role) ? [role, ...RELATION_ROLES] : [role];

const isWithinMatrix = (role: BaseRole, verb: Verb, kinds: readonly KindOfThing[]): boolean =>
  kinds.some((kind) =>
    rolesOf(role).some((each) => {
      const verbs = verbsOf(each, kind);
      return verb === 'read'
        ? verbs.length > 0
        : (COVERED_BY[verb] ?? []).some((wide) => verbs.includes(wide));
    }),
  );

describe("what the guard asks never exceeds a role's row of the matrix (rule 2.3)", () => {
  const cells = BASE_ROLES.flatMap((role) =>
    abilityRules(role).map(({ action, subject }): [BaseRole, Verb, Thing] => [role, action, subject]),
  );

  it.each(cells)('%s may %s a %s', (role, verb, thing) => {
    const kinds = KINDS_OF[thing];
    expect(kinds === null || isWithinMatrix(role, verb, kinds)).toBe(true);
    expect(ceilingFor(role).can(verb, thing)).toBe(true);
  });
});
