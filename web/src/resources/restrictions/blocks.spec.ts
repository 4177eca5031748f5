import { describe, expect, it } from '@jest/globals';
import { askersFor, standingOf } from './blocks.model';

const block = { until: null, confirmedAt: null, confirmBy: '2026-03-18' };

describe('where a block stands', () => {
  it('waits to the end of its last day, then is overdue', () => {
    expect(standingOf(block, '2026-03-18')).toBe('waiting');
    expect(standingOf(block, '2026-03-19')).toBe('overdue');
  });

  it('is confirmed once the officer has looked, and over once it ended, confirmed or not', () => {
    const confirmed = { ...block, confirmedAt: '2026-03-17T09:00:00Z', confirmBy: null };
    expect(standingOf(confirmed, '2026-04-01')).toBe('confirmed');
    expect(standingOf({ ...confirmed, until: '2026-03-20T09:00:00Z' }, '2026-04-01')).toBe('ended');
    expect(standingOf({ ...block, until: '2026-03-20T09:00:00Z' }, '2026-04-01')).toBe('ended');
  });
});

describe('for whom one may ask', () => {
  it('leaves the officer’s own judgement to the officer', () => {
    expect(askersFor('PRACT')).not.toContain('IGO');
    expect(askersFor('CAFC')).not.toContain('IGO');
    expect(askersFor('IGO')).toContain('IGO');
    expect(askersFor('PAR')).toEqual([]);
  });
});
