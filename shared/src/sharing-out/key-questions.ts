/** The key questions of sharing (rule 6.14), in their order. */
export const KEY_QUESTIONS = ['PURPOSE', 'IDENTIFIES', 'CONFIDENTIAL', 'AGREEMENT', 'GROUND'] as const;
export type KeyQuestion = (typeof KEY_QUESTIONS)[number];

export type KeyAnswers = Partial<Record<KeyQuestion, 'YES' | 'NO'>>;

/** Where the answers lead: share and record it, share in the ordinary way, or do not share and record that. */
export type KeyOutcome = 'SHARE' | 'SHARE_FREELY' | 'SHARE_AGREED' | 'DO_NOT_SHARE';

/** The next question, or where the answers so far lead. */
export function keyQuestion(answers: KeyAnswers): { ask: KeyQuestion } | { outcome: KeyOutcome } {
  if (answers.PURPOSE === undefined) return { ask: 'PURPOSE' };
  if (answers.PURPOSE === 'NO') return { outcome: 'DO_NOT_SHARE' };
  if (answers.IDENTIFIES === undefined) return { ask: 'IDENTIFIES' };
  if (answers.IDENTIFIES === 'NO') return { outcome: 'SHARE_FREELY' };
  if (answers.CONFIDENTIAL === undefined) return { ask: 'CONFIDENTIAL' };
  if (answers.CONFIDENTIAL === 'NO') return { outcome: 'SHARE_FREELY' };
  if (answers.AGREEMENT === undefined) return { ask: 'AGREEMENT' };
  if (answers.AGREEMENT === 'YES') return { outcome: 'SHARE_AGREED' };
  if (answers.GROUND === undefined) return { ask: 'GROUND' };
  return { outcome: answers.GROUND === 'YES' ? 'SHARE' : 'DO_NOT_SHARE' };
}

/** The questions that are on the page: those answered on the way and the one that comes next. */
export function questionsShown(answers: KeyAnswers): KeyQuestion[] {
  const shown: KeyQuestion[] = [];
  let known: KeyAnswers = {};
  for (;;) {
    const step = keyQuestion(known);
    if ('outcome' in step) return shown;
    shown.push(step.ask);
    const answer = answers[step.ask];
    if (answer === undefined) return shown;
    known = { ...known, [step.ask]: answer };
  }
}
