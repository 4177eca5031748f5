import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import * as dates from './index.js';

const platform = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function byPlatform(instant: string): string {
  const part = Object.fromEntries(platform.formatToParts(Date.parse(instant)).map((p) => [p.type, p.value]));
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`;
}

describe('London time', () => {
  it.each([
    ['2026-03-29T00:59:00Z', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['2026-10-25T00:59:00Z', '2026-10-25', '01:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25', '01:00'],
    ['2026-06-30T23:30:00Z', '2026-07-01', '00:30'],
    ['2026-12-31T23:30:00.000Z', '2026-12-31', '23:30'],
    ['2026-07-01T00:30:00+01:00', '2026-07-01', '00:30'],
  ])('at %s it is %s %s in London', (instant, date, time) => {
    expect(dates.londonDate(instant)).toBe(date);
    expect(dates.londonTime(instant)).toBe(time);
  });

  it.each([
    ['2026-03-16', '2026-03-16T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ])('%s begins at %s', (date, instant) => expect(dates.londonStartOfDay(date)).toBe(instant));

  it('a time skipped in March is an hour later; one that comes twice is the first', () => {
    expect(dates.londonTime(dates.londonInstant('2026-03-29', '01:30'))).toBe('02:30');
    expect(dates.londonInstant('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('both days of a consent count, from the start of the first to the end of the last', () =>
    expect(dates.londonDaysAsInstants('2026-01-12', '2026-06-11')).toEqual({
      start: '2026-01-12T00:00:00.000Z',
      end: '2026-06-11T23:00:00.000Z',
    }));

  it.each(['2026-03-16', '2026-03-16T09:00:00', 'soon', '2026-03-45T09:00:00Z'])(
    'refuses %s, which is no instant with a zone',
    (text) => expect(() => dates.londonDate(text)).toThrow(RangeError),
  );

  it('refuses a time that is none', () =>
    expect(() => dates.londonInstant('2026-03-16', '9:00')).toThrow(RangeError));

  it('agrees with the zone tables of the platform', () => {
    const instants = fc
      .integer({ min: Date.UTC(1996, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 })
      .map((minute) => new Date(minute * 60_000).toISOString());
    fc.assert(
      fc.property(instants, (instant) => {
        expect(`${dates.londonDate(instant)} ${dates.londonTime(instant)}`).toBe(byPlatform(instant));
        expect(dates.londonDate(dates.londonStartOfDay(dates.londonDate(instant)))).toBe(
          dates.londonDate(instant),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never asks the machine for its own zone or its clock', () => {
    const local = Object.getOwnPropertyNames(Date.prototype).filter((name) =>
      /^(get|set)(?!UTC|Time$)|^to(String|DateString|TimeString|Locale)/.test(name),
    );
    const refuse = (name: string) => () => {
      throw new Error(`${name} depends on the machine`);
    };
    const spies = [
      ...local.map((name) => jest.spyOn(Date.prototype, name as 'getHours').mockImplementation(refuse(name))),
      jest.spyOn(Date, 'now').mockImplementation(refuse('Date.now')),
      jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(refuse('Intl.DateTimeFormat')),
    ];
    try {
      expect(() => new Date(0).getHours()).toThrow();
      expect([
        dates.londonDate('2026-06-30T23:30:00Z'),
        dates.londonStartOfDay('2026-03-30'),
        dates.londonTime('2026-10-25T01:00:00Z'),
        dates.addWorkingDays('2026-12-21', 10),
        dates.ageOn('2008-02-29', '2026-03-01'),
        dates.formatLong('2026-03-16'),
        dates.financialQuarterOf('2026-03-16').key,
      ]).toEqual([
        '2026-07-01',
        '2026-03-29T23:00:00.000Z',
        '01:00',
        '2027-01-07',
        18,
        'Mon 16 March 2026',
        'FY2025-Q4',
      ]);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});
