import { describe, expect, it } from '@jest/globals';
import type { LeadHistoryLine } from '@encircle/shared/episodes';
import { withGaps } from './lead-history.model';

const led = (name: string, from: string, until: string | null): LeadHistoryLine => ({
  kind: 'LED',
  name,
  agency: 'School',
  leadType: 'LEAD_PROFESSIONAL',
  interim: false,
  from,
  until,
  how: null,
  reason: null,
});
const told = (lines: readonly LeadHistoryLine[], vacant: boolean) =>
  withGaps(lines, vacant).map((line) => [
    line.kind === 'NOBODY' ? 'nobody' : line.name,
    line.from,
    line.until,
  ]);

describe('who has led', () => {
  it('says when nobody did, and not between two who handed over', () => {
    const lines = [
      led('Hana', '2026-03-10T09:00:00.000Z', null),
      led('Yusuf', '2026-02-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z'),
      led('Lena', '2026-01-12T09:00:00.000Z', '2026-02-02T09:00:00.000Z'),
    ];
    expect(told(lines, false)).toEqual([
      ['Hana', '2026-03-10T09:00:00.000Z', null],
      ['nobody', '2026-03-02T09:00:00.000Z', '2026-03-10T09:00:00.000Z'],
      ['Yusuf', '2026-02-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z'],
      ['Lena', '2026-01-12T09:00:00.000Z', '2026-02-02T09:00:00.000Z'],
    ]);
  });

  it('says that nobody does now, but not of a case that is over', () => {
    const lines = [led('Lena', '2026-01-12T09:00:00.000Z', '2026-02-02T09:00:00.000Z')];
    expect(told(lines, true)[0]).toEqual(['nobody', '2026-02-02T09:00:00.000Z', null]);
    expect(told(lines, false)).toHaveLength(1);
    expect(told([], true)).toEqual([]);
  });
});
