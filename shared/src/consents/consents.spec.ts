import { describe, expect, it } from '@jest/globals';
import { isEntitled, type ConsentLine, type EpisodeFacts, type GiverCapacity } from '../policy/index.js';
import { agreementProblems, isPath, usualLastDay } from './agreement-rules.js';
import type { RecordAgreement } from './agreement.contract.js';
import { effectsOf } from './effects.js';
import { entitlementOf, type AboutWhom } from './givers.js';
import { lightOf } from './light.js';
import { givenAtOf, instantsOfLine, windowsAtWithdrawal } from './line-instants.js';
import { agreementSentence, sentenceText, type SpokenLine } from './sentence.js';

const MIA = { personId: 'mia', capacity: 'PR_HOLDER' as GiverCapacity, hasPr: true, basis: null };
const child = (dateOfBirth: string, over: Partial<AboutWhom> = {}): AboutWhom => ({
  personId: 'child',
  kind: 'CHILD',
  dateOfBirth,
  competent: false,
  lacksCapacity: false,
  careOrder: false,
  specialGuardian: false,
  ...over,
});
const ON = '2026-03-16';
const NINE = child('2016-06-10');
const FIFTEEN = child('2010-09-01');
const SIXTEEN = child('2009-11-20');
const self = { personId: 'child', capacity: 'SELF' as GiverCapacity, hasPr: false, basis: null };

describe('who can give agreement (rule 6.3)', () => {
  it.each([
    ['a parent with responsibility for a child of 9', MIA, NINE, 'CHILD', 'yes'],
    ['a parent for a child of 15', MIA, FIFTEEN, 'CHILD', 'yes'],
    ['a parent for a young person of 16', MIA, SIXTEEN, 'CHILD', 'YOUNG_PERSON_DECIDES'],
    ['a young person of 16', self, SIXTEEN, 'CHILD', 'yes'],
    ['a child of 15 not recorded as able', self, FIFTEEN, 'SENS_SH', 'COMPETENCE_NOT_RECORDED'],
    ['a child of 15 recorded as able', self, child('2010-09-01', { competent: true }), 'SENS_SH', 'yes'],
    [
      'a parent where the child is able, own matter',
      MIA,
      child('2010-09-01', { competent: true }),
      'SENS_SH',
      'COMPETENT_CHILD_DECIDES',
    ],
    [
      'a parent where the child is able, ordinary',
      MIA,
      child('2010-09-01', { competent: true }),
      'CHILD',
      'yes',
    ],
    ['a step-parent', { ...MIA, hasPr: false }, NINE, 'CHILD', 'NO_PARENTAL_RESPONSIBILITY'],
    [
      'the council without an order',
      { ...MIA, capacity: 'LA_CARE_ORDER', hasPr: false },
      NINE,
      'CHILD',
      'NO_CARE_ORDER',
    ],
    [
      'the council with one',
      { ...MIA, capacity: 'LA_CARE_ORDER', basis: 'CARE_ORDER' },
      child('2016-06-10', { careOrder: true }),
      'CHILD',
      'yes',
    ],
    [
      'a parent who says they agree for the council',
      { ...MIA, capacity: 'LA_CARE_ORDER', basis: 'MOTHER' },
      child('2016-06-10', { careOrder: true }),
      'CHILD',
      'NO_CARE_ORDER',
    ],
    [
      'a parent under a care order',
      MIA,
      child('2016-06-10', { careOrder: true }),
      'CHILD',
      'COUNCIL_DECIDES',
    ],
    [
      'a parent beside a special guardian',
      MIA,
      child('2016-06-10', { specialGuardian: true }),
      'CHILD',
      'SPECIAL_GUARDIAN_DECIDES',
    ],
    [
      'a special guardian',
      { ...MIA, basis: 'SGO' },
      child('2016-06-10', { specialGuardian: true }),
      'CHILD',
      'yes',
    ],
    [
      'a parent for one of 16 who cannot decide this',
      MIA,
      child('2009-11-20', { lacksCapacity: true }),
      'CHILD',
      'yes',
    ],
    [
      'one of 16 who cannot decide this',
      self,
      child('2009-11-20', { lacksCapacity: true }),
      'CHILD',
      'BEST_INTERESTS_NEEDED',
    ],
    [
      'a parent for an adult who cannot decide this',
      MIA,
      child('2008-02-01', { lacksCapacity: true }),
      'CHILD',
      'YOUNG_PERSON_DECIDES',
    ],
    [
      'the mother of an unborn baby',
      { ...MIA, capacity: 'MOTHER_OF_UNBORN' },
      child('', { kind: 'UNBORN', dateOfBirth: null }),
      'CHILD',
      'yes',
    ],
    [
      'the father of an unborn baby',
      MIA,
      child('', { kind: 'UNBORN', dateOfBirth: null }),
      'CHILD',
      'MOTHER_DECIDES',
    ],
    ['an adult about themself', MIA, child('', { kind: 'ADULT', personId: 'mia' }), 'ADULT', 'yes'],
    ['a spouse', MIA, child('', { kind: 'ADULT', personId: 'finn' }), 'ADULT', 'ADULT_DECIDES'],
  ] as const)('%s', (_, giver, about, category, expected) => {
    const answer = entitlementOf(giver, about, category, ON);
    expect(answer.entitled ? 'yes' : answer.code).toBe(expected);
    if (!answer.entitled) expect(answer.words.length).toBeGreaterThan(20);
  });

  it('never lets in whom the policy would not follow', () => {
    for (const dob of ['2016-06-10', '2010-09-01', '2009-11-20', '2008-02-01'])
      for (const category of ['CHILD', 'NOTES', 'SENS_MH', 'OFFENCE'] as const)
        for (const competent of [true, false])
          for (const hasPr of [true, false])
            for (const giver of [self, { ...MIA, hasPr }]) {
              const answer = entitlementOf(giver, child(dob, { competent }), category, ON);
              expect(answer.entitled).toBe(byPolicy(giver, dob, competent, category));
            }
  });
});

function byPolicy(
  giver: { personId: string; capacity: GiverCapacity; hasPr: boolean },
  dob: string,
  competent: boolean,
  category: 'CHILD' | 'NOTES' | 'SENS_MH' | 'OFFENCE',
): boolean {
  const at = `${ON}T09:00:00.000Z`;
  const facts: EpisodeFacts = {
    id: 'e',
    state: 'PLAN_ACTIVE',
    closedAt: null,
    withdrawnAt: null,
    legalHold: false,
    seals: [],
    shields: [],
    blocks: [],
    edges: [],
    subjects: [{ personId: 'child', dob, kind: 'CHILD' }],
    relatives: [
      {
        id: 'r',
        personId: 'mia',
        childId: 'child',
        hasPr: giver.hasPr,
        notAsked: false,
        verifiedPortal: false,
        portalRisk: false,
      },
    ],
    consents: [],
    sensitiveLines: [],
    competence: competent
      ? [
          {
            id: 'c',
            personId: 'child',
            matters: [category],
            competent: true,
            from: '2026-01-01T00:00:00.000Z',
            to: null,
          },
        ]
      : [],
    disclosures: [],
    breakGlass: [],
    courtOrders: [],
    mergedInto: null,
    mergedFrom: [],
  };
  const row: ConsentLine = {
    id: 'l',
    subjectId: 'child',
    giverId: giver.personId,
    giverCapacity: giver.capacity,
    recipientType: 'SERVICE',
    recipientId: 'a',
    categories: [category],
    purposes: ['COORDINATE'],
    decision: 'GIVEN',
    givenAt: at,
    validFrom: ON,
    expiresAt: null,
    withdrawnAt: null,
    supersededAt: null,
    history: true,
    indexListing: false,
  };
  return isEntitled(facts, row, category, at);
}

describe('the instants of a line', () => {
  it('both days count in London, summer time too, and ten working days of asking again follow', () =>
    expect(
      instantsOfLine({
        decision: 'GIVEN',
        givenAt: '2026-03-28T08:00:00.000Z',
        validFrom: '2026-03-29',
        expiresOn: '2026-04-01',
      }),
    ).toEqual({
      fromAt: '2026-03-29T00:00:00.000Z',
      untilAt: '2026-04-01T23:00:00.000Z',
      teamReadUntil: '2026-04-17T23:00:00.000Z',
      leadReadUntil: '2026-04-17T23:00:00.000Z',
    }));

  it('never begins before it was given, and a refusal never ends', () =>
    expect(
      instantsOfLine({
        decision: 'REFUSED',
        givenAt: '2026-03-16T15:40:00.000Z',
        validFrom: '2026-03-16',
        expiresOn: null,
      }),
    ).toMatchObject({ fromAt: '2026-03-16T15:40:00.000Z', untilAt: 'infinity' }));

  it('a form of another day counts from the start of that day', () => {
    expect(givenAtOf('2026-03-13', '2026-03-16T09:00:00.000Z')).toBe('2026-03-13T00:00:00.000Z');
    expect(givenAtOf('2026-03-16', '2026-03-16T09:00:00.000Z')).toBe('2026-03-16T09:00:00.000Z');
  });

  it.each([
    ['ALL', '2026-03-30T23:00:00.000Z'],
    ['SERVICE', '2026-03-30T23:00:00.000Z'],
    ['CATEGORY', '2026-03-16T09:00:00.000Z'],
  ] as const)('withdrawn, %s: the team stops at once, the lead reads until %s', (scope, lead) =>
    expect(windowsAtWithdrawal(scope, '2026-03-16T09:00:00.000Z')).toEqual({
      untilAt: '2026-03-16T09:00:00.000Z',
      teamReadUntil: '2026-03-16T09:00:00.000Z',
      leadReadUntil: lead,
    }),
  );

  it('lasts twelve months, spoken ten working days', () => {
    expect(usualLastDay('ON_SCREEN', '2026-01-12')).toBe('2027-01-11');
    expect(usualLastDay('VERBAL_RECORDED', '2026-04-01')).toBe('2026-04-17');
  });
});

const line = (over: Partial<SpokenLine>): SpokenLine => ({
  recipientId: 'n',
  recipientName: 'Northway Primary',
  recipientType: 'SERVICE',
  category: 'CHILD',
  decision: 'GIVEN',
  purposes: ['ASSESS', 'COORDINATE'],
  expiresOn: '2027-01-11',
  aboutName: null,
  ...over,
});
const ALL = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
] as const;
const every = (
  recipientId: string,
  recipientName: string,
  decision: SpokenLine['decision'] = 'GIVEN',
): SpokenLine[] => ALL.map((category) => line({ recipientId, recipientName, category, decision }));
const C1_TO_C3 = [
  ...every('n', 'Northway Primary'),
  ...every('h', 'Community Health'),
  ...every('l', 'Locality Support'),
  ...every('c', 'CAMHS'),
  line({ recipientId: 'lena', recipientName: 'Lena', recipientType: 'PERSON', category: 'SENS_MH' }),
  line({ recipientId: 'h', recipientName: 'Community Health', category: 'SENS_MH' }),
  ...every('hh', 'Havenside Homes', 'REFUSED'),
];

describe('the sentence that is read aloud', () => {
  it('says what was ticked, in full', () =>
    expect(sentenceText(agreementSentence('Mia', 'Ava', C1_TO_C3))).toBe(
      'Mia agrees that Northway Primary, Community Health, Locality Support and CAMHS may know 9 kinds of things about ' +
        'Ava, to understand what would help and to work on one plan together, until 11 January 2027. Notes about Ava’s ' +
        'mental health may be read by Lena and Community Health, nobody else. Mia said no to Havenside Homes.',
    ));

  it('names few kinds, and parts services that may know different things', () =>
    expect(
      sentenceText(
        agreementSentence('Mia', 'Ava', [
          line({}),
          line({ category: 'PLAN' }),
          line({ recipientId: 'h', recipientName: 'Health' }),
        ]),
      ),
    ).toMatch(
      /^Mia agrees that Northway Primary may know how the child is doing and the plan .* Mia also agrees that Health /,
    ));

  it('leaves out what it is for until that is ticked', () =>
    expect(sentenceText(agreementSentence('Mia', 'Ava', [line({ purposes: [] })]))).toBe(
      'Mia agrees that Northway Primary may know how the child is doing about Ava, until 11 January 2027.',
    ));

  it('says so when nothing is ticked', () =>
    expect(sentenceText(agreementSentence('Mia', 'Ava', []))).toBe('Mia has not agreed to anything yet.'));
});

describe('the effect before saving', () => {
  const effects = effectsOf(C1_TO_C3, {
    childName: 'Ava',
    readerId: 'lena',
    people: [
      { userId: 'lena', name: 'Lena Marsh', agencyId: 'n', manager: false },
      { userId: 'okoro', name: 'Mr Okoro', agencyId: 'n', manager: true },
      { userId: 'hana', name: 'Hana Ali', agencyId: 'h', manager: false },
      { userId: 'ruth', name: 'Ruth Bell', agencyId: 'h', manager: true },
      { userId: 'yusuf', name: 'Yusuf Khan', agencyId: 'l', manager: false },
    ],
    notAsked: [{ name: 'Finn Ames', relation: 'FATHER' }],
    indexListing: true,
  }).map(({ mark, who, words }) => `${mark}: ${who}${words}`);

  it('names who will see what, and who will be told nothing', () => {
    expect(effects).toContain(
      'yes: Hana Ali and Ruth Bell (manager) will see everything ticked and notes about Ava’s mental health.',
    );
    expect(effects).toContain(
      'yes: Yusuf Khan will see everything ticked. Nothing will tell them that notes about mental health exist.',
    );
    expect(effects).toContain(
      'part: Mr Okoro (manager) will see what Northway Primary may see, not the notes kept for you alone.',
    );
    expect(effects).toContain(
      'no: Havenside Homes will not see Ava’s record, or that there is one. A search from there says “No record found”.',
    );
    expect(effects).toContain(
      'no: Finn Ames, father, has not been asked, and has their own rights to ask us.',
    );
    expect(effects.some((each) => each.startsWith('yes: Whoever joins from CAMHS'))).toBe(true);
  });
});

describe('the light over a case', () => {
  const held = (over: object) => ({
    recipientId: 'n',
    decision: 'GIVEN',
    status: 'ACTIVE',
    validFrom: '2026-01-12',
    expiresOn: '2027-01-11',
    ...over,
  });
  it.each([
    ['nobody was asked', [], 'ask'],
    ['only a refusal', [held({ decision: 'REFUSED', expiresOn: null })], 'said-no'],
    ['all agreed', [held({})], 'yes'],
    ['one refused', [held({}), held({ recipientId: 'h', decision: 'REFUSED', expiresOn: null })], 'part'],
    ['lapses soon', [held({ expiresOn: '2026-04-10' })], 'lapses'],
    ['withdrawn', [held({ status: 'WITHDRAWN' })], 'ask'],
    ['over', [held({ expiresOn: '2026-03-15' })], 'ask'],
    ['begins tomorrow', [held({ validFrom: '2026-03-17' })], 'ask'],
    [
      'one kind refused by a service that may know others',
      [held({}), held({ decision: 'REFUSED', expiresOn: null })],
      'yes',
    ],
  ])('%s', (_, lines, state) => expect(lightOf(lines, ON).state).toBe(state));
});

describe('an act as typed', () => {
  const act: RecordAgreement = {
    subjectId: 'child',
    giverPersonId: 'mia',
    capacity: 'PR_HOLDER',
    method: 'ON_SCREEN',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    signature: { kind: 'DRAWN', value: 'M10 20 L30 40' },
    lines: [{ recipientType: 'SERVICE', recipientId: 'n', category: 'CHILD', decision: 'GIVEN' }],
  };
  const [one] = act.lines;
  it.each([
    ['nothing wrong', {}, []],
    ['a day to come', { givenOn: '2026-03-17' }, ['givenOn']],
    ['spoken without a witness', { method: 'VERBAL_RECORDED' }, ['witness']],
    ['on screen without a signature', { signature: undefined }, ['signature']],
    [
      'a signature that is no drawing',
      { signature: { kind: 'DRAWN', value: '<svg onload=x>' } },
      ['signature.value'],
    ],
    ['the same line twice', { lines: [one, one] }, ['lines.1']],
    [
      'a no with a last day',
      { lines: [{ ...one, decision: 'REFUSED', expiresOn: '2027-01-01' }] },
      ['lines.0.expiresOn'],
    ],
    ['begins before it was given', { lines: [{ ...one, validFrom: '2026-03-01' }] }, ['lines.0.validFrom']],
    ['ends before it begins', { lines: [{ ...one, expiresOn: '2026-03-01' }] }, ['lines.0.expiresOn']],
    ['three years', { lines: [{ ...one, expiresOn: '2029-03-16' }] }, ['lines.0.expiresOn']],
    [
      'spoken for a year',
      { method: 'VERBAL_RECORDED', witness: 'Jo', lines: [{ ...one, expiresOn: '2027-03-15' }] },
      ['lines.0.expiresOn'],
    ],
  ])('%s', (_, over, fields) =>
    expect(Object.keys(agreementProblems({ ...act, ...over } as RecordAgreement, ON))).toEqual(fields),
  );

  it('a drawing is pen strokes and nothing else', () => {
    expect(isPath('M1 2 L3 4 L5.5 6 M7 8 L9 10')).toBe(true);
    expect(isPath('M1 2')).toBe(false);
    expect(isPath('M1 2 L3 4 url(x)')).toBe(false);
  });
});
