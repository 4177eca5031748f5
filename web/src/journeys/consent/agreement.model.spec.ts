import { describe, expect, it } from '@jest/globals';
import { sentenceText, type AgreementLineView } from '@encircle/shared/consents';
import {
  controlOf,
  emptyDraft,
  kindsOf,
  linesOf,
  ORDINARY,
  rowsFor,
  sentenceOf,
  tick,
  type Draft,
} from './agreement.model';

const TEAM = [
  { userId: 'lena', name: 'Lena', agencyId: 'n', agency: 'Northway Primary' },
  { userId: 'hana', name: 'Hana', agencyId: 'h', agency: 'Community Health' },
];
const standing = (over: Partial<AgreementLineView>): AgreementLineView =>
  ({
    recipientType: 'SERVICE',
    recipientId: 'n',
    recipientName: 'Northway Primary',
    category: 'CHILD',
    aboutPersonId: null,
    decision: 'GIVEN',
    ...over,
  }) as AgreementLineView;

const draftWith = (over: Partial<Draft>): Draft => ({
  ...emptyDraft('ava', '2026-01-12'),
  purposes: ['ASSESS', 'COORDINATE'],
  until: '2027-01-11',
  rows: rowsFor(TEAM, []),
  ...over,
});

describe('the table of who may know what', () => {
  it('begins with the services at work and nothing ticked', () => {
    const rows = rowsFor(TEAM, []);
    expect(rows.map((row) => [row.name, row.answer, row.ticks])).toEqual([
      ['Northway Primary', 'YES', {}],
      ['Community Health', 'YES', {}],
    ]);
  });

  it('a service asked about with nothing ticked counts as not asked', () =>
    expect(linesOf(draftWith({})).map(({ line }) => line.decision)).toEqual(['NOT_SOUGHT', 'NOT_SOUGHT']));

  it('a no is said for every ordinary kind, one line each', () => {
    const [northway] = rowsFor(TEAM, []);
    const lines = linesOf(draftWith({ rows: [{ ...northway!, answer: 'NO' }] }));
    expect(lines.map(({ line }) => [line.category, line.decision])).toEqual(
      ORDINARY.map((kind) => [kind, 'REFUSED']),
    );
    expect(lines.some(({ line }) => 'expiresOn' in line)).toBe(false);
  });

  it('what stands is shown, and taking a tick away is a no', () => {
    const rows = rowsFor(TEAM, [standing({}), standing({ category: 'PLAN' })]);
    expect(rows[0]?.ticks).toEqual({ CHILD: 'SERVICE', PLAN: 'SERVICE' });
    const changed = tick(rows[0]!, { key: 'PLAN', reader: null });
    expect(linesOf(draftWith({ rows: [changed] })).map(({ line }) => [line.category, line.decision])).toEqual(
      [
        ['CHILD', 'GIVEN'],
        ['PLAN', 'REFUSED'],
      ],
    );
  });

  it('one person at a service is a line to that person', () => {
    const kind = { category: 'SENS_MH', about: null };
    const [row] = rowsFor(TEAM, [
      standing({ category: 'SENS_MH', recipientType: 'PERSON', recipientId: 'lena' }),
    ]);
    expect(row?.ticks).toEqual({ SENS_MH: 'lena' });
    expect(kindsOf([standing({ category: 'SENS_MH' })], new Map())).toEqual([kind]);
    const [only] = linesOf(draftWith({ rows: [row!], kinds: [kind] }));
    expect(only).toMatchObject({
      recipientName: 'Lena',
      line: { recipientType: 'PERSON', recipientId: 'lena', category: 'SENS_MH' },
    });
  });

  it('a refused service and one not asked come back as they were', () =>
    expect(
      rowsFor(
        [],
        [
          standing({ recipientId: 'hh', recipientName: 'Havenside', decision: 'REFUSED' }),
          standing({ recipientId: 'p', recipientName: 'Police', decision: 'NOT_SOUGHT' }),
        ],
      ).map((row) => row.answer),
    ).toEqual(['NO', 'NOT_ASKED']));

  it('an adult’s own information names whom it is about', () => {
    const kind = { category: 'ADULT', about: { id: 'mia', name: 'Mia' } };
    const [row] = rowsFor(TEAM, []);
    const [first] = linesOf(
      draftWith({ rows: [tick(row!, { key: 'ADULT|mia', reader: 'lena' })], kinds: [kind] }),
    );
    expect(first?.line).toMatchObject({ category: 'ADULT', aboutPersonId: 'mia', recipientId: 'lena' });
    expect(first?.aboutName).toBe('Mia');
  });
});

describe('what is read aloud and where messages lead', () => {
  it('rewrites itself with every tick', () => {
    const [row] = rowsFor(TEAM, []);
    const one = draftWith({ rows: [tick(row!, { key: 'PLAN', reader: 'SERVICE' })] });
    expect(sentenceText(sentenceOf(one, 'Mia', 'Ava'))).toBe(
      'Mia agrees that Northway Primary may know the plan about Ava, to understand what would help and to work on one ' +
        'plan together, until 11 January 2027.',
    );
  });

  it('a message about a line leads to its row', () => {
    const lines = linesOf(draftWith({}));
    expect(controlOf('lines.1.recipientId', lines)).toBe('row-h');
    expect(controlOf('witness', lines)).toBe('witness');
    expect(controlOf('understood.sharing', lines)).toBe('understood-sharing');
  });
});
