import { isOrdinary, isOwnData, isSensitive, type Category } from '../categories.js';
import type { Instant } from '../facts.js';
import { refuse, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import type { Standing } from '../standing.js';
import { third } from './10-third.js';
import { privateWords } from './11-private.js';
import { sensitive } from './12-sensitive.js';
import { ownDataOf } from './13-own-data.js';
import { accessLog, ordinary, safeguarding } from './14-ordinary.js';

/** Steps 10 to 14 for one standing, the rows read as they stood at `asOf`. Each category has exactly one step. */
export function judgeByConsent(
  question: Question,
  category: Category,
  standing: Standing,
  asOf: Instant,
): Outcome {
  if (category === 'THIRD') return third(standing);
  if (category === 'PRIVATE') return privateWords(question, standing);
  if (isSensitive(category)) return sensitive(question, category, standing, asOf);
  if (isOwnData(category)) return ownDataOf(question, category, standing, asOf);
  if (isOrdinary(category)) return ordinary(question, category, standing, asOf);
  if (category === 'SAFE') return safeguarding(standing);
  if (category === 'LOG') return accessLog(standing);
  return refuse(category, ['R18_AGGREGATE']);
}
