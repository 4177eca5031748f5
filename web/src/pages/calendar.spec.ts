import { describe, expect, it } from '@jest/globals';
import { holidaysFrom, monthSheet, threeMonths } from './calendar';

describe('the page of public dates', () => {
  it('lays a month out from Monday', () => {
    const { weeks } = monthSheet('2026-03-01');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
    expect(weeks).toHaveLength(6);
    expect(weeks[5]?.slice(0, 3)).toEqual(['2026-03-30', '2026-03-31', null]);
  });

  it('shows this month and the next two, over the new year too', () => {
    expect(threeMonths('2026-11-22').map(({ first }) => first)).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]);
  });

  it('lists the holidays of every month shown', () => {
    expect(holidaysFrom('2026-11-22').map(({ date }) => date)).toEqual([
      '2026-12-25',
      '2026-12-28',
      '2027-01-01',
    ]);
  });

  it('lists the holidays still to come this year', () => {
    expect(holidaysFrom('2026-03-16')).toEqual([
      { date: '2026-04-03', name: 'Good Friday' },
      { date: '2026-04-06', name: 'Easter Monday' },
      { date: '2026-05-04', name: 'Early May bank holiday' },
      { date: '2026-05-25', name: 'Spring bank holiday' },
      { date: '2026-08-31', name: 'Summer bank holiday' },
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2026-12-28', name: 'Boxing Day' },
    ]);
  });
});
