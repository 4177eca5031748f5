import { describe, expect, it } from '@jest/globals';
import { CAF_V1, section } from '@encircle/shared/forms';
import { differences, joined, settled, type Conflict } from './conflict.model';

const D04 = section(CAF_V1, 'D04');
const conflict: Conflict = {
  category: 'CHILD',
  aboutPersonId: null,
  sent: { status: 'ASSESSED', strengths: 'Helps in the library.', needs: 'Cries on Mondays.', needRating: 6 },
  stored: {
    answers: {
      status: 'ASSESSED',
      strengths: 'Kind to others.',
      needs: 'Cries on Mondays.',
      parentView: 'Mia agrees.',
    },
    version: 4,
    savedBy: 'Amir Khan',
    savedAt: '2026-03-16T10:42:00.000Z',
  },
};
const key = (field: string): string => `CHILD//${field}`;

describe('two people saved the same section', () => {
  it('shows only what differs, in the order of the form', () => {
    expect(differences(D04, conflict).map(({ key: at, canJoin }) => [at, canJoin])).toEqual([
      [key('strengths'), true],
      [key('needRating'), false],
      [key('parentView'), false],
    ]);
  });

  it('loses neither text when nobody chooses', () => {
    const result = settled(D04, conflict, new Map());
    expect(result['strengths']).toBe('Kind to others.\n\nHelps in the library.');
    expect(result['needRating']).toBe(6);
    expect(result['needs']).toBe('Cries on Mondays.');
  });

  it('keeps mine, theirs, or what was made of both', () => {
    const choose = (choice: 'MINE' | 'THEIRS' | 'JOIN', text?: string) =>
      settled(D04, conflict, new Map([[key('strengths'), { choice, ...(text ? { text } : {}) }]]))[
        'strengths'
      ];
    expect(choose('MINE')).toBe('Helps in the library.');
    expect(choose('THEIRS')).toBe('Kind to others.');
    expect(choose('JOIN', 'Kind, and helps.')).toBe('Kind, and helps.');
  });

  it('can keep what only the other one wrote', () => {
    const result = settled(D04, conflict, new Map([[key('parentView'), { choice: 'THEIRS' as const }]]));
    expect(result['parentView']).toBe('Mia agrees.');
  });

  it('puts theirs first when joining', () => {
    expect(joined({ key: 'x', label: 'x', mine: 'b', theirs: 'a', canJoin: true })).toBe('a\n\nb');
    expect(joined({ key: 'x', label: 'x', mine: 'b', theirs: null, canJoin: true })).toBe('b');
  });
});
