import { describe, expect, it } from '@jest/globals';
import {
  answerList,
  CAF_V1,
  checkAnswers,
  formSchemas,
  nextQuestionKey,
  ownAnswers,
  questionDifference,
  schemaName,
  section,
  withQuestions,
} from './index.js';

const QUESTIONS = [
  {
    key: 'own1',
    section: 'D10',
    type: 'YES_NO',
    label: 'Does {child} have a travel pass?',
    hint: null,
    required: true,
  },
  {
    key: 'own2',
    section: 'who',
    type: 'SCALE',
    label: 'How sure are we?',
    hint: 'Ask the family.',
    required: false,
  },
] as const;

describe('a question an area adds', () => {
  const next = withQuestions(CAF_V1, 'v2', QUESTIONS);

  it('stands at the end of its section in the next version, and nowhere in the one before', () => {
    expect(section(next, 'D10').fields.at(-1)).toMatchObject({ key: 'own1', type: 'YES_NO', req: 'X' });
    expect(section(next, 'who').fields.at(-1)).toMatchObject({ key: 'own2', req: 'O', min: 0, max: 10 });
    expect(questionDifference(CAF_V1, next)).toEqual({ added: ['who.own2', 'D10.own1'], gone: [] });
    expect(questionDifference(next, CAF_V1)).toEqual({ added: [], gone: ['who.own2', 'D10.own1'] });
    expect(next.version).toBe('v2');
  });

  it('takes answers of its kind, and the version before takes none', () => {
    const check = (form: typeof next, value: boolean | string) =>
      checkAnswers(section(form, 'D10'), 'CHILD', { own1: value }).map((each) => each.code);
    expect([check(next, true), check(next, 'yes'), check(CAF_V1, true)]).toEqual([
      [],
      ['ANSWER_INVALID'],
      ['UNKNOWN_FIELD'],
    ]);
  });

  it('brings its own list of answers, and takes nothing beside it', () => {
    const answers = ownAnswers(['On foot', 'By bus ', 'By car']);
    const question = {
      section: 'D10',
      label: 'How does {child} come?',
      hint: null,
      required: false,
      answers,
    };
    const chosen = withQuestions(CAF_V1, 'v3', [
      { ...question, key: 'own3', type: 'CODE' },
      { ...question, key: 'own4', type: 'CODES' },
    ]);
    expect(answers.map(({ code, label }) => `${code} ${label}`)).toEqual([
      'A1 On foot',
      'A2 By bus',
      'A3 By car',
    ]);
    const check = (given: Record<string, string | string[]>) =>
      checkAnswers(section(chosen, 'D10'), 'CHILD', given).map((each) => each.code);
    expect(check({ own3: 'A2', own4: ['A1', 'A3'] })).toEqual([]);
    expect(check({ own3: 'A9' })).toEqual(['CODE_UNKNOWN']);
    expect(check({ own4: ['A1', 'By bus'] })).toEqual(['CODE_UNKNOWN']);
    expect(formSchemas(chosen)[schemaName(chosen, 'D10')]).toMatchObject({
      properties: { own3: { enum: ['A1', 'A2', 'A3'] }, own4: { items: { enum: ['A1', 'A2', 'A3'] } } },
    });
    const field = section(chosen, 'D10').fields.at(-1);
    expect(field && answerList(field)?.rows.map(({ label }) => label)).toEqual([
      'On foot',
      'By bus',
      'By car',
    ]);
  });

  it('has a key nobody had before', () => {
    expect([nextQuestionKey([]), nextQuestionKey(['own1', 'own7'])]).toEqual(['own1', 'own8']);
  });
});
