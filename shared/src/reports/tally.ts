import {
  addCounts,
  countAttendance,
  countFamilyAttendance,
  type AttendanceCounts,
} from '../attendance/index.js';
import type { AttendanceCode } from '../codes/index.js';

/** How many invitations of one code. */
export interface CodeTally {
  code: AttendanceCode;
  count: number;
}

/** Attendance of agencies from counts by code: the same rules as for single invitations (M10, M11). */
export function countTallies(tallies: Iterable<CodeTally>): AttendanceCounts {
  return sum(tallies, (code) => countAttendance([{ code }]));
}

/** The family's own. */
export function countFamilyTallies(tallies: Iterable<CodeTally>): AttendanceCounts {
  return sum(tallies, (code) => countFamilyAttendance([{ code, family: true }]));
}

function sum(
  tallies: Iterable<CodeTally>,
  one: (code: AttendanceCode) => AttendanceCounts,
): AttendanceCounts {
  let total = countAttendance([]);
  for (const { code, count } of tallies) total = addCounts(total, times(one(code), count));
  return total;
}

function times(counts: AttendanceCounts, n: number): AttendanceCounts {
  const product = { ...counts };
  for (const key of Object.keys(product) as (keyof AttendanceCounts)[]) product[key] = counts[key] * n;
  return product;
}
