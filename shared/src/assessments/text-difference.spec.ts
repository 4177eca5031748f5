import { describe, expect, it } from '@jest/globals';
import { textDifference } from './text-difference.js';

describe('what changed between two texts', () => {
  it('marks the words that are gone and the words that are new', () => {
    expect(
      textDifference('Two close friends, not in her class.', 'Two close friends. One is in her class.'),
    ).toEqual([
      { kind: 'SAME', text: 'Two close ' },
      { kind: 'GONE', text: 'friends, not ' },
      { kind: 'NEW', text: 'friends. One is ' },
      { kind: 'SAME', text: 'in her class.' },
    ]);
  });

  it('finds nothing in equal texts, and everything where there was nothing', () => {
    expect(textDifference('The same', 'The same')).toEqual([{ kind: 'SAME', text: 'The same' }]);
    expect(textDifference('', 'All new')).toEqual([{ kind: 'NEW', text: 'All new' }]);
    expect(textDifference('All gone', '')).toEqual([{ kind: 'GONE', text: 'All gone' }]);
    expect(textDifference('', '')).toEqual([]);
  });

  it('puts both texts together again from its runs', () => {
    const [a, b] = [
      'Cries four mornings in five.\nTummy ache on Mondays.',
      'Cries one morning in five. Tummy ache on two Mondays.',
    ];
    const runs = textDifference(a, b);
    const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const of = (gone: 'GONE' | 'NEW') =>
      runs
        .filter((run) => run.kind !== gone)
        .map((run) => run.text)
        .join('');
    expect(tidy(of('NEW'))).toBe(tidy(a));
    expect(tidy(of('GONE'))).toBe(tidy(b));
  });

  it('stays quick with long texts', () => {
    const long = (word: string): string => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(' ');
    expect(textDifference(long('a'), long('b'))).toHaveLength(2);
  });
});
