import { describe, expect, it } from '@jest/globals';
import { readTypedDate, showTypedDate } from './date-typing';

describe('typed dates', () => {
  it.each([
    ['5 March 2026', '2026-03-05'],
    ['Thu 5 March 2026', '2026-03-05'],
    ['5th Mar 2026', '2026-03-05'],
    ['5/3/2026', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['  29 February 2024 ', '2024-02-29'],
  ])('reads %s', (typed, date) => {
    expect(readTypedDate(typed)).toBe(date);
  });

  it.each(['35 March 2026', '29 February 2026', '5 Marzo', '3/15/2026', '5 March', '5 Foo 2026', ''])(
    'does not guess at "%s"',
    (typed) => {
      expect(readTypedDate(typed)).toBeNull();
    },
  );

  it('shows a stored date in words and leaves other text as it was typed', () => {
    expect(showTypedDate('2026-03-05')).toBe('5 March 2026');
    expect(showTypedDate('35 March')).toBe('35 March');
  });
});
