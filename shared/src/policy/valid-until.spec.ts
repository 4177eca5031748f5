import { describe, expect, it } from '@jest/globals';
import { FIXTURE_TODAY, episodeOf, factsOf, fixture, itemOf, type EpisodeKey } from '../fixture/index.js';
import { decide, type EpisodeFacts } from './index.js';

const rows = fixture(FIXTURE_TODAY);

const until = (
  user: string,
  episode: EpisodeKey,
  now: string,
  change: Partial<EpisodeFacts> = {},
): string | null => {
  const facts = factsOf(rows, user, episode);
  const actor = { ...facts.actor, vettingValidTo: '2040-01-01', trainingValidTo: '2040-01-01' };
  const purpose = facts.actor.personId === null ? ('COORDINATE' as const) : ('SUBJECT' as const);
  return decide(
    { ...facts, actor, episode: { ...episodeOf(rows, episode), ...change } },
    { purpose, action: 'read', channel: 'screen', reasonId: null, item: itemOf(rows, `${episode}-plan`) },
    now,
  ).validUntil;
};

describe('how long a decision holds', () => {
  const NOW = '2026-03-16T10:00:00.000Z';
  const child = (dob: string): Partial<EpisodeFacts> => ({
    edges: [],
    consents: [],
    subjects: [{ personId: 'child', dob, kind: 'CHILD' }],
  });

  it.each([
    ['the end of the last day of agreement', 'lena', 'E1', { edges: [] }, '2027-01-12T00:00:00.000Z'],
    ['the end of an assignment', 'uma', 'E1', {}, '2026-03-31T23:00:00.000Z'],
    ['a twelfth birthday', 'ava', 'E1', child('2014-06-10'), '2026-06-09T23:00:00.000Z'],
    ['a sixteenth birthday', 'mia', 'E1', child('2010-06-10'), '2026-06-09T23:00:00.000Z'],
    ['an eighteenth birthday', 'mia', 'E1', child('2008-12-10'), '2026-12-10T00:00:00.000Z'],
    [
      'the end of vetting and training',
      'lena',
      'E1',
      { ...child('1990-01-01'), sensitiveLines: [] },
      '2040-01-02T00:00:00.000Z',
    ],
  ] as const)('to %s', (_, user, episode, change, expected) =>
    expect(until(user, episode, NOW, { ...change, competence: [] })).toBe(expected),
  );

  it('to the end of the read-only days after withdrawal, expiry and closing', () => {
    expect(until('kim', 'E6', '2026-03-12T10:00:00.000Z')).toBe('2026-03-14T00:00:00.000Z');
    expect(until('lena', 'E1', '2027-01-12T10:00:00.000Z', { edges: [] })).toBe('2027-01-26T00:00:00.000Z');
    const closed = { ...child('1990-01-01'), closedAt: '2026-03-16T09:00:00.000Z', sensitiveLines: [] };
    expect(until('lena', 'E1', NOW, closed)).toBe('2026-03-30T23:00:00.000Z');
  });

  it('a merged record holds no longer than any of its sources', () => {
    const source = { ...episodeOf(rows, 'E6'), withdrawnAt: '2026-03-20T10:00:00.000Z' };
    expect(until('lena', 'E1', NOW, { mergedFrom: [source] })).toBe('2026-03-20T10:00:00.000Z');
  });
});
