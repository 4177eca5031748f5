import { ATTENDANCE_CODES, codeRow } from '../codes/index.js';

interface Came {
  userId: string | null;
  agencyId: string | null;
  isFamily: boolean;
  attendance: string | null;
}

/** Meetings of a team and its family; consultations and handovers between workers need nobody else to count. */
const WITH_A_QUORUM: ReadonlySet<string> = new Set(['INITIAL_TAC', 'REVIEW_TAC', 'EXTRAORDINARY', 'CLOSURE']);
export const hasQuorum = (type: string): boolean => WITH_A_QUORUM.has(type);

/** Who was at the table, for the quorum of rule 4.2: a deputy stands for their service, not for whoever leads. */
export function whoCame(
  invitations: readonly Came[],
  leading: readonly string[],
): { familyPresent: boolean; leadOrChairPresent: boolean; services: number } {
  const there = invitations.flatMap((each) => {
    const code = each.attendance === null ? undefined : codeRow(ATTENDANCE_CODES, each.attendance);
    return code?.agency ? [{ ...each, themselves: code.person }] : [];
  });
  return {
    familyPresent: there.some((each) => each.isFamily),
    leadOrChairPresent: there.some(
      ({ userId, themselves }) => themselves && userId !== null && leading.includes(userId),
    ),
    services: new Set(
      there.flatMap(({ agencyId, isFamily }) => (agencyId === null || isFamily ? [] : [agencyId])),
    ).size,
  };
}
