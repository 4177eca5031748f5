import { describe, expect, it } from '@jest/globals';
import {
  CAF_V1,
  checkAnswers,
  nextQuestionKey,
  questionDifference,
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

  it('has a key nobody had before', () => {
    expect([nextQuestionKey([]), nextQuestionKey(['own1', 'own7'])]).toEqual(['own1', 'own8']);
  });
});
