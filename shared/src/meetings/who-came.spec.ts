import { describe, expect, it } from '@jest/globals';
import { hasQuorum, whoCame } from './who-came.js';

const came = (userId: string | null, agencyId: string | null, attendance: string | null) => ({
  userId,
  agencyId,
  isFamily: agencyId === null,
  attendance,
});
const TABLE = [
  came('lena', 'school', 'ATT'),
  came('carl', 'camhs', 'REP'),
  came('hana', 'health', 'DEP'),
  came('yusuf', 'support', 'PART'),
  came(null, null, 'ATT'),
];

describe('who was at the table', () => {
  it('counts services once, deputies and part of the time too, and no report', () => {
    expect(whoCame(TABLE, ['lena'])).toEqual({ familyPresent: true, leadOrChairPresent: true, services: 3 });
    expect(whoCame([...TABLE, came('lou', 'school', 'UNINV')], ['lena']).services).toBe(3);
  });

  it('a deputy stands for the service, and leads nothing', () => {
    expect(whoCame(TABLE, ['hana']).leadOrChairPresent).toBe(false);
    expect(whoCame(TABLE, ['carl', 'yusuf']).leadOrChairPresent).toBe(true);
  });

  it('the family is there when one of them came', () => {
    const without = TABLE.filter((each) => !each.isFamily);
    expect(whoCame(without, ['lena']).familyPresent).toBe(false);
    expect(whoCame([...without, came(null, null, 'APO')], ['lena']).familyPresent).toBe(false);
    expect(whoCame([...without, came(null, null, null)], ['lena']).familyPresent).toBe(false);
  });

  it('is asked of meetings with a family alone', () => {
    expect(['INITIAL_TAC', 'REVIEW_TAC', 'TAP_CONSULTATION', 'TRANSFER_HANDOVER'].map(hasQuorum)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
