import { describe, expect, it } from '@jest/globals';
import { CAF_ELEMENTS, codeListNamed, termsWith } from '../codes/index.js';
import * as forms from './index.js';

const allFields = (form: forms.FormVersion): forms.FormField[] =>
  form.sections.flatMap((section) => section.fields.flatMap((field) => [field, ...(field.fields ?? [])]));

describe.each(forms.FORMS.map((form) => [`${form.code} ${form.version}`, form] as const))(
  'form %s',
  (_name, form) => {
    it('has each section and each field of a section once', () => {
      const keys = form.sections.map((section) => section.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const section of form.sections) {
        const fields = section.fields.map((field) => field.key);
        expect(new Set(fields).size).toBe(fields.length);
      }
    });

    it('puts each section in a group, in the order of the groups', () => {
      const groups = form.groups.map((group) => group.key);
      const places = form.sections.map((section) => groups.indexOf(section.group));
      expect(places).not.toContain(-1);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    });

    it('asks codes only from lists that exist', () => {
      for (const field of allFields(form)) {
        expect(field.codes !== undefined).toBe(field.type === 'CODE' || field.type === 'CODES');
        if (field.codes !== undefined) expect(codeListNamed(field.codes)?.name).toBe(field.codes);
      }
    });

    it('shows a conditional question after the one it hangs on', () => {
      for (const section of form.sections)
        for (const [place, field] of section.fields.entries()) {
          if (field.req === 'X') expect(field.when).toBeDefined();
          if (!field.when || field.when.section !== undefined) continue;
          const before = section.fields.slice(0, place).map((each) => each.key);
          expect(before).toContain(field.when.field);
        }
    });

    it('gives a good example wherever it gives a poor one', () => {
      for (const field of allFields(form)) expect(field.good === undefined).toBe(field.poor === undefined);
    });
  },
);

describe('the assessment form', () => {
  it('has one section for each element of the code list, in its order', () => {
    const elements = forms.CAF_V1.sections.flatMap((section) => section.element ?? []);
    expect(elements).toEqual(CAF_ELEMENTS.codes);
    expect(elements).toHaveLength(19);
  });

  it('says where a section stands', () => {
    expect(forms.partNumber(forms.CAF_V1, 'D04')).toEqual({ part: 7, of: 25 });
    expect(forms.section(forms.CAF_V1, 'D04')).toMatchObject({
      title: 'Feelings and friendships',
      formal: 'Emotional and social development',
    });
    expect(() => forms.section(forms.CAF_V1, 'D99')).toThrow(RangeError);
  });

  it('keeps each domain under its own kind of information', () => {
    const category = (key: string) => forms.section(forms.CAF_V1, key).category;
    expect([category('D12'), category('P01'), category('F04'), category('hopes')]).toEqual([
      'CHILD',
      'PARENTING',
      'FAMILY',
      'PLAN',
    ]);
  });

  it('speaks of the child by name and in the authority’s words', () => {
    const terms = termsWith({ assessmentShort: 'EHA' });
    expect(forms.formWords('{child}’s page, before the {assessmentShort}', 'Avie', terms)).toBe(
      'Avie’s page, before the EHA',
    );
  });

  it('is found by code and version, the newest first for new work', () => {
    expect(forms.findForm('caf', 'v1')).toBe(forms.CAF_V1);
    expect(forms.findForm('caf', 'v0')).toBeUndefined();
    expect(forms.currentForm('caf')).toBe(forms.CAF_V1);
    expect(() => forms.currentForm('none')).toThrow(RangeError);
  });
});

describe('parts of a section', () => {
  const D04 = forms.section(forms.CAF_V1, 'D04');

  it('a more private block holds the block’s questions and nothing else', () => {
    const keys = forms.fieldsOfPart(D04, 'SENS_MH').map((field) => field.key);
    expect(keys).toEqual(
      expect.arrayContaining(['strengths', 'needs', 'needsSources', 'needRating', 'opinion']),
    );
    expect(keys).not.toContain('status');
    expect(keys).not.toContain('childViewPrivate');
    expect(forms.fieldsOfPart(D04, 'PRIVATE').map((field) => field.key)).toEqual(['childViewPrivate']);
    expect(forms.fieldsOfPart(D04, 'PLAN')).toEqual([]);
  });

  it('harm seen is never kept with what a family reads', () => {
    const conclusions = forms.section(forms.CAF_V1, 'conclusions');
    expect(forms.fieldsOfPart(conclusions, 'SAFE').map((field) => field.key)).toContain('harmSeen');
    expect(forms.fieldsOfPart(conclusions, 'CHILD').map((field) => field.key)).not.toContain('harmSeen');
    expect(forms.categoriesOf(conclusions)).toEqual(['CHILD', 'SAFE']);
  });

  it('answers come apart by kind of information and go together again', () => {
    const page = forms.section(forms.CAF_V1, 'child');
    const answers = { likes: 'Foxes', people: 'Nan', justForWorker: 'I am scared of him' };
    const parts = forms.splitAnswers(page, answers);
    expect(parts.map((part) => [part.category, Object.keys(part.answers)])).toEqual([
      ['CHILD', ['likes']],
      ['FAMILY', ['people']],
      ['PRIVATE', ['justForWorker']],
    ]);
    expect(forms.mergedAnswers(page, parts)).toEqual(answers);
  });

  it('for a check the section’s own answer comes before a more private one', () => {
    const part = (category: 'SENS_MH' | 'CHILD', needs: string) => ({
      category,
      aboutPersonId: null,
      answers: { needs },
    });
    expect(forms.mergedAnswers(D04, [part('SENS_MH', 'private'), part('CHILD', 'open')])).toEqual({
      needs: 'open',
    });
    expect(forms.mergedAnswers(D04, [part('SENS_MH', 'private'), part('CHILD', ' ')])).toEqual({
      needs: 'private',
    });
  });
});

describe('answers as they are saved', () => {
  const check = (
    section: string,
    category: Parameters<typeof forms.checkAnswers>[1],
    answers: forms.SectionAnswers,
  ) =>
    forms
      .checkAnswers(forms.section(forms.CAF_V1, section), category, answers)
      .map((p) => `${p.field} ${p.code}`);

  it('a draft may be saved with nothing in it', () => expect(check('D04', 'CHILD', {})).toEqual([]));

  it('takes what belongs there', () =>
    expect(
      check('D04', 'CHILD', {
        status: 'ASSESSED',
        needs: 'Cries',
        needsSources: ['CHILD_SAID'],
        needRating: 6,
        opinion: null,
      }),
    ).toEqual([]));

  it.each<[string, forms.SectionAnswers, string[]]>([
    ['a question that does not exist', { mood: 'low' }, ['mood UNKNOWN_FIELD']],
    ['a code not in the list', { status: 'MAYBE' }, ['status CODE_UNKNOWN']],
    ['one code where several belong', { needsSources: 'CHILD_SAID' }, ['needsSources CODE_UNKNOWN']],
    ['a wrong code among several', { needsSources: ['CHILD_SAID', 'RUMOUR'] }, ['needsSources CODE_UNKNOWN']],
    ['a score above ten', { needRating: 11 }, ['needRating NUMBER_INVALID']],
    ['half a score', { needRating: 5.5 }, ['needRating NUMBER_INVALID']],
    ['text that is no text', { needs: 5 }, ['needs TEXT_INVALID']],
    ['text without end', { needs: 'x'.repeat(8001) }, ['needs TEXT_TOO_LONG']],
    ['private words among the others', { childViewPrivate: 'secret' }, ['childViewPrivate UNKNOWN_FIELD']],
  ])('refuses %s', (_title, answers, problems) => expect(check('D04', 'CHILD', answers)).toEqual(problems));

  it('names the line and the box of a list', () => {
    expect(
      check('hopes', 'PLAN', { actions: [{ text: 'Meet Ava', owner: 'Lena', byWhen: '2026-02-30' }] }),
    ).toEqual(['actions.0.byWhen DATE_INVALID']);
    expect(check('hopes', 'PLAN', { actions: ['Meet Ava'] })).toEqual(['actions.0 ROWS_INVALID']);
    expect(check('hopes', 'PLAN', { actions: 'Meet Ava' })).toEqual(['actions ROWS_INVALID']);
    expect(check('hopes', 'PLAN', { outcomes: Array.from({ length: 51 }, () => ({})) })).toEqual([
      'outcomes ROWS_TOO_MANY',
    ]);
  });

  it('refuses what is kept in the record', () =>
    expect(check('who', 'IDENT', { names: 'Ava' })).toEqual(['names UNKNOWN_FIELD']));

  it('a yes-or-no question takes no words', () =>
    expect(check('who', 'CHILD', { existingChecked: 'yes' })).toEqual(['existingChecked ANSWER_INVALID']));
});

describe('the consent statement (rules 3.9 and 11.2)', () => {
  const { paragraphs, questions } = forms.CONSENT_STATEMENT_V1;

  it('has no sentence longer than 15 words', () => {
    const sentences = [...paragraphs, ...questions].flatMap((each) => each.text.split(/(?<=[.?!])\s+/));
    const lengths = sentences.map((sentence) => sentence.split(/\s+/).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
  });

  it('says what, with whom, why, how long, how to change one’s mind, when not asked, and whom to complain to', () =>
    expect(paragraphs.map((each) => each.key)).toEqual([
      'what',
      'why',
      'who',
      'private',
      'long',
      'mind',
      'without',
      'log',
      'complain',
    ]));

  it('asks five things, the last of them free', () => {
    expect(questions).toHaveLength(5);
    expect(questions.filter((question) => !question.required).map((question) => question.key)).toEqual([
      'evaluate',
    ]);
  });

  it('can be read again by its version', () => {
    expect(forms.consentStatement('1')).toBe(forms.CONSENT_STATEMENT_V1);
    expect(forms.consentStatement('0')).toBeUndefined();
    expect(forms.currentConsentStatement().version).toBe('1');
  });
});
