import { describe, expect, it } from '@jest/globals';
import type { DueItem } from '@encircle/shared/my-week';
import { dayAndMonth, fitting, groupsOf, stripOf } from './week.model';

const item = (over: Partial<DueItem>): DueItem => ({
  key: `${over.kind ?? 'ACTION'}:${over.dueOn ?? ''}:${over.recordId ?? '1'}`,
  kind: 'ACTION',
  group: 'TODAY',
  episodeId: 'e',
  recordId: '1',
  child: null,
  dueOn: '2026-03-16',
  workingDaysLate: 0,
  text: null,
  note: null,
  at: null,
  invited: null,
  answered: null,
  reviewNo: null,
  owner: null,
  mine: true,
  version: 1,
  ...over,
});

describe('the strip of the week', () => {
  const items = [
    item({ group: 'OVERDUE', dueOn: '2026-03-12' }),
    item({ dueOn: '2026-03-16' }),
    item({ kind: 'MEETING', dueOn: '2026-03-18', at: '2026-03-18T15:30:00.000Z', group: 'THIS_WEEK' }),
    item({ kind: 'AGREEMENT', dueOn: '2026-03-22', group: 'THIS_WEEK' }),
    item({ kind: 'MEETING', dueOn: '2026-03-24', at: '2026-03-24T15:45:00.000Z', group: 'LATER' }),
    item({ dueOn: '2026-04-02', group: 'LATER' }),
  ];

  it('has five days, today marked with what is overdue, and one box for what follows', () => {
    const boxes = stripOf({ items, today: '2026-03-16' });
    expect(boxes.map((box) => [box.label, box.lines.length, box.overdue])).toEqual([
      ['Mon 16', 1, 1],
      ['Tue 17', 0, 0],
      ['Wed 18', 1, 0],
      ['Thu 19', 0, 0],
      ['Fri 20', 0, 0],
      [null, 2, 0],
    ]);
    expect(boxes[2]?.lines[0]?.time).toBe('15:30');
    expect(boxes[5]?.lines.map((line) => line.day)).toEqual(['Sun 22', 'Tue 24']);
  });

  it('shows the coming week at a weekend', () => {
    expect(stripOf({ items: [], today: '2026-03-21' })[0]?.label).toBe('Mon 23');
  });

  it('says how many lines it left out, never for a single one', () => {
    const lines = (n: number) => Array.from({ length: n }, () => ({ time: null, day: null, item: item({}) }));
    expect(fitting(lines(3))).toMatchObject({ more: 0 });
    expect(fitting(lines(5)).more).toBe(3);
  });
});

describe('groups', () => {
  it('keep the order of urgency and leave empty headings out', () => {
    const groups = groupsOf([item({ group: 'LATER' }), item({ group: 'OVERDUE' })]);
    expect(groups.map(({ group }) => group)).toEqual(['OVERDUE', 'LATER']);
  });

  it('name days without the year', () => {
    expect(dayAndMonth('2026-03-18')).toBe('Wed 18 March');
  });
});
