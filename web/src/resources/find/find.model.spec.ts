import { describe, expect, it } from '@jest/globals';
import { isLikely, purposeFor, reasonLines, typedInWords } from './find.model';
import type { KnownChildView } from '@encircle/shared/people';

describe('the reasons of a near match in words', () => {
  it('says the same kind once, and what differs once and last', () =>
    expect(
      reasonLines([
        { kind: 'DIFFERENT_BIRTHDAY' },
        { kind: 'SOUNDS_LIKE', typed: 'Ava', recorded: 'Eva' },
        { kind: 'SOUNDS_LIKE', typed: 'Ames', recorded: 'Aimes' },
        { kind: 'DIFFERENT_POSTCODE' },
      ]),
    ).toEqual([
      {
        kind: 'SOUNDS_LIKE',
        pairs: [
          { typed: 'Ava', recorded: 'Eva' },
          { typed: 'Ames', recorded: 'Aimes' },
        ],
        recorded: 'Eva',
        different: [],
      },
      { kind: 'DIFFERENT_BIRTHDAY', pairs: [], different: ['birthday', 'postcode'] },
    ]));

  it.each([
    [['SAME_NAME', 'SAME_BIRTHDAY'], true],
    [['SAME_NHS_NUMBER'], true],
    [['SAME_NAME', 'DIFFERENT_BIRTHDAY'], false],
    [['SOUNDS_LIKE', 'BIRTHDAY_SWAPPED'], false],
  ])('%p is likely: %p', (kinds, likely) =>
    expect(isLikely({ reasons: kinds.map((kind) => ({ kind })) } as KnownChildView)).toBe(likely),
  );
});

describe('what was typed', () => {
  it('is said back and no more', () =>
    expect(typedInWords({ name: ' Ava Ames ', postcode: 'qx4 7ab' })).toBe('Ava Ames, QX4 7AB'));

  it('goes with a purpose the role may give', () => {
    expect(purposeFor('PRACT', 'starting')).toBe('ASSESS');
    expect(purposeFor('MASH', 'safety')).toBe('SAFEGUARD');
    expect(purposeFor('IGO', 'other')).toBe('SUBJECT');
  });
});
