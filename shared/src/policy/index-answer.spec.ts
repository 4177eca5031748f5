import { describe, expect, it } from '@jest/globals';
import {
  FIXTURE_TODAY,
  agencyId,
  factsOf,
  fixture,
  labelOf,
  personId,
  type EpisodeKey,
} from '../fixture/index.js';
import {
  EPISODE_STATES,
  decide,
  keysOf,
  matchesIndex,
  type EpisodeFacts,
  type EpisodeState,
} from './index.js';

const rows = fixture(FIXTURE_TODAY);
const NOW = '2026-03-16T10:00:00.000Z';

const search = (
  user: string,
  episode: EpisodeKey,
  child: string,
  change: Partial<EpisodeFacts> = {},
): string => {
  const facts = factsOf(rows, user, episode);
  const purpose = facts.actor.role === 'IGO' ? 'SUBJECT' : 'COORDINATE';
  const decision = decide(
    { ...facts, episode: facts.episode && { ...facts.episode, ...change } },
    {
      purpose,
      action: 'index',
      channel: 'screen',
      reasonId: null,
      item: labelOf(rows, { label: 'IDENT', subject: child }),
    },
    NOW,
  );
  return decision.what ?? decision.effect;
};

describe('which searches are answered at all (rule R17)', () => {
  const FULL = {
    nhsNumber: '9990000018',
    surname: 'ames',
    forename: 'ava',
    dob: '2016-06-10',
    sex: 'FEMALE',
    postcode: 'QX47AA',
  };

  it.each([
    ['an NHS number', { nhsNumber: '9990000018' }, ['NHS_NUMBER']],
    [
      'surname, birth date and sex',
      { surname: 'ames', dob: '2016-06-10', sex: 'FEMALE' },
      ['SURNAME_DOB_SEX'],
    ],
    [
      'surname, forename and postcode',
      { surname: 'ames', forename: 'ava', postcode: 'QX47AA' },
      ['SURNAME_FORENAME_POSTCODE'],
    ],
    ['surname and birth date', { surname: 'ames', dob: '2016-06-10' }, []],
    ['a postcode', { postcode: 'QX47AA' }, []],
    ['a wildcard', { surname: 'am*', dob: '2016-06-10', sex: 'FEMALE' }, []],
    ['an empty field', { nhsNumber: ' ' }, []],
    ['nothing', {}, []],
  ])('%s', (_, given, keys) => expect(keysOf(given)).toEqual(keys));

  it.each([
    ['every field of one key', { surname: 'ames', dob: '2016-06-10', sex: 'FEMALE' }, true],
    ['one field different', { surname: 'ames', dob: '2016-06-11', sex: 'FEMALE' }, false],
    [
      'one key right beside another that is wrong',
      { nhsNumber: '9990000026', surname: 'ames', forename: 'ava', postcode: 'QX47AA' },
      true,
    ],
    ['no complete key, though all given fields fit', { surname: 'ames', forename: 'ava' }, false],
  ])('a match is exact: %s', (_, given, expected) => expect(matchesIndex(given, FULL)).toBe(expected));
});

describe('what the index says of a record found (rule R17)', () => {
  it('names the lead professional only where the family agreed to listing', () => {
    expect(search('wes', 'E1', 'ava')).toBe('INDEX_MATCH_LP');
    expect(search('wes', 'E2', 'ben')).toBe('INDEX_MATCH');
  });

  it('says nothing to a refused service, and to its manager', () => {
    expect(search('viv', 'E1', 'ava')).toBe('DENY_HIDE');
    expect(
      search('okoro', 'E1', 'ava', {
        consents: (factsOf(rows, 'okoro', 'E1').episode?.consents ?? []).map((row) => ({
          ...row,
          decision: 'REFUSED' as const,
        })),
      }),
    ).toBe('DENY_HIDE');
  });

  it.each(EPISODE_STATES.map((state) => [state]))('in state %s', (state: EpisodeState) => {
    const silent = ['CONCERN', 'REJECTED', 'ARCHIVED', 'MERGED', 'DISPOSED'].includes(state);
    expect(search('wes', 'E1', 'ava', { state })).toBe(silent ? 'DENY_HIDE' : 'INDEX_MATCH_LP');
  });

  it('shows its row to the CAF team, the front door and the information officer', () => {
    for (const user of ['mo', 'dee', 'gus']) expect(search(user, 'E1', 'ava')).toBe('INDEX_ROW');
    expect(search('mo', 'E4', 'dot', { state: 'CONCERN' })).toBe('INDEX_ROW');
  });

  it.each(['uma', 'ana', 'pat', 'sid', 'cal'])('%s has no index', (user) => {
    const facts = factsOf(rows, user, 'E1');
    for (const purpose of ['COORDINATE', 'AUDIT', 'MI', 'PANEL'] as const) {
      const item = labelOf(rows, { label: 'IDENT', subject: 'ava' });
      const decision = decide(
        facts,
        { purpose, action: 'index', channel: 'screen', reasonId: null, item },
        NOW,
      );
      expect(decision.effect).toBe('DENY');
    }
  });

  it('never returns a shielded child, not even to those on the list', () => {
    for (const user of ['wes', 'mo', 'dee', 'gus', 'sara'])
      expect(search(user, 'E5', 'eli')).toBe('DENY_HIDE');
  });

  it('a listing whose giver could not give it does not name anyone', () => {
    const consents = (factsOf(rows, 'wes', 'E1').episode?.consents ?? []).map((row) => ({
      ...row,
      giverId: personId('sol'),
    }));
    expect(search('wes', 'E1', 'ava', { consents })).toBe('INDEX_MATCH');
  });

  it('a service that was refused and later agreed to is answered again', () => {
    const given = factsOf(rows, 'viv', 'E1').episode?.consents ?? [];
    const again = given
      .filter((row) => row.recipientId === agencyId('havenside'))
      .map((row) => ({
        ...row,
        id: `${row.id}-yes`,
        decision: 'GIVEN' as const,
        givenAt: '2026-03-01T10:00:00.000Z',
        validFrom: '2026-03-01',
        expiresAt: '2027-01-11',
      }));
    expect(search('viv', 'E1', 'ava', { consents: [...given, ...again] })).toBe('INDEX_MATCH_LP');
  });
});
