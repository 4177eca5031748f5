import { describe, expect, it } from '@jest/globals';
import { attendanceProblems } from './attendance-problems.js';
import { isShortNotice, meetingWarnings } from './notice.js';

describe('notice', () => {
  it('is short below ten working days, bank holidays not counted', () => {
    expect(isShortNotice('2026-02-09', '2026-02-23')).toBe(false);
    expect(isShortNotice('2026-02-10', '2026-02-23')).toBe(true);
    expect(isShortNotice('2026-03-27', '2026-04-13')).toBe(true);
  });

  it('warns of weekends, bank holidays and dates after the due day', () => {
    const codes = (on: string, due: string | null = null) =>
      meetingWarnings(on, '2026-02-02', due).map(({ code }) => code);
    expect(codes('2026-03-14')).toEqual(['WEEKEND']);
    expect(codes('2026-04-03', '2026-03-31')).toEqual(['BANK_HOLIDAY', 'AFTER_DUE']);
    expect(codes('2026-02-04')).toEqual(['SHORT_NOTICE']);
    expect(codes('2026-01-20')).toEqual([]);
  });
});

describe('entries of attendance by themselves', () => {
  const entry = (over: object = {}) => ({ invitationId: 'a', code: 'ATT', ...over });

  it('name a deputy exactly when one came', () => {
    expect(attendanceProblems([entry({ code: 'DEP' })])).toHaveProperty(['entries.0.deputyName']);
    expect(attendanceProblems([entry({ deputyName: 'Jo' })])).toHaveProperty(['entries.0.deputyName']);
    expect(attendanceProblems([entry({ code: 'DEP', deputyName: 'Jo' })])).toEqual({});
  });

  it('hold each person once, and never the mark of a meeting that was not held', () => {
    const problems = attendanceProblems([entry(), entry(), entry({ invitationId: 'b', code: 'MTG_CAN' })]);
    expect(Object.keys(problems)).toEqual(['entries.1.invitationId', 'entries.2.code']);
  });
});
