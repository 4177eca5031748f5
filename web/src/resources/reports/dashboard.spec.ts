import { describe, expect, it } from '@jest/globals';
import { barOf, barOfWhole, dashboardChoice, figureOf, quartersUpTo } from './dashboard.model';

const line = (count: number | null, words = String(count)) => ({
  key: 'k',
  label: 'Assessing',
  count,
  words,
  list: null,
});
const rate = (numerator: number | null, denominator: number | null, percent: number | null = null) => ({
  numerator,
  denominator,
  percent,
  hidden: numerator === null,
  list: null,
});

describe('quarters to choose from', () => {
  it('go back over the turn of the financial year', () =>
    expect(quartersUpTo('2026-04-01', 3).map((quarter) => quarter.key)).toEqual([
      'FY2026-Q1',
      'FY2025-Q4',
      'FY2025-Q3',
    ]));

  it('an address that names none is the present one', () =>
    expect(dashboardChoice(new URLSearchParams('quarter=soon&area=Harbour'))).toEqual({
      quarter: '',
      area: 'Harbour',
    }));
});

describe('figures', () => {
  it('a hidden number has words and no bar', () => {
    expect(barOf(line(null, '<5'))).toEqual({ label: 'Assessing', value: null, figure: '<5' });
    expect(barOf({ ...line(9), list: '/cases?state=ASSESSING' })).toMatchObject({
      value: 9,
      to: '/cases?state=ASSESSING',
    });
  });

  it('a share of fewer than ten is not told', () => {
    expect(barOfWhole(line(131), line(342)).note).toBe('38.3%');
    expect(barOfWhole(line(3), line(9)).note).toBeUndefined();
    expect(barOfWhole(line(null, '<5'), line(342)).note).toBeUndefined();
  });

  it('a tile shows a percentage where there is one, and nothing of hidden numbers', () => {
    expect(figureOf(rate(118, 146, 80.8), 'share')).toBe('80.8%');
    expect(figureOf(rate(118, 146, 80.8), 'count')).toBe('118');
    expect(figureOf(rate(3, 8, 37.5), 'share')).toBe('3');
    expect(figureOf(rate(null, null), 'share')).toBeNull();
  });
});
