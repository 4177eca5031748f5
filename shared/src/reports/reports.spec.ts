import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countAttendance, countFamilyAttendance } from '../attendance/index.js';
import { ATTENDANCE_CODES } from '../codes/index.js';
import { addDays, ageBand } from '../dates/index.js';
import {
  ageCutoffs,
  ageingOf,
  BANDS_BY_AGE,
  guardedList,
  guardedRate,
  guardedTable,
  hiddenFigures,
} from './index.js';
import { countFamilyTallies, countTallies } from './tally.js';

const anyTallies = fc.array(
  fc.record({ code: fc.constantFrom(...ATTENDANCE_CODES.codes), count: fc.nat(6) }),
  { maxLength: 12 },
);

describe('counts by code', () => {
  it('give the same figures as the invitations one by one', () => {
    fc.assert(
      fc.property(anyTallies, (tallies) => {
        const facts = tallies.flatMap(({ code, count }) => Array.from({ length: count }, () => ({ code })));
        expect(countTallies(tallies)).toEqual(countAttendance(facts));
        expect(countFamilyTallies(tallies)).toEqual(
          countFamilyAttendance(facts.map((fact) => ({ ...fact, family: true }))),
        );
      }),
    );
  });
});

describe('age cut-offs', () => {
  it('put every birth date into the band of rule 7.1, leap days included', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(day, fc.nat(30 * 366), (today, before) => {
        const born = addDays(today, -before);
        const index = ageCutoffs(today).filter((cutoff) => born <= cutoff).length;
        expect(BANDS_BY_AGE[index]).toBe(ageBand(born, today));
      }),
    );
  });

  it.each(['2026-02-28', '2026-03-01', '2028-02-29', '2026-03-16'])(
    'holds around 29 February, on %s',
    (today) => {
      for (const born of ['2008-02-28', '2008-02-29', '2008-03-01', '2012-02-29', '2020-02-29', '2021-02-28'])
        expect(BANDS_BY_AGE[ageCutoffs(today).filter((cutoff) => born <= cutoff).length]).toBe(
          ageBand(born, today),
        );
    },
  );
});

describe('how late', () => {
  it.each([
    ['2026-03-13', '2026-03-14', 'UP_TO_10'],
    ['2026-03-02', '2026-03-16', 'UP_TO_10'],
    ['2026-02-27', '2026-03-16', 'UP_TO_20'],
    ['2026-02-13', '2026-03-16', 'OVER_20'],
  ])('due %s, on %s: %s', (due, today, expected) => expect(ageingOf(due, today)).toBe(expected));
});

describe('small numbers (rule 7.1)', () => {
  it('a hidden neighbour is a range that starts nowhere below it', () =>
    expect(guardedList([2, 78, 126, 103, 33]).map(({ words }) => words)).toEqual([
      '<5',
      '78',
      '126',
      '103',
      '31 to 35',
    ]));

  it('a range holds the true number and leaves the small one open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 7 }), (counts) => {
        guardedList(counts).forEach(({ count, words }, index) => {
          const real = counts[index] ?? 0;
          if (count !== null) return expect(count).toBe(real);
          const range = / to /.test(words) ? words.split(' to ').map(Number) : [0, 4];
          expect(real).toBeGreaterThanOrEqual(range[0] ?? NaN);
          expect(real).toBeLessThanOrEqual(range[1] ?? NaN);
        });
      }),
    );
  });

  it('hides a share when what is left of the whole is small, and gives no percentage under 10', () => {
    expect(guardedRate(40, 43).hidden).toBe(true);
    expect(guardedRate(3, 43).hidden).toBe(true);
    expect(guardedRate(20, 40).percent).toBe(50);
    expect(guardedRate(4, 9)).toEqual({ numerator: null, denominator: null, percent: null, hidden: true });
  });

  it('shows no number below five anywhere in a table', () =>
    expect(guardedTable([[3, 12, 40]]).map((row) => row.map(({ words }) => words))).toEqual([
      ['<5', 'not shown', '40'],
    ]));

  it('no line of an attendance table has exactly one gap', () => {
    const cell = fc
      .tuple(fc.nat(20), fc.nat(20), fc.nat(20))
      .map(([a, b, c]) => ({ attended: a, contributed: a + b, invited: a + b + c }));
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((w) => fc.array(fc.array(cell, { minLength: w, maxLength: w }), { minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = hiddenFigures(table);
        const columns = hidden[0]?.map((_cell, c) => hidden.map((row) => row[c])) ?? [];
        for (const line of [...hidden, ...columns]) expect(line.filter(Boolean).length).not.toBe(1);
        table.forEach((row, r) =>
          row.forEach((each, c) =>
            expect(Math.min(each.attended, each.contributed, each.invited) >= 5 || hidden[r]?.[c]).toBe(true),
          ),
        );
      }),
    );
  });
});
