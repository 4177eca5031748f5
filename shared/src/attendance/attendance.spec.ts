import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTENDANCE_CODES, type AttendanceCode } from '../codes/index.js';
import * as attendance from './index.js';

const coded = (...codes: AttendanceCode[]) => codes.map((code) => ({ code }));
const run = (...codes: AttendanceCode[]): attendance.RunFact[] =>
  codes.map((code, index) => ({ meetingId: `m${index + 1}`, code, required: true }));

describe('story ST09: an educational psychologist and six meetings', () => {
  const SIX: AttendanceCode[] = ['APO', 'DNA', 'DNA', 'REP', 'ATT', 'DNA'];

  it('the lead professional is told after the second, manager and CAF team after the third, none later', () =>
    expect(attendance.escalations(run(...SIX))).toEqual([
      { meetingId: 'm2', run: 2, level: 'LEAD' },
      { meetingId: 'm3', run: 3, level: 'MANAGER_AND_CAF_TEAM' },
    ]));

  it('a report ends the run', () => {
    expect(attendance.missedRun(run(...SIX.slice(0, 4)))).toBe(0);
    expect(attendance.missedRun(run(...SIX))).toBe(1);
  });

  it('six invitations: attended 16.7 %, contributed 33.3 %, no word 50.0 %', () => {
    const counts = attendance.countAttendance(coded(...SIX));
    expect(counts).toMatchObject({ denominator: 6, attended: 1, contributed: 2, dna: 3 });
    expect(attendance.formatPercent(counts.attended, 6)).toBe('16.7%');
    expect(attendance.formatPercent(counts.contributed, 6)).toBe('33.3%');
    expect(attendance.formatPercent(counts.dna, 6)).toBe('50.0%');
  });

  it('a seventh with four working days of notice stays out of the denominator', () => {
    expect(attendance.isLateNotice('2026-03-10', '2026-03-16')).toBe(true);
    expect(attendance.isLateNotice('2026-03-02', '2026-03-16')).toBe(false);
    expect(attendance.codeAfterNotice('DNA', true)).toBe('LATE_NOTICE');
    expect(attendance.codeAfterNotice('REP', true)).toBe('REP');
    expect(attendance.codeAfterNotice('DNA', false)).toBe('DNA');
    const counts = attendance.countAttendance(coded(...SIX, 'LATE_NOTICE', 'MTG_CAN'));
    expect(counts).toMatchObject({ denominator: 6, lateNotice: 1, outside: 1 });
  });

  it('a deputy counts for the agency and not for the person', () => {
    expect(attendance.countAttendance(coded('DEP'))).toMatchObject({
      denominator: 1,
      attended: 1,
      contributed: 1,
    });
    expect(attendance.countAttendance(coded('DEP'), 'PERSON')).toMatchObject({
      denominator: 1,
      attended: 0,
      contributed: 0,
      deputies: 1,
    });
  });

  it('someone who came uninvited is in no rate', () =>
    expect(attendance.countAttendance(coded('UNINV'))).toMatchObject({
      denominator: 0,
      attended: 0,
      contributed: 0,
      uninvited: 1,
    }));

  it('the family is counted apart', () => {
    const facts = [...coded('ATT'), { code: 'DNA' as const, family: true }];
    expect(attendance.countAttendance(facts)).toMatchObject({ denominator: 1, dna: 0 });
    expect(attendance.countFamilyAttendance(facts)).toMatchObject({ denominator: 1, dna: 1 });
    expect([...attendance.countBy(facts, () => 'all').values()]).toHaveLength(1);
  });

  it('in the quarterly report six invitations give no rate', () =>
    expect(attendance.shownPercent(1, 6)).toEqual({ shown: false, words: 'too few to show' }));
});

describe('runs of missed meetings (rule 4.2)', () => {
  it.each<[string, attendance.RunFact[], number]>([
    ['a meeting that did not happen is passed over', run('DNA', 'MTG_CAN', 'DNA'), 2],
    ['an invitation that came too late is passed over', run('DNA', 'LATE_NOTICE', 'APO'), 2],
    ['a deputy ends the run', run('DNA', 'APO', 'DEP'), 0],
    [
      'someone only welcome is not missed',
      run('DNA', 'DNA').map((fact) => ({ ...fact, required: false })),
      0,
    ],
    ['one of two colleagues is enough', [...run('DNA'), { meetingId: 'm1', code: 'ATT', required: true }], 0],
  ])('%s', (_title, facts, expected) => expect(attendance.missedRun(facts)).toBe(expected));

  it('an authority may be told sooner', () =>
    expect(
      attendance.escalations(run('DNA', 'DNA'), { lead: 1, manager: 2 }).map((each) => each.level),
    ).toEqual(['LEAD', 'MANAGER_AND_CAF_TEAM']));
});

describe('rates (rule 7.1)', () => {
  it.each([
    [1301, 1665, 78.1],
    [387, 432, 89.6],
    [1, 8, 12.5],
    [49, 400, 12.3],
    [1, 2000, 0.1],
    [0, 10, 0],
    [10, 10, 100],
    [0, 0, null],
  ])('%i of %i is %p per cent', (n, d, expected) => expect(attendance.percent(n, d)).toBe(expected));

  it('is within half a tenth of the true share, and rounds halves up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (d, n) => {
        fc.pre(n <= d);
        const error = (attendance.percent(n, d) ?? 0) - (n * 100) / d;
        expect(error).toBeGreaterThan(-0.05 - 1e-9);
        expect(error).toBeLessThan(0.05 + 1e-9);
      }),
    );
  });

  it.each<[number, number, ReturnType<typeof attendance.heatStep>]>([
    [0, 0, 'NONE'],
    [9, 9, 'FEW'],
    [6, 10, 1],
    [599, 1000, 0],
    [3, 4, 'FEW'],
    [75, 100, 2],
    [849, 1000, 2],
    [85, 100, 3],
    [949, 1000, 3],
    [95, 100, 4],
    [10, 10, 4],
  ])('%i of %i has shade %p', (n, d, step) => expect(attendance.heatStep(n, d)).toBe(step));

  it('a role is looked at from 10 invitations and a quarter without a word', () => {
    expect(attendance.missesTooMany(3, 12)).toBe(true);
    expect(attendance.missesTooMany(2, 12)).toBe(false);
    expect(attendance.missesTooMany(9, 9)).toBe(false);
  });

  it('counts add up whatever the order, and parts make the whole', () => {
    const anyFacts = fc.array(
      fc.record({
        code: fc.constantFrom(...ATTENDANCE_CODES.codes),
        agency: fc.constantFrom('school', 'health', 'police'),
        family: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const whole = attendance.countAttendance(facts);
        const parts = [...attendance.countBy(facts, (fact) => fact.agency).values()];
        const sum = parts.reduce(attendance.addCounts, attendance.countAttendance([]));
        expect(sum).toEqual(whole);
        expect(whole.attended).toBeLessThanOrEqual(whole.contributed);
        expect(whole.contributed + whole.dna + whole.apologies).toBe(whole.denominator);
      }),
    );
  });
});

describe('suppression in reports that leave the team (rule 7.1)', () => {
  it('a count below five is not printed', () => {
    expect(attendance.shownCount(4)).toEqual({ shown: false, words: '<5' });
    expect(attendance.shownCount(5)).toEqual({ shown: true, value: 5 });
    expect(attendance.shownPercent(5, 10)).toEqual({ shown: true, value: 50 });
  });

  it('beside a single small cell the next smallest is hidden too', () =>
    expect(attendance.hiddenCells([[3, 12, 40]])).toEqual([[true, true, false]]));

  it('two small cells hide each other', () =>
    expect(attendance.hiddenCells([[3, 4, 40]])).toEqual([[true, true, false]]));

  it('no row or column of any table has exactly one hidden cell', () => {
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .chain(([h, w]) =>
        fc.array(fc.array(fc.nat(30), { minLength: w, maxLength: w }), { minLength: h, maxLength: h }),
      );
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = attendance.hiddenCells(table);
        const columns = hidden[0]?.map((_cell, c) => hidden.map((row) => row[c])) ?? [];
        for (const line of [...hidden, ...columns]) expect(line.filter(Boolean).length).not.toBe(1);
        table.forEach((row, r) =>
          row.forEach((count, c) => expect(count >= 5 || (hidden[r]?.[c] ?? false)).toBe(true)),
        );
      }),
    );
  });
});
