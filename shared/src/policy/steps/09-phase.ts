import { serviceWithdrawnAt } from '../consent-match.js';
import type { Instant } from '../facts.js';
import { hasCome, justBefore } from '../instants.js';
import type { Question } from '../question.js';
import type { ReasonCode } from '../reasons.js';
import type { RelationRole } from '../roles.js';
import type { Standing } from '../standing.js';
import { closedWindowEnd, isWithin, withdrawnWindowEnd } from '../windows.js';

/** Where a relation stands in the table of rule 6.10. */
export interface Phase {
  /** False: own contributions only. */
  open: boolean;
  readOnly: boolean;
  /** The rows are read as they stood at this instant, never more. */
  asOf: Instant;
  reasons: readonly ReasonCode[];
}

/** Rule R20: former members, closed episodes, and what withdrawal leaves (R15). Expiry is judged row by row. */
export function phaseOf(question: Question, standing: Standing): Phase {
  const { now } = question;
  if (standing.kind === 'FORMER') return over(now, 'R20_FORMER');
  const closing = afterClosing(question, standing);
  if (!closing.open) return closing;
  return afterWithdrawal(question, standing, closing);
}

function afterClosing({ episode, settings, now }: Question, standing: Standing): Phase {
  const frozen = episode.state === 'PAUSED_STATUTORY';
  const { closedAt } = episode;
  if (closedAt === null || !hasCome(closedAt, now))
    return { open: true, readOnly: frozen, asOf: now, reasons: frozen ? ['R20_READ_ONLY'] : [] };
  if (isTeam(standing) && !isWithin(closedWindowEnd(standing.role, closedAt, settings), now))
    return over(now, 'R20_CLOSED');
  return { open: true, readOnly: true, asOf: justBefore(closedAt), reasons: ['R20_READ_ONLY'] };
}

function afterWithdrawal({ episode, settings, now }: Question, standing: Standing, before: Phase): Phase {
  if (!isTeam(standing)) return before;
  const at = serviceWithdrawnAt(episode, standing.recipient, before.asOf);
  if (at === null) return before;
  if (!isWithin(withdrawnWindowEnd(standing.role, at, settings), now)) return over(now, 'R15_WITHDRAWN');
  return { open: true, readOnly: true, asOf: justBefore(at), reasons: ['R15_WITHDRAWN', 'R20_READ_ONLY'] };
}

function isTeam(standing: Standing): standing is Standing & { role: RelationRole } {
  return standing.kind === 'MEMBER' || standing.kind === 'MANAGER';
}

function over(now: Instant, reason: ReasonCode): Phase {
  return { open: false, readOnly: true, asOf: now, reasons: [reason] };
}
