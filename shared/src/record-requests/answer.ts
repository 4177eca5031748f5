import type { RefusalGround } from './request-codes.js';

const RIGHTS =
  'If you are unhappy with this answer, ask us to look at it again, or complain to the Information Commissioner.';

/** The answer to whoever asked, by its ground alone: no words of the reason kept inside can get into it. */
const WORDS: Readonly<Record<RefusalGround, string>> = {
  CHILD_DECIDES:
    'The right to ask belongs to the young person, who decides about this. We cannot give you a copy.',
  NOT_ENTITLED: 'We hold nothing that we may give you in answer to this request.',
  NOT_PROVEN: 'We could not be sure who is asking. Send us proof of who you are, and we begin at once.',
  EXCESSIVE: 'We have answered this request before, and nothing has been added since.',
};

export const answerTo = (ground: RefusalGround | null): string[] =>
  ground === null ? [] : [WORDS[ground], RIGHTS];
