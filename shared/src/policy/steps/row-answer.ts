import type { Category } from '../categories.js';
import { matchConsent } from '../consent-match.js';
import type { ConsentAnswer } from '../consent-state.js';
import type { Instant } from '../facts.js';
import { allow, limited, refuse, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import type { ReasonCode } from '../reasons.js';
import type { Standing } from '../standing.js';
import { wayTo } from '../reach.js';
import { expiredWindowEnd, isWithin } from '../windows.js';

interface RowReasons {
  given: ReasonCode;
  none: ReasonCode;
}

/** What the family's rows say for one standing, in an outcome (rules R07, R08, R09 and 6.10 for expiry). */
export function answerByRows(
  question: Question,
  category: Category,
  standing: Standing,
  asOf: Instant,
  reasons: RowReasons,
): Outcome {
  const { episode, item, purpose } = question;
  if (wayTo(standing.kind, category) !== 'ROWS') return refuse(category, [reasons.none]);
  const answer = matchConsent({
    episode,
    item,
    category,
    purpose,
    recipient: standing.recipient,
    at: asOf,
  });
  const bases = [...standing.bases, ...answer.rowIds];
  if (answer.state === 'GIVEN') return allow([reasons.given], bases);
  if (mayAskAgain(question, standing, answer))
    return limited('ASK_AGAIN', [reasons.given, 'R15_EXPIRED'], bases);
  return refuse(category, [reasons.none, ...why(answer)]);
}

function mayAskAgain({ settings, now }: Question, standing: Standing, answer: ConsentAnswer): boolean {
  const team = standing.kind === 'MEMBER' || standing.kind === 'MANAGER' || standing.kind === 'CAFC_NAMED';
  return team && answer.lastDay !== undefined && isWithin(expiredWindowEnd(answer.lastDay, settings), now);
}

function why({ state }: ConsentAnswer): readonly ReasonCode[] {
  if (state === 'REFUSED') return ['R07_REFUSED'];
  if (state === 'BEFORE') return ['R07_BEFORE_CONSENT'];
  if (state === 'WITHDRAWN') return ['R15_WITHDRAWN'];
  return state === 'EXPIRED' ? ['R15_EXPIRED'] : [];
}
