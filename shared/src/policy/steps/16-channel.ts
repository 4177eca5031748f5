import type { Channel } from '../facts.js';
import { limited, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';

/** Messages carry no content: they only say that there is something to look at (rules 6.6, 6.8). */
const CONTENTLESS: readonly Channel[] = ['email', 'calendar', 'notification'];

/** A channel may lower what the screen would show, never raise it. */
export function throughChannel({ request }: Pick<Question, 'request'>, outcome: Outcome): Outcome {
  const shown = outcome.effect === 'ALLOW' || outcome.effect === 'LIMITED';
  if (!shown || !CONTENTLESS.includes(request.channel)) return outcome;
  return limited(
    'CONTENTLESS',
    [...outcome.reasons, 'CHANNEL_CONTENTLESS'],
    outcome.bases,
    outcome.obligations,
  );
}
