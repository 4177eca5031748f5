import { describe, expect, it } from '@jest/globals';
import { beginsGroup, wholeOf } from './figures.model';

const ALL = [
  { figure: 'TAP', code: 'BEGUN', count: 5 },
  { figure: 'TAP', code: 'AGREED_LATER', count: 2 },
  { figure: 'REVIEWS', code: 'DUE', count: 3 },
];

describe('the whole of a figure', () => {
  it.each([
    ['TAP', 'AGREED_LATER', 5],
    ['REVIEWS', 'IN_TIME', 3],
    ['REVIEWS', 'UPHELD', 0],
    ['TAP', 'BEGUN', null],
    ['ACTS', 'GIVEN', null],
  ])('%s %s: %s', (figure, code, whole) => expect(wholeOf({ figure, code }, ALL)).toBe(whole));
});

describe('the word of a group', () => {
  it('stands at the first line of the group', () => {
    expect(ALL.map((row) => beginsGroup(row, ALL))).toEqual([true, false, true]);
  });
});
