import { describe, expect, it } from '@jest/globals';
import {
  FIXTURE_TODAY,
  factsOf,
  fixture,
  itemOf,
  labelOf,
  personId,
  userId,
  type EpisodeKey,
} from '../fixture/index.js';
import { CATEGORIES, decide, isHidden, type Category, type EpisodeFacts, type Item } from './index.js';

const rows = fixture(FIXTURE_TODAY);
const NOW = '2026-03-16T10:00:00.000Z';

/** 'ALLOW', 'LIMITED CHILD_FRIENDLY', 'DENY' or 'DENY_HIDE'. */
const sees = (
  user: string,
  episode: EpisodeKey,
  item: Item,
  change: Partial<EpisodeFacts> = {},
  now = NOW,
): string => {
  const facts = factsOf(rows, user, episode);
  const decision = decide(
    { ...facts, episode: facts.episode && { ...facts.episode, ...change } },
    { purpose: 'SUBJECT', action: 'read', channel: 'screen', reasonId: null, item },
    now,
  );
  return decision.what ? `${decision.effect} ${decision.what}` : decision.effect;
};
const about = (subject: string, category: Category, person: string | null = null): Item => ({
  ...labelOf(rows, { label: category, subject }),
  sourceAgencyId: 'another',
  aboutPersonId: person && personId(person),
});

describe('a parent with responsibility (rule 6.6)', () => {
  const EXPECTED: Partial<Record<Category, string>> = {
    NOTES: 'LIMITED ON_REQUEST',
    LOG: 'LIMITED STAFF_BY_ROLE',
    ...Object.fromEntries(
      ['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING'].map((each) => [
        each,
        'ALLOW',
      ]),
    ),
    ...Object.fromEntries(
      ['SENS_SH', 'SENS_MH', 'SENS_SM', 'OFFENCE', 'IMMIG'].map((each) => [each, 'ALLOW']),
    ),
  };

  it.each(CATEGORIES.filter((each) => each !== 'AGG'))('of a nine-year-old, category %s', (category) =>
    expect(sees('mia', 'E1', about('ava', category))).toBe(EXPECTED[category] ?? 'DENY_HIDE'),
  );

  it.each<[Category, string]>([
    ['CHILD', 'ALLOW'],
    ['SENS_SH', 'DENY_HIDE'],
    ['SENS_MH', 'ALLOW'],
    ['PRIVATE', 'DENY_HIDE'],
  ])('of a fifteen-year-old competent about sexual health only, category %s', (category, expected) =>
    expect(sees('pia', 'E2', about('ben', category))).toBe(expected),
  );

  it.each<[Category, string]>([
    ['PLAN', 'ALLOW'],
    ['SENS_MH', 'DENY_HIDE'],
    ['OFFENCE', 'DENY_HIDE'],
    ['IMMIG', 'DENY_HIDE'],
  ])('of a sixteen-year-old, category %s', (category, expected) =>
    expect(sees('nia', 'E3', about('kai', category))).toBe(expected),
  );

  it('reads own data, and nothing of the other parent', () => {
    expect(sees('mia', 'E1', about('ava', 'ADULT', 'mia'))).toBe('ALLOW');
    for (const category of ['ADULT', 'DV', 'IDENT', 'SENS_MH'] as const)
      expect(sees('mia', 'E1', about('ava', category, 'finn'))).toBe('DENY_HIDE');
  });

  it("sees nothing from the child's eighteenth birthday", () => {
    const subjects = [{ personId: personId('ava'), dob: '2008-03-16', kind: 'CHILD' as const }];
    expect(sees('mia', 'E1', about('ava', 'PLAN'), { subjects }, '2026-03-15T23:59:59.999Z')).toBe('ALLOW');
    expect(sees('mia', 'E1', about('ava', 'PLAN'), { subjects }, '2026-03-16T00:00:00.000Z')).toBe('DENY');
  });

  it('sees nothing of a brother or sister for whom there is no responsibility', () =>
    expect(
      sees('mia', 'E1', about('zoe', 'PLAN'), {
        subjects: [
          { personId: personId('ava'), dob: '2016-06-10', kind: 'CHILD' },
          { personId: personId('zoe'), dob: '2013-05-02', kind: 'CHILD' },
        ],
      }),
    ).toBe('DENY'));

  it('does not see what a young person able to decide keeps from that parent', () => {
    const kept = {
      id: 'kept',
      subjectId: personId('kai'),
      giverId: personId('kai'),
      giverCapacity: 'SELF' as const,
      recipientType: 'PERSON' as const,
      recipientId: personId('nia'),
      categories: ['CHILD'] as const,
      purposes: ['COORDINATE'] as const,
      decision: 'REFUSED' as const,
      givenAt: '2026-02-01T10:00:00.000Z',
      validFrom: '2026-02-01',
      expiresAt: null,
      withdrawnAt: null,
      supersededAt: null,
      history: true,
      indexListing: false,
    };
    expect(sees('nia', 'E3', about('kai', 'CHILD'), { consents: [kept] })).toBe('DENY');
    expect(sees('nia', 'E3', about('kai', 'PLAN'), { consents: [kept] })).toBe('ALLOW');
  });

  it.each([
    [
      'not yet asked',
      { notAsked: true, verifiedPortal: false, portalRisk: false },
      'LIMITED ON_VERIFIED_REQUEST',
    ],
    [
      'a risk in the home',
      { notAsked: false, verifiedPortal: false, portalRisk: true },
      'LIMITED ON_VERIFIED_REQUEST',
    ],
    ['not yet asked, then verified', { notAsked: true, verifiedPortal: true, portalRisk: false }, 'ALLOW'],
  ])('%s', (_, change, expected) => {
    const relatives = factsOf(rows, 'mia', 'E1').episode?.relatives.map((tie) => ({ ...tie, ...change }));
    expect(sees('mia', 'E1', about('ava', 'PLAN'), { relatives: relatives ?? [] })).toBe(expected);
  });

  it('without responsibility sees nothing of the child', () => {
    const relatives = factsOf(rows, 'mia', 'E1').episode?.relatives.map((tie) => ({ ...tie, hasPr: false }));
    expect(sees('mia', 'E1', about('ava', 'PLAN'), { relatives: relatives ?? [] })).toBe('DENY');
    expect(sees('mia', 'E1', about('ava', 'SENS_MH'), { relatives: relatives ?? [] })).toBe('DENY_HIDE');
  });

  it('is not affected by what is agreed with services', () =>
    expect(sees('mia', 'E1', about('ava', 'PLAN'), { consents: [], withdrawnAt: NOW })).toBe('ALLOW'));
});

describe('the young person (rule 6.6)', () => {
  it.each(CATEGORIES.filter((each) => !['AGG', 'THIRD', 'SAFE', 'LOG'].includes(each)))(
    'of fifteen reads own %s',
    (category) => expect(sees('ben', 'E2', about('ben', category))).toBe('ALLOW'),
  );

  it('never reads what others said in confidence, a safeguarding record, or what is exempt', () => {
    expect(sees('ben', 'E2', about('ben', 'THIRD'))).toBe('DENY_HIDE');
    expect(sees('ben', 'E2', about('ben', 'SAFE'))).toBe('DENY_HIDE');
    expect(sees('ben', 'E2', { ...about('ben', 'CHILD'), exempt: true })).toBe('DENY_HIDE');
  });

  it('reads in full from the twelfth birthday', () => {
    const subjects = [{ personId: personId('ava'), dob: '2014-03-16', kind: 'CHILD' as const }];
    const at = (now: string): string => sees('ava', 'E1', about('ava', 'CHILD'), { subjects }, now);
    expect(at('2026-03-15T23:59:59.999Z')).toBe('LIMITED CHILD_FRIENDLY');
    expect(at('2026-03-16T00:00:00.000Z')).toBe('ALLOW');
  });

  it("reads nothing of a brother's or sister's", () => {
    expect(sees('zoe', 'E3', about('kai', 'CHILD'))).toBe('DENY');
    expect(sees('zoe', 'E3', itemOf(rows, 'E3-offence'))).toBe('DENY_HIDE');
    expect(sees('zoe', 'E3', itemOf(rows, 'E3-sens-sm'))).toBe('DENY_HIDE');
  });
});

describe('others in the family', () => {
  it.each(CATEGORIES.filter((each) => each !== 'AGG'))(
    'an adult without responsibility is refused the category %s of the child',
    (category) =>
      expect(sees('sol', 'E1', about('ava', category))).toBe(isHidden(category) ? 'DENY_HIDE' : 'DENY'),
  );

  it('an adult in the file reads own data', () =>
    expect(sees('sol', 'E1', about('ava', 'ADULT', 'sol'))).toBe('ALLOW'));

  it('someone of another family is told what a random reference is told', () =>
    expect(sees('pia', 'E1', about('ava', 'CHILD'))).toBe('DENY_HIDE'));

  it('the protected parent counts as on the shield list, the other parent does not', () => {
    const relatives = factsOf(rows, 'mia', 'E5').episode?.relatives ?? [];
    const facts = factsOf(rows, 'rob', 'E5');
    const as = (person: string): string =>
      decide(
        {
          ...facts,
          actor: { ...facts.actor, userId: userId('rob'), personId: personId(person) },
          episode: facts.episode && { ...facts.episode, relatives },
        },
        { purpose: 'SUBJECT', action: 'read', channel: 'screen', reasonId: null, item: about('eli', 'PLAN') },
        NOW,
      ).effect;
    expect(as('dana')).toBe('ALLOW');
    expect(as('rob')).toBe('DENY_HIDE');
  });

  it('an order keeps the named categories from the named person, also without a shield', () => {
    const order = {
      id: 'o',
      effect: 'RESTRICT' as const,
      subjectId: personId('ava'),
      recipientId: personId('mia'),
      categories: ['PLAN'] as const,
      from: '2026-01-01T00:00:00.000Z',
      to: null,
    };
    expect(sees('mia', 'E1', about('ava', 'PLAN'), { courtOrders: [order] })).toBe('DENY_HIDE');
    expect(sees('mia', 'E1', about('ava', 'CHILD'), { courtOrders: [order] })).toBe('ALLOW');
  });
});
