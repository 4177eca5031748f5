import { describe, expect, it } from '@jest/globals';
import {
  choiceOf,
  countIn,
  headingsOf,
  LINES,
  numeratorOf,
  questionOf,
  searchOf,
  shareOf,
  spokenMonth,
} from './attendance.model';

const figure = (attended: number, contributed: number, invited: number) => ({
  attended,
  contributed,
  invited,
  attendedPercent: null,
  contributedPercent: null,
  hidden: false,
});

describe('the address of the attendance page', () => {
  it('says nothing of the usual and keeps everything else', () => {
    const usual = choiceOf(new URLSearchParams());
    expect(searchOf(usual)).toEqual({});
    const other = {
      ...usual,
      view: 'attended',
      by: 'role',
      area: 'Harbour',
      months: '24',
      list: true,
    } as const;
    const cell = { key: '57988f95678e', month: '2025-11' };
    expect(choiceOf(new URLSearchParams(searchOf({ ...other, cell })))).toEqual({ ...other, cell });
  });

  it('takes no cell, span or view that is not one', () => {
    expect(choiceOf(new URLSearchParams('cell=CAMHS.2025-11&months=99&view=liked&by=child'))).toMatchObject({
      cell: null,
      months: '12',
      view: 'contributed',
      by: 'agency',
    });
  });

  it('asks for no area and no span where small numbers are hidden', () => {
    const choice = choiceOf(new URLSearchParams('area=Harbour&months=6&by=role'));
    expect(questionOf(choice, true)).toEqual({ by: 'role' });
    expect(questionOf(choice, false)).toEqual({ by: 'role', locality: 'Harbour', months: '6' });
  });
});

describe('words of the table', () => {
  const unfinished = (name: string) => `${name} so far`;

  it('a year stands at the first month and each January', () =>
    expect(headingsOf(['2025-11', '2025-12', '2026-01', '2026-02'], unfinished)).toEqual([
      'Nov 25',
      'Dec',
      'Jan 26',
      'Feb so far',
    ]));

  it('every heading is different, also over two years', () => {
    const months = Array.from(
      { length: 24 },
      (_none, n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    );
    expect(new Set(headingsOf(months, () => null)).size).toBe(24);
    expect(spokenMonth('2024-11', months)).toBe('November 2024');
    expect(spokenMonth('2025-11', ['2025-11'])).toBe('November');
  });

  it('a share is told from ten invitations', () => {
    expect(shareOf(figure(4, 6, 14), 'contributed')).toBe('42.9%');
    expect(shareOf(figure(4, 6, 14), 'attended')).toBe('28.6%');
    expect(shareOf(figure(4, 6, 9), 'contributed')).toBeNull();
    expect(numeratorOf({ ...figure(1, 2, 3), contributed: null }, 'contributed')).toBeNull();
  });

  it('every code has its one line in the panel', () => {
    const codes = LINES.flatMap((line) => [...line.codes] as string[]);
    expect(new Set(codes).size).toBe(11);
    expect(
      countIn(
        [
          { code: 'ATT', count: 4 },
          { code: 'PART', count: 1 },
          { code: 'REP', count: 2 },
        ],
        ['ATT', 'PART'],
      ),
    ).toBe(5);
  });
});
