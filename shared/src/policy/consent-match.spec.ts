import { describe, expect, it } from '@jest/globals';
import { FIXTURE_TODAY, episodeOf, fixture, itemOf, personId } from '../fixture/index.js';
import { isRefusedService, matchConsent, wholeWithdrawalAt, type ConsentLine } from './index.js';

const episode = episodeOf(fixture(FIXTURE_TODAY), 'E1');
const item = { ...itemOf(fixture(FIXTURE_TODAY), 'E1-plan'), recordedAt: '2026-02-01T10:00:00.000Z' };
const LENA = { userId: 'lena', agencyId: 'school' };

/** Mia agrees that the school may know Ava's plan; each test changes only what it is about. */
const row = (change: Partial<ConsentLine> = {}): ConsentLine => ({
  id: 'row',
  subjectId: personId('ava'),
  giverId: personId('mia'),
  giverCapacity: 'PR_HOLDER',
  recipientType: 'SERVICE',
  recipientId: 'school',
  categories: ['PLAN'],
  purposes: ['COORDINATE'],
  decision: 'GIVEN',
  givenAt: '2026-01-12T15:40:00.000Z',
  validFrom: '2026-01-12',
  expiresAt: '2027-01-11',
  withdrawnAt: null,
  supersededAt: null,
  history: true,
  indexListing: false,
  ...change,
});
const toLena = (change: Partial<ConsentLine> = {}): ConsentLine =>
  row({ id: 'person-row', recipientType: 'PERSON', recipientId: 'lena', ...change });
const second = (change: Partial<ConsentLine>): ConsentLine =>
  row({ id: 'second', givenAt: '2026-02-02T10:00:00.000Z', ...change });

const state = (
  consents: readonly ConsentLine[],
  {
    at = '2026-03-16T10:00:00.000Z',
    recipient = LENA,
    ...more
  }: Partial<Parameters<typeof matchConsent>[0]> = {},
): string =>
  matchConsent({
    episode: { ...episode, consents },
    item,
    category: 'PLAN',
    purpose: 'COORDINATE',
    recipient,
    at,
    ...more,
  }).state;

describe('a row counts when everything about it fits (rule 6.2)', () => {
  it.each<[string, Partial<ConsentLine>, string]>([
    ['names the service, category and purpose', {}, 'GIVEN'],
    ['names another service', { recipientId: 'clinic' }, 'NONE'],
    ['names another category', { categories: ['CHILD'] }, 'NONE'],
    ['names another purpose', { purposes: ['PANEL'] }, 'NONE'],
    ['is about another child', { subjectId: personId('zoe') }, 'NONE'],
    ['was never sought', { decision: 'NOT_SOUGHT' }, 'NONE'],
    ['was refused', { decision: 'REFUSED' }, 'REFUSED'],
    ['was given by a stepfather without responsibility', { giverId: personId('sol') }, 'NONE'],
    ['was given by a nine-year-old alone', { giverId: personId('ava') }, 'NONE'],
    ['was given by the other parent with responsibility', { giverId: personId('finn') }, 'GIVEN'],
    ['was replaced by a narrower one', { supersededAt: '2026-03-01T10:00:00.000Z' }, 'NONE'],
    ['was withdrawn', { withdrawnAt: '2026-03-01T10:00:00.000Z' }, 'WITHDRAWN'],
    ['is withdrawn tomorrow', { withdrawnAt: '2026-03-17T10:00:00.000Z' }, 'GIVEN'],
    ['ran out yesterday', { expiresAt: '2026-03-15' }, 'EXPIRED'],
    ['begins tomorrow', { validFrom: '2026-03-17' }, 'NONE'],
    ['begins after the item and has no history', { validFrom: '2026-02-02', history: false }, 'BEFORE'],
    ['begins after the item and has history', { validFrom: '2026-02-02' }, 'GIVEN'],
  ])('when it %s', (_, change, expected) => expect(state([row(change)])).toBe(expected));

  it.each([
    ['the instant it was given', '2026-01-12T15:40:00.000Z', 'GIVEN'],
    ['one millisecond earlier', '2026-01-12T15:39:59.999Z', 'NONE'],
    ['the last millisecond of its last day in London', '2027-01-11T23:59:59.999Z', 'GIVEN'],
    ['the start of the next day', '2027-01-12T00:00:00.000Z', 'EXPIRED'],
  ])('at %s', (_, at, expected) => expect(state([row()], { at })).toBe(expected));

  it('a last day in summer ends at midnight in London, which is 23:00 UTC', () => {
    const summer = [row({ expiresAt: '2026-06-30' })];
    expect(state(summer, { at: '2026-06-30T22:59:59.999Z' })).toBe('GIVEN');
    expect(state(summer, { at: '2026-06-30T23:00:00.000Z' })).toBe('EXPIRED');
  });
});

describe('specific beats general, then the latest decision of the same giver', () => {
  const NO_PERSON = { userId: null, agencyId: 'school' };

  it.each<[string, ConsentLine[], string]>([
    [
      'a refusal for the person stands against agreement for the service',
      [row(), toLena({ decision: 'REFUSED' })],
      'REFUSED',
    ],
    [
      'agreement for the person stands against refusal for the service',
      [row({ decision: 'REFUSED' }), toLena()],
      'GIVEN',
    ],
    [
      'a withdrawal for the person stands against the service',
      [row(), toLena({ withdrawnAt: '2026-03-01T10:00:00.000Z' })],
      'WITHDRAWN',
    ],
    [
      'a row for the person that ran out leaves the service',
      [row(), toLena({ expiresAt: '2026-03-01' })],
      'GIVEN',
    ],
    ['a later refusal ends an agreement', [row(), second({ decision: 'REFUSED' })], 'REFUSED'],
    ['a later agreement ends a refusal', [row({ decision: 'REFUSED' }), second({})], 'GIVEN'],
    ['a refusal outlives its dates', [row({ decision: 'REFUSED', expiresAt: '2026-02-01' })], 'REFUSED'],
    [
      'a withdrawal does not revive an older row',
      [row(), second({ withdrawnAt: '2026-03-01T10:00:00.000Z' })],
      'WITHDRAWN',
    ],
    [
      'a row given after a withdrawal counts',
      [row({ withdrawnAt: '2026-02-01T10:00:00.000Z' }), second({})],
      'GIVEN',
    ],
  ])('%s', (_, rows, expected) => {
    expect(state(rows)).toBe(expected);
    expect(state([...rows].reverse())).toBe(expected);
  });

  it('a manager receives for the service only', () => {
    expect(state([toLena()], { recipient: NO_PERSON })).toBe('NONE');
    expect(state([row(), toLena({ decision: 'REFUSED' })], { recipient: NO_PERSON })).toBe('GIVEN');
  });

  it('the end of all agreement ends every earlier row, and a later row begins anew', () => {
    const ended = { ...episode, withdrawnAt: '2026-03-01T18:30:00.000Z' };
    const ask = (consents: ConsentLine[]): string =>
      state([], { episode: { ...ended, consents } } as Partial<Parameters<typeof matchConsent>[0]>);
    expect(ask([row(), toLena()])).toBe('WITHDRAWN');
    expect(ask([row(), toLena(), second({ givenAt: '2026-03-02T09:00:00.000Z' })])).toBe('GIVEN');
  });
});

describe('several people may speak for a child (rules 5.5 and 6.3)', () => {
  const finn = (change: Partial<ConsentLine> = {}): ConsentLine =>
    row({ id: 'finn-row', giverId: personId('finn'), ...change });
  const born = (dob: string, competent = false): Partial<Parameters<typeof matchConsent>[0]> => ({
    episode: {
      ...episode,
      subjects: [{ personId: personId('ava'), dob, kind: 'CHILD' }],
      competence: competent
        ? [
            {
              id: 'c',
              personId: personId('ava'),
              matters: ['PLAN'],
              competent: true,
              from: '2026-01-01T00:00:00.000Z',
              to: null,
            },
          ]
        : [],
    },
  });
  const own = (change: Partial<ConsentLine> = {}): ConsentLine =>
    row({ id: 'own-row', giverId: personId('ava'), giverCapacity: 'SELF', ...change });
  const stateFor = (who: Partial<Parameters<typeof matchConsent>[0]>, consents: ConsentLine[]): string =>
    state(consents, { episode: { ...episode, ...who.episode, consents } });

  it('one parent with responsibility is enough, also when the other withdraws', () => {
    expect(state([row(), finn({ withdrawnAt: '2026-03-01T10:00:00.000Z' })])).toBe('GIVEN');
    expect(state([row(), finn({ decision: 'REFUSED' })])).toBe('GIVEN');
  });

  it("a parent's own information stays back when that parent said no", () => {
    const about = {
      item: { ...item, categories: ['FAMILY' as const], aboutPersonId: personId('finn') },
      category: 'FAMILY' as const,
    };
    const family = { categories: ['FAMILY' as const] };
    expect(state([row(family)], about)).toBe('GIVEN');
    expect(state([row(family), finn({ ...family, decision: 'REFUSED' })], about)).toBe('REFUSED');
  });

  it("a competent child's refusal stands against a parent's agreement, another child's does not", () => {
    expect(stateFor(born('2012-06-10', true), [row(), own({ decision: 'REFUSED' })])).toBe('REFUSED');
    expect(stateFor(born('2012-06-10'), [row(), own({ decision: 'REFUSED' })])).toBe('GIVEN');
  });

  it('a competent child may agree where no parent did', () => {
    expect(stateFor(born('2012-06-10', true), [own()])).toBe('GIVEN');
    expect(stateFor(born('2012-06-10'), [own()])).toBe('NONE');
  });

  it('from sixteen a parent alone is not enough; what a parent agreed before lasts until the young person speaks', () => {
    expect(stateFor(born('2010-01-12'), [row()])).toBe('NONE');
    expect(stateFor(born('2010-01-13'), [row()])).toBe('GIVEN');
    expect(
      stateFor(born('2010-01-13'), [
        row(),
        own({ decision: 'REFUSED', givenAt: '2026-02-02T10:00:00.000Z' }),
      ]),
    ).toBe('REFUSED');
  });

  it("a sensitive row must be that person's to give today, not only when it was given", () => {
    const asked = { category: 'SENS_MH' as const, item: { ...item, categories: ['SENS_MH' as const] } };
    const sensitive = [row({ categories: ['SENS_MH'] })];
    const at = (dob: string): string =>
      state(sensitive, { ...asked, episode: { ...episode, ...born(dob).episode, consents: sensitive } });
    expect(at('2010-03-17')).toBe('GIVEN');
    expect(at('2010-03-16')).toBe('NONE');
  });

  it("a child's own sensitive row counts when the child was competent then and is now", () => {
    const matters = ['SENS_MH' as const];
    const own = [row({ categories: matters, giverId: personId('ava'), giverCapacity: 'SELF' })];
    const found = (from: string, to: string | null): string =>
      state([], {
        category: 'SENS_MH',
        item: { ...item, categories: matters },
        episode: {
          ...episode,
          consents: own,
          competence: [{ id: 'c', personId: personId('ava'), matters, competent: true, from, to }],
        },
      });
    expect(found('2026-01-01T00:00:00.000Z', null)).toBe('GIVEN');
    expect(found('2026-02-01T00:00:00.000Z', null)).toBe('NONE');
    expect(found('2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')).toBe('NONE');
  });

  it("an adult's own data needs that adult's row, not the partner's", () => {
    const asked = {
      category: 'ADULT' as const,
      item: { ...item, categories: ['ADULT' as const], aboutPersonId: personId('mia') },
    };
    const about = { subjectId: personId('mia'), categories: ['ADULT' as const] };
    expect(state([row({ ...about, giverCapacity: 'SELF' })], asked)).toBe('GIVEN');
    expect(state([row({ ...about, giverId: personId('finn') })], asked)).toBe('NONE');
  });

  it('a council speaks for a child only under a care order that was live when it agreed', () => {
    const council = row({ giverId: 'council', giverCapacity: 'LA_CARE_ORDER' });
    const order = {
      id: 'order',
      effect: 'CARE_ORDER' as const,
      subjectId: personId('ava'),
      recipientId: null,
      categories: [],
      from: '2026-01-01T00:00:00.000Z',
      to: null,
    };
    const under = (from: string): string =>
      state([], { episode: { ...episode, consents: [council], courtOrders: [{ ...order, from }] } });
    expect(under('2026-01-01T00:00:00.000Z')).toBe('GIVEN');
    expect(under('2026-02-01T00:00:00.000Z')).toBe('NONE');
  });
});

describe('a service as a whole', () => {
  const at = '2026-03-16T10:00:00.000Z';
  const gone = { withdrawnAt: '2026-03-10T10:00:00.000Z' };
  const withdrawn = (consents: ConsentLine[]): string | null =>
    wholeWithdrawalAt({ ...episode, consents }, LENA, at);

  it('is withdrawn when its last row in force is withdrawn', () => {
    expect(withdrawn([row(gone)])).toBe(gone.withdrawnAt);
    expect(withdrawn([row(gone), second({ categories: ['CHILD'] })])).toBeNull();
    expect(withdrawn([row({ expiresAt: '2026-03-01' })])).toBeNull();
    expect(withdrawn([row({ ...gone, expiresAt: '2026-03-01' })])).toBeNull();
  });

  it('stays withdrawn as of then, whatever is given later', () => {
    expect(withdrawn([row(gone), second({ givenAt: '2026-03-12T10:00:00.000Z' })])).toBe(gone.withdrawnAt);
  });

  it('is refused when a giver said no and agrees to nothing with it', () => {
    const refused = (...consents: ConsentLine[]): boolean =>
      isRefusedService({ ...episode, consents }, 'school', at);
    expect(refused(row({ decision: 'REFUSED' }))).toBe(true);
    expect(refused(row({ decision: 'REFUSED' }), second({}))).toBe(false);
    expect(refused(row({ decision: 'REFUSED', categories: ['OFFENCE'] }), row({ id: 'b' }))).toBe(false);
    expect(refused(row(), second({ decision: 'REFUSED' }))).toBe(true);
    expect(refused(row({ decision: 'REFUSED', giverId: personId('sol') }))).toBe(false);
    expect(refused(row({ decision: 'NOT_SOUGHT' }))).toBe(false);
  });
});
