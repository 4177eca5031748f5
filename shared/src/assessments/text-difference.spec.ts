import { describe, expect, it } from '@jest/globals';
import { textDifference } from './text-difference.js';

describe('what changed between two texts', () => {
  it('marks the words that are gone and the words that are new', () => {
    const runs = textDifference(
      'Kind to younger children. Two close friends, not in her class.',
      'She is kind to younger children and helps. Two close friends, one in her class.',
    );
    expect(runs.filter((run) => run.kind === 'GONE').map((run) => run.text.trim())).toEqual(['not']);
    expect(runs.filter((run) => run.kind === 'NEW').map((run) => run.text.trim())).toEqual([
      'She is',
      'and helps.',
      'one',
    ]);
  });

  it('takes no comfort in a single word both happen to have', () => {
    const runs = textDifference('Cries at the gate on Mondays', 'Sleeps badly on most nights');
    expect(runs.map((run) => run.kind)).not.toContain('SAME');
  });

  it('finds nothing in equal texts, and everything where there was nothing', () => {
    expect(textDifference('The same', 'The same')).toEqual([{ kind: 'SAME', text: 'The same' }]);
    expect(textDifference('', 'All new')).toEqual([{ kind: 'NEW', text: 'All new' }]);
    expect(textDifference('All gone', '')).toEqual([{ kind: 'GONE', text: 'All gone' }]);
    expect(textDifference('', '')).toEqual([]);
  });

  it('stays quick with long texts', () => {
    const long = (word: string): string => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(' ');
    expect(textDifference(long('a'), long('b'))).toHaveLength(2);
  });
});
