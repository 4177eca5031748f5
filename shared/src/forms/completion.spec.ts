import { describe, expect, it } from '@jest/globals';
import { dueDate } from '../lifecycle/index.js';
import * as forms from './index.js';

const FORM = forms.CAF_V1;
const TODAY = '2026-01-30';

const FACTS: forms.CompletionFacts = {
  today: TODAY,
  subject: {
    unborn: false,
    hasNames: true,
    dateOfBirth: '2016-06-10',
    dueDate: null,
    motherLinked: true,
    sex: 'FEMALE',
    hasCurrentAddress: true,
    ethnicity: 'WHITE_BRITISH',
    ethnicityText: null,
    firstLanguage: 'eng',
    parentLanguage: 'eng',
    interpreterNeeded: false,
    interpreterLanguage: null,
    disabled: 'NO',
    disabilityRecorded: false,
    settingRecorded: true,
  },
  familyAdults: 2,
  familyAdultsWithoutPrAnswer: 0,
  consentValid: true,
  latestReview: dueDate('review.first.weeks', TODAY),
};

const ELEMENTS = FORM.sections
  .filter((section) => section.element !== undefined)
  .map((section) => section.key);

/** A whole assessment, section by section. */
const WHOLE: Record<string, Record<string, forms.AnswerValue>> = {
  who: {
    existingChecked: true,
    existingCheckedOn: '2026-01-05',
    presentingIssues: ['SCHOOL_ATTENDANCE', 'EMOTIONAL_WELLBEING'],
    primaryIssue: 'SCHOOL_ATTENDANCE',
    reason: 'Ava missed 14 days last term. Her mum asked for help.',
    homeSituation: 'Lives with mum and stepdad.',
    peoplePresent: [{ name: 'Mia Ames', capacity: 'Mum' }],
    childSeen: 'SEEN_ALONE',
    services: [{ service: 'Northway Primary' }],
    levelOfNeed: 3,
  },
  child: { likes: 'I like drawing foxes.' },
  ...Object.fromEntries(
    ELEMENTS.map((key) => [
      key,
      {
        status: 'ASSESSED',
        strengths: 'Asks for help',
        needs: 'Cries on Mondays',
        needsSources: ['CHILD_SAID'],
      },
    ]),
  ),
  conclusions: {
    overallStrengths: 'Kind and clever',
    overallNeeds: 'Calmer mornings',
    conclusion: 'ADDITIONAL_NEEDS_MULTI_SERVICE',
    changesWanted: 'Mornings without tears',
    howWeWillKnow: 'Four mornings of five',
    harmSeen: false,
  },
  hopes: {
    outcomes: [{ statement: 'Ava is in school every Monday', agreedWith: ['CHILD'], elements: ['D10'] }],
    actions: [{ text: 'Meet Ava at the gate', owner: 'Lena Marsh', byWhen: '2026-02-27' }],
    reviewOn: '2026-03-12',
  },
  words: {
    childComment: 'It is fine',
    childCommentMethod: 'SPOKEN',
    childCommentOn: '2026-01-29',
    parentComments: [{ who: 'Mia Ames', comment: 'It is all true' }],
    copies: [{ who: 'Mia Ames', method: 'PAPER' }],
  },
};

type Over = Record<string, Record<string, forms.AnswerValue>>;

const stored = (answers: Over): forms.FormAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([key, own]) => [key, forms.splitAnswers(forms.section(FORM, key), own)]),
  );

const changed = (over: Over): forms.FormAnswers =>
  stored({
    ...WHOLE,
    ...Object.fromEntries(Object.entries(over).map(([key, own]) => [key, { ...WHOLE[key], ...own }])),
  });

const problems = (over: Over, facts: Partial<forms.CompletionFacts> = {}) =>
  forms
    .completionProblems(FORM, changed(over), { ...FACTS, ...facts })
    .map((problem) => `${problem.section}.${problem.field} ${problem.code}`);

const subject = (known: Partial<forms.SubjectFacts>) => ({ subject: { ...FACTS.subject, ...known } });

describe('finishing an assessment (rule T12)', () => {
  it('a whole one may be finished', () => expect(problems({})).toEqual([]));

  it('an empty one lists what is to do, each with section, field and words', () => {
    const found = forms.completionProblems(FORM, {}, { ...FACTS, consentValid: false });
    const sections = new Set(found.map((problem) => problem.section));
    expect(found.filter((problem) => problem.field === 'status').map((problem) => problem.section)).toEqual(
      ELEMENTS,
    );
    expect([...sections]).toEqual(expect.arrayContaining(['who', 'agreement', 'conclusions', 'words']));
    expect(sections.has('hopes')).toBe(false);
    for (const problem of found) expect(problem.words.length).toBeGreaterThan(10);
  });

  it.each<[string, Over, string[]]>([
    ['an element without a status', { D07: { status: null } }, ['D07.status REQUIRED']],
    [
      'an element looked at, nothing written',
      { D07: { strengths: '', needs: '', needsSources: null } },
      ['D07.strengths NOTHING_WRITTEN'],
    ],
    ['needs without who said so', { D07: { needsSources: [] } }, ['D07.needsSources REQUIRED']],
    ['not looked at yet, no reason', { D07: { status: 'NOT_EXPLORED' } }, ['D07.statusReason REQUIRED']],
    ['a score without whose it is', { D07: { needRating: 6 } }, ['D07.ratedBy REQUIRED']],
    ['too short a reason', { who: { reason: 'Attendance' } }, ['who.reason TOO_SHORT']],
    ['the index not looked at', { who: { existingChecked: false } }, ['who.existingChecked CHECK_MISSING']],
    [
      'a main issue that was not ticked',
      { who: { primaryIssue: 'HOUSING' } },
      ['who.primaryIssue MAIN_NOT_CHOSEN'],
    ],
    ['a child not seen, no reason', { who: { childSeen: 'NOT_SEEN' } }, ['who.notSeenReason REQUIRED']],
    [
      'another reason that is not told',
      { who: { childSeen: 'NOT_SEEN', notSeenReason: 'OTHER' } },
      ['who.notSeenText REQUIRED'],
    ],
    ['nobody who took part', { who: { peoplePresent: [] } }, ['who.peoplePresent REQUIRED']],
    [
      'someone who took part without a role',
      { who: { peoplePresent: [{ name: 'Mia' }] } },
      ['who.peoplePresent.0.capacity REQUIRED'],
    ],
    ['harm not answered', { conclusions: { harmSeen: null } }, ['conclusions.harmSeen REQUIRED']],
    [
      'harm seen and nothing said of a referral',
      { conclusions: { harmSeen: true } },
      [
        'conclusions.referral REQUIRED',
        'conclusions.referralOn REQUIRED',
        'conclusions.referralTold REQUIRED',
        'conclusions.familyTold REQUIRED',
      ],
    ],
    [
      'the family not told of a referral, no reason',
      {
        conclusions: {
          harmSeen: true,
          referral: 'Hub, ref 12',
          referralOn: TODAY,
          referralTold: 'Dee',
          familyTold: false,
        },
      },
      ['conclusions.familyNotToldReason REQUIRED'],
    ],
    ['needs without a hope', { hopes: { outcomes: [] } }, ['hopes.outcomes REQUIRED']],
    ['needs without an action', { hopes: { actions: null } }, ['hopes.actions REQUIRED']],
    ['no review date', { hopes: { reviewOn: '' } }, ['hopes.reviewOn REQUIRED']],
    ['a review after six weeks', { hopes: { reviewOn: '2026-03-14' } }, ['hopes.reviewOn REVIEW_TOO_LATE']],
    ['a review in the past', { hopes: { reviewOn: '2026-01-29' } }, ['hopes.reviewOn REVIEW_PAST']],
    [
      'no words of the child and no reason',
      { words: { childComment: '' } },
      ['words.noChildComment REQUIRED'],
    ],
    [
      'words of the child, not said how',
      { words: { childCommentMethod: null } },
      ['words.childCommentMethod REQUIRED'],
    ],
    [
      'words of the child and a reason for none',
      { words: { noChildComment: 'DECLINED' } },
      ['words.noChildComment COMMENT_AND_REASON'],
    ],
    ['words from tomorrow', { words: { childCommentOn: '2026-01-31' } }, ['words.childCommentOn DATE_AHEAD']],
    ['no parent asked', { words: { parentComments: [] } }, ['words.parentComments REQUIRED']],
    [
      'a parent without words or reason',
      { words: { parentComments: [{ who: 'Finn' }] } },
      ['words.parentComments.0.noComment REQUIRED'],
    ],
    [
      'a disagreement without its words',
      { words: { disagreement: true } },
      ['words.disagreementText REQUIRED'],
    ],
    ['nobody with a copy', { words: { copies: [] } }, ['words.copies REQUIRED']],
    [
      'an answer of the wrong kind, however it got there',
      { D01: { status: 'SEEN' } },
      ['D01.status CODE_UNKNOWN'],
    ],
  ])('%s stands in the way', (_title, over, expected) => expect(problems(over)).toEqual(expected));

  it.each<[string, Partial<forms.CompletionFacts>, string[]]>([
    ['no agreement in force', { consentValid: false }, ['agreement.consent CONSENT_MISSING']],
    ['no adult of the family', { familyAdults: 0 }, ['who.family REQUIRED']],
    ['parental responsibility not asked', { familyAdultsWithoutPrAnswer: 1 }, ['who.family REQUIRED']],
    ['no names', subject({ hasNames: false }), ['who.names REQUIRED']],
    ['no date of birth', subject({ dateOfBirth: null }), ['who.dateOfBirth REQUIRED']],
    ['ethnicity not asked', subject({ ethnicity: null }), ['who.ethnicity REQUIRED']],
    ['another ethnicity without words', subject({ ethnicity: 'OTHER' }), ['who.ethnicity REQUIRED']],
    ['an interpreter without a language', subject({ interpreterNeeded: true }), ['who.language REQUIRED']],
    ['a disability not described', subject({ disabled: 'YES' }), ['who.disability REQUIRED']],
    ['no school at school age', subject({ settingRecorded: false }), ['who.setting REQUIRED']],
  ])('%s stands in the way', (_title, facts, expected) => expect(problems({}, facts)).toEqual(expected));

  it('a child too young for school needs none', () =>
    expect(problems({}, subject({ settingRecorded: false, dateOfBirth: '2022-06-10' }))).toEqual([]));

  it('an assessment that finds no needs asks for no hopes, actions or review', () =>
    expect(
      problems({
        conclusions: { conclusion: 'NO_ADDITIONAL_NEEDS' },
        hopes: { outcomes: [], actions: [], reviewOn: null },
      }),
    ).toEqual([]));

  it('an element written only in a private part counts as written', () => {
    const answers: forms.FormAnswers = {
      ...changed({ D04: { strengths: null, needs: null, needsSources: null } }),
    };
    const open = answers['D04'] ?? [];
    const part = {
      category: 'SENS_MH' as const,
      aboutPersonId: null,
      answers: { needs: 'Self-harm', needsSources: ['CHILD_SAID'] },
    };
    expect(forms.completionProblems(FORM, { ...answers, D04: [...open, part] }, FACTS)).toEqual([]);
  });
});

describe('an unborn baby', () => {
  const facts: forms.CompletionFacts = {
    ...FACTS,
    ...subject({
      unborn: true,
      hasNames: false,
      dateOfBirth: null,
      dueDate: '2026-07-27',
      sex: null,
      disabled: null,
      ethnicity: null,
      settingRecorded: false,
    }),
  };
  const defaults = forms.unbornDefaults(FORM);
  const statusOf = (key: string) => defaults[key]?.[0]?.answers['status'];

  it('starts with what cannot be looked at yet marked as not relevant', () => {
    expect(ELEMENTS.filter((key) => statusOf(key) === 'NOT_RELEVANT')).toEqual([
      'D03',
      'D04',
      'D05',
      'D06',
      'D07',
      'D08',
      'D09',
      'D10',
      'D11',
      'D12',
    ]);
    expect(statusOf('D01')).toBeUndefined();
  });

  it('has a reason ready for not being seen and for having no words', () => {
    const answers = stored({
      ...WHOLE,
      words: {
        parentComments: WHOLE['words']?.['parentComments'] ?? null,
        copies: WHOLE['words']?.['copies'] ?? null,
        noChildComment: 'UNBORN',
      },
      who: { ...WHOLE['who'], childSeen: 'NOT_SEEN', notSeenReason: 'UNBORN' },
    });
    expect(forms.completionProblems(FORM, { ...answers, D03: defaults['D03'] ?? [] }, facts)).toEqual([]);
    expect(defaults['who']?.[0]?.answers).toEqual({ childSeen: 'NOT_SEEN', notSeenReason: 'UNBORN' });
  });

  it('cannot have been seen', () => expect(problems({}, facts)).toContain('who.childSeen UNBORN_SEEN'));

  it('needs a due date and a mother', () =>
    expect(
      problems({}, { ...facts, subject: { ...facts.subject, dueDate: null, motherLinked: false } }).filter(
        (each) => each.startsWith('who.'),
      ),
    ).toEqual(expect.arrayContaining(['who.dateOfBirth REQUIRED', 'who.family REQUIRED'])));
});

describe('the mark beside a section', () => {
  const status = (key: string, answers: forms.FormAnswers, facts = FACTS) =>
    forms.sectionStatus(FORM, forms.section(FORM, key), answers, facts);

  it('is to do, started or done', () => {
    expect(status('D04', {})).toBe('TODO');
    expect(status('D04', stored({ D04: { needs: 'Cries' } }))).toBe('STARTED');
    expect(status('D04', changed({}))).toBe('DONE');
  });

  it('the agreement is done when one is in force', () => {
    expect(status('agreement', {})).toBe('DONE');
    expect(status('agreement', {}, { ...FACTS, consentValid: false })).toBe('TODO');
  });

  it('the child’s page is not done because nobody opened it', () => {
    expect(status('child', {})).toBe('TODO');
    expect(status('child', changed({}))).toBe('DONE');
  });
});
