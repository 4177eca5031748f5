import type { Category } from '../categories.js';
import type { Instant } from '../facts.js';
import type { Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import type { Standing } from '../standing.js';
import { answerByRows } from './row-answer.js';

/** Rule R09: a row of the person the block is about. A recorded override is step 15's. */
export function ownDataOf(
  question: Question,
  category: Category,
  standing: Standing,
  asOf: Instant,
): Outcome {
  return answerByRows(question, category, standing, asOf, {
    given: 'R09_CONSENT',
    none: 'R09_NO_CONSENT',
  });
}
