import type { Category } from './categories.js';
import type { Recipient } from './facts.js';
import { isLive } from './instants.js';
import { allow, deny, hide, strictest, type Outcome } from './outcome.js';
import type { Question } from './question.js';
import type { Standing } from './standing.js';
import { judgeByConsent } from './steps/10-14-consent.js';
import { shieldsOver } from './steps/04-shield.js';

/**
 * Sending out for safeguarding needs only the record of rule 6.7 with a ground, by any worker (S35, S55). What
 * is released is the exact text of that record: taking an item of the case into it is a read, judged apart.
 */
export function sendForSafeguarding({ request }: Question): Outcome {
  const { override } = request;
  if (!override || override.ground === null) return deny(['R13_NO_GROUND'], ['EMERGENCY_CAPTURE']);
  return allow(['R13_SENT'], [override.id], {
    readOnly: true,
    obligations: ['IGO_REVIEW', 'NOTIFY_SUPERVISOR', 'OVERRIDE_RECORD'],
  });
}

/** Otherwise the recipient stands in the asker's place in steps 10 to 14, and the asker must see it too. */
export function sendByConsent(question: Question, asReader: Outcome): Outcome {
  const { recipient } = question.request;
  if (recipient === undefined) return deny(['R07_NO_CONSENT']);
  const barred = recipientBarred(question, recipient);
  if (barred) return barred;
  const outcomes = question.item.categories.map((category) => asRecipient(question, category, recipient));
  return strictest([asReader, ...outcomes]);
}

function asRecipient(question: Question, category: Category, recipient: Recipient): Outcome {
  const standing: Standing = { kind: 'RECIPIENT', bases: [], recipient };
  return judgeByConsent(question, category, standing, question.now);
}

/** A block or a shield would keep the recipient from opening it: it is not sent round either. */
function recipientBarred(question: Question, { userId }: Recipient): Outcome | null {
  const { episode, now } = question;
  if (userId !== null && episode.blocks.some((block) => block.userId === userId && isLive(block, now)))
    return hide(['R21_BLOCK']);
  const listed = shieldsOver(question).every(
    (shield) => userId !== null && shield.listUserIds.includes(userId),
  );
  return listed ? null : hide(['R04_SHIELD']);
}
