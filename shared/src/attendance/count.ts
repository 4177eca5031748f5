import { ATTENDANCE_CODES, codeRow, type AttendanceCode } from '../codes/index.js';

/** One person invited to one meeting that was held, as coded afterwards (rule 4.2). */
export interface AttendanceFact {
  code: AttendanceCode;
  /** Family members are coded alike and never counted among agencies. */
  family?: boolean;
}

/** Whose attendance: a deputy counts for the agency and not for the person. */
export type AttendanceView = 'AGENCY' | 'PERSON';

/**
 * Counts of invitations. `attended`, `contributed` and `dna` are numerators over `denominator` (M10, M11);
 * late notices, visitors nobody invited and the other codes stand apart and in no rate.
 */
export interface AttendanceCounts {
  denominator: number;
  attended: number;
  contributed: number;
  dna: number;
  apologies: number;
  reports: number;
  deputies: number;
  lateNotice: number;
  uninvited: number;
  /** Not required, asked not to come, meeting did not take place */
  outside: number;
}

const NOTHING: Readonly<AttendanceCounts> = {
  denominator: 0,
  attended: 0,
  contributed: 0,
  dna: 0,
  apologies: 0,
  reports: 0,
  deputies: 0,
  lateNotice: 0,
  uninvited: 0,
  outside: 0,
};

/** Agencies' attendance; rows of family members are left out. */
export function countAttendance(
  facts: Iterable<AttendanceFact>,
  view: AttendanceView = 'AGENCY',
): AttendanceCounts {
  return countWhere(facts, view, (fact) => !fact.family);
}

/** The family's own attendance, shown apart and never in a league. */
export function countFamilyAttendance(facts: Iterable<AttendanceFact>): AttendanceCounts {
  return countWhere(facts, 'PERSON', (fact) => fact.family === true);
}

/** Counts by a key, such as agency, role or month, keys in order of first appearance. */
export function countBy<F extends AttendanceFact, K>(
  facts: Iterable<F>,
  keyOf: (fact: F) => K,
  view: AttendanceView = 'AGENCY',
): Map<K, AttendanceCounts> {
  const groups = new Map<K, AttendanceCounts>();
  for (const fact of facts) {
    if (fact.family) continue;
    const key = keyOf(fact);
    groups.set(key, addCounts(groups.get(key) ?? NOTHING, countOne(fact, view)));
  }
  return groups;
}

export function addCounts(a: AttendanceCounts, b: AttendanceCounts): AttendanceCounts {
  const keys = Object.keys(NOTHING) as (keyof AttendanceCounts)[];
  const sum = { ...NOTHING };
  for (const key of keys) sum[key] = a[key] + b[key];
  return sum;
}

function countWhere(
  facts: Iterable<AttendanceFact>,
  view: AttendanceView,
  counted: (fact: AttendanceFact) => boolean,
): AttendanceCounts {
  let total: AttendanceCounts = { ...NOTHING };
  for (const fact of facts) if (counted(fact)) total = addCounts(total, countOne(fact, view));
  return total;
}

function countOne({ code }: AttendanceFact, view: AttendanceView): AttendanceCounts {
  const row = codeRow(ATTENDANCE_CODES, code);
  const came = view === 'AGENCY' ? row.agency : row.person;
  const one = (holds: boolean): number => (holds ? 1 : 0);
  return {
    denominator: one(row.invited),
    attended: one(row.invited && came),
    contributed: one(row.invited && row.contributed && (came || code === 'REP')),
    dna: one(code === 'DNA'),
    apologies: one(code === 'APO'),
    reports: one(code === 'REP'),
    deputies: one(code === 'DEP'),
    lateNotice: one(code === 'LATE_NOTICE'),
    uninvited: one(code === 'UNINV'),
    outside: one(code === 'NOT_REQ' || code === 'DECL_CONSENT' || code === 'MTG_CAN'),
  };
}
