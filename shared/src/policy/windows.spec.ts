import { describe, expect, it } from '@jest/globals';
import { withClosures, ENGLAND_AND_WALES } from '../dates/index.js';
import { FIXTURE_TODAY, episodeOf, factsOf, fixture, itemOf, userId, agencyId } from '../fixture/index.js';
import {
  DEFAULT_SETTINGS,
  closedWindowEnd,
  decide,
  expiredWindowEnd,
  withdrawnWindowEnd,
  type ConsentLine,
  type Decision,
  type EpisodeFacts,
} from './index.js';

const rows = fixture(FIXTURE_TODAY);

describe('how long something may still be read (rule 6.10)', () => {
  it('withdrawn on Sunday 1 March: to the end of Friday 13 March, a team member not at all', () => {
    const at = '2026-03-01T18:30:00.000Z';
    expect(withdrawnWindowEnd('LP', at, DEFAULT_SETTINGS)).toBe('2026-03-14T00:00:00.000Z');
    expect(withdrawnWindowEnd('AUTHOR', at, DEFAULT_SETTINGS)).toBe('2026-03-14T00:00:00.000Z');
    expect(withdrawnWindowEnd('TACM', at, DEFAULT_SETTINGS)).toBe(at);
  });

  it('bank holidays and local closures are not counted', () => {
    const at = '2026-04-01T10:00:00.000Z';
    expect(withdrawnWindowEnd('LP', at, DEFAULT_SETTINGS)).toBe('2026-04-17T23:00:00.000Z');
    const closed = {
      ...DEFAULT_SETTINGS,
      holidays: withClosures(ENGLAND_AND_WALES, { '2026-04-17': 'Closed' }),
    };
    expect(withdrawnWindowEnd('LP', at, closed)).toBe('2026-04-20T23:00:00.000Z');
  });

  it('a day given in London late in the evening is the next UTC day', () =>
    expect(withdrawnWindowEnd('LP', '2026-06-01T23:30:00.000Z', DEFAULT_SETTINGS)).toBe(
      '2026-06-16T23:00:00.000Z',
    ));

  it('expired: ten working days after the last covered day', () =>
    expect(expiredWindowEnd('2027-01-11', DEFAULT_SETTINGS)).toBe('2027-01-26T00:00:00.000Z'));

  it('closed: ten working days for the team, twelve months for the lead professional and author', () => {
    const at = '2025-08-01T15:00:00.000Z';
    expect(closedWindowEnd('TACM', at, DEFAULT_SETTINGS)).toBe('2025-08-15T23:00:00.000Z');
    expect(closedWindowEnd('LP', at, DEFAULT_SETTINGS)).toBe('2026-08-01T23:00:00.000Z');
  });
});

/** Gia's record (withdrawn 1 March) or Ava's, closed or changed, asked for something of another agency. */
const ask = (
  user: string,
  item: string,
  at: string,
  change: Partial<EpisodeFacts> = {},
  episode: 'E1' | 'E6' = 'E6',
): Pick<Decision, 'effect' | 'what' | 'readOnly'> => {
  const facts = factsOf(rows, user, episode);
  const { effect, what, readOnly } = decide(
    { ...facts, episode: { ...episodeOf(rows, episode), ...change } },
    { purpose: 'COORDINATE', action: 'read', channel: 'screen', reasonId: null, item: itemOf(rows, item) },
    at,
  );
  return { effect, what, readOnly };
};
const READ_ONLY = { effect: 'ALLOW', what: undefined, readOnly: true };
const NO = { effect: 'DENY', what: undefined, readOnly: true };

describe('the table of rule 6.10, row by row', () => {
  it('withdrawn, all: the window closes with its last day, for the manager too', () => {
    expect(ask('kim', 'E6-plan', '2026-03-13T23:59:59.999Z')).toEqual(READ_ONLY);
    expect(ask('lee', 'E6-plan', '2026-03-13T23:59:59.999Z')).toEqual(READ_ONLY);
    expect(ask('kim', 'E6-plan', '2026-03-14T00:00:00.000Z')).toEqual(NO);
    expect(ask('lee', 'E6-plan', '2026-03-14T00:00:00.000Z')).toEqual(NO);
    expect(ask('jo', 'E6-meeting', '2026-03-01T18:30:00.000Z')).toEqual(NO);
    expect(ask('jo', 'E6-meeting', '2026-03-01T18:29:59.999Z').effect).toBe('ALLOW');
  });

  it('withdrawn, one service: only that service loses access', () => {
    const consents = episodeOf(rows, 'E1').consents.map((row) =>
      row.recipientId === agencyId('locality-support')
        ? { ...row, withdrawnAt: '2026-03-10T09:00:00.000Z' }
        : row,
    );
    const now = '2026-03-16T10:00:00.000Z';
    expect(ask('yusuf', 'E1-plan', now, { consents }, 'E1')).toEqual(NO);
    expect(ask('hana', 'E1-plan', now, { consents }, 'E1').effect).toBe('ALLOW');
    expect(ask('lena', 'E1-plan', now, { consents }, 'E1')).toEqual({ ...READ_ONLY, readOnly: false });
  });

  it("withdrawn, the lead professional's own service: as if all were", () => {
    const consents = episodeOf(rows, 'E1').consents.map((row) =>
      [agencyId('northway'), userId('lena')].includes(row.recipientId)
        ? { ...row, withdrawnAt: '2026-03-10T09:00:00.000Z' }
        : row,
    );
    expect(ask('lena', 'E1-plan', '2026-03-24T10:00:00.000Z', { consents }, 'E1')).toEqual(READ_ONLY);
    expect(ask('lena', 'E1-plan', '2026-03-25T00:00:00.000Z', { consents }, 'E1')).toEqual(NO);
  });

  it('withdrawn, one category: hidden from recipients at once, the rest unchanged', () => {
    const consents = episodeOf(rows, 'E1').consents.flatMap((row) =>
      row.categories.includes('PLAN')
        ? [
            { ...row, supersededAt: '2026-03-10T09:00:00.000Z' },
            { ...row, id: `${row.id}-b`, categories: row.categories.filter((each) => each !== 'PLAN') },
          ]
        : [row],
    );
    const now = '2026-03-16T10:00:00.000Z';
    expect(ask('lena', 'E1-plan', now, { consents }, 'E1')).toEqual(NO);
    expect(ask('lena', 'E1-child', now, { consents }, 'E1').effect).toBe('ALLOW');
  });

  it('expired: the whole team may look and ask again, then own contributions only', () => {
    for (const user of ['hana', 'ruth']) {
      const on = (at: string): unknown => ask(user, 'E1-plan', at, {}, 'E1');
      expect(on('2027-01-12T00:00:00.000Z')).toEqual({
        effect: 'LIMITED',
        what: 'ASK_AGAIN',
        readOnly: true,
      });
      expect(on('2027-01-26T00:00:00.000Z')).toEqual(NO);
    }
  });

  it('membership ended: own contributions only, from the end date', () => {
    const edges = episodeOf(rows, 'E1').edges.map((edge) =>
      edge.userId === userId('hana') ? { ...edge, to: '2026-03-10T00:00:00.000Z' } : edge,
    );
    const on = (item: string, at: string): unknown => ask('hana', item, at, { edges }, 'E1');
    expect(on('E1-plan', '2026-03-09T23:59:59.999Z')).toMatchObject({ effect: 'ALLOW' });
    expect(on('E1-plan', '2026-03-10T00:00:00.000Z')).toEqual(NO);
    expect(on('E1-health', '2026-03-14T00:00:00.000Z')).toEqual(READ_ONLY);
  });

  it('closed: read-only, ten working days for the team and twelve months for the lead professional', () => {
    const closed = { state: 'CLOSED' as const, closedAt: '2026-03-02T16:00:00.000Z' };
    expect(ask('hana', 'E1-plan', '2026-03-16T23:59:59.999Z', closed, 'E1')).toEqual(READ_ONLY);
    expect(ask('hana', 'E1-plan', '2026-03-17T00:00:00.000Z', closed, 'E1')).toEqual(NO);
    const still = { ...closed, edges: [] };
    expect(ask('lena', 'E1-plan', '2026-09-16T10:00:00.000Z', closed, 'E1')).toEqual(READ_ONLY);
    expect(ask('lena', 'E1-plan', '2026-09-16T10:00:00.000Z', still, 'E1').effect).not.toBe('ALLOW');
  });

  it('closed: the rows are read as they stood just before, whatever runs out or is given later', () => {
    const closed = { state: 'CLOSED' as const, closedAt: '2026-03-02T16:00:00.000Z' };
    const rowsOf = (change: (row: ConsentLine) => ConsentLine): Partial<EpisodeFacts> => ({
      ...closed,
      consents: episodeOf(rows, 'E1').consents.map(change),
    });
    const on = (change: Partial<EpisodeFacts>): unknown =>
      ask('lena', 'E1-plan', '2026-04-16T10:00:00.000Z', change, 'E1');
    expect(on(rowsOf((row) => ({ ...row, expiresAt: '2026-03-10' })))).toEqual(READ_ONLY);
    expect(on(rowsOf((row) => ({ ...row, givenAt: '2026-03-03T10:00:00.000Z' })))).toEqual(NO);
  });

  it('paused by social care: everyone may look, nobody may change', () => {
    const paused = { state: 'PAUSED_STATUTORY' as const };
    expect(ask('lena', 'E1-plan', '2026-03-16T10:00:00.000Z', paused, 'E1')).toEqual(READ_ONLY);
  });
});
