import { isAnyInForce, undoWithdrawal, wholeWithdrawalAt } from '../consent-match.js';
import type { EpisodeFacts, Instant } from '../facts.js';
import { hasCome, justBefore } from '../instants.js';
import type { Question } from '../question.js';
import type { ReasonCode } from '../reasons.js';
import type { RelationRole } from '../roles.js';
import type { Standing } from '../standing.js';
import { closedWindowEnd, isWithin, withdrawnWindowEnd } from '../windows.js';

/** One way of reading the family's rows; the better of several counts. */
export interface RowView {
  episode: EpisodeFacts;
  asOf: Instant;
  readOnly: boolean;
  reasons: readonly ReasonCode[];
}

/** Where a relation stands in the table of rule 6.10. No view: own contributions only. */
export interface Phase {
  views: readonly RowView[];
  /** Why there is no view. */
  reasons: readonly ReasonCode[];
}

/** Rule R20: former members, closed episodes, and what withdrawal leaves (R15). Expiry is judged row by row. */
export function phaseOf(question: Question, standing: Standing): Phase {
  if (standing.kind === 'FORMER') return over('R20_FORMER');
  const closing = afterClosing(question, standing);
  const [view] = closing.views;
  return view === undefined ? closing : afterWithdrawal(question, standing, view);
}

export function mayChangeIn(phase: Phase): boolean {
  return phase.views.some((view) => !view.readOnly);
}

function afterClosing({ episode, settings, item, now }: Question, standing: Standing): Phase {
  const frozen = episode.state === 'PAUSED_STATUTORY' || isPaused(episode, item.subjectId);
  const { closedAt } = episode;
  if (closedAt === null || !hasCome(closedAt, now))
    return open({ episode, asOf: now, readOnly: frozen, reasons: frozen ? ['R20_READ_ONLY'] : [] });
  if (isTeam(standing) && !isWithin(closedWindowEnd(standing.role, closedAt, settings), now))
    return over('R20_CLOSED');
  return open({ episode, asOf: justBefore(closedAt), readOnly: true, reasons: ['R20_READ_ONLY'] });
}

/** One child of a family is with social care, or that child's part is over: the others' parts go on (rule F5). */
function isPaused({ subjects }: EpisodeFacts, subjectId: string): boolean {
  const part = subjects.find(({ personId }) => personId === subjectId)?.state;
  return part === 'PAUSED_STATUTORY' || part === 'CLOSED';
}

/** For a while the lead professional, the author and their managers read the rows as if still there, never more. */
function afterWithdrawal({ settings, now }: Question, standing: Standing, view: RowView): Phase {
  if (!isTeam(standing)) return open(view);
  const at = wholeWithdrawalAt(view.episode, standing.recipient, view.asOf);
  if (at === null) return open(view);
  if (isWithin(withdrawnWindowEnd(standing.role, at, settings), now))
    return open(view, {
      episode: undoWithdrawal(view.episode, at),
      asOf: view.asOf,
      readOnly: true,
      reasons: ['R15_WITHDRAWN', 'R20_READ_ONLY'],
    });
  return isAnyInForce(view.episode, standing.recipient, view.asOf) ? open(view) : over('R15_WITHDRAWN');
}

function isTeam(standing: Standing): standing is Standing & { role: RelationRole } {
  return standing.kind === 'MEMBER' || standing.kind === 'MANAGER';
}

function open(...views: RowView[]): Phase {
  return { views, reasons: [] };
}

function over(reason: ReasonCode): Phase {
  return { views: [], reasons: [reason] };
}
