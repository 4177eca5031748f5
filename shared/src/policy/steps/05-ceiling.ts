import { isHidden, type Category } from '../categories.js';
import type { Limit } from '../decision.js';
import type { Facts, Instant, Request } from '../facts.js';
import { isLive } from '../instants.js';
import { allow, deny, hide, limited, refuse, type Outcome } from '../outcome.js';
import { concerns, isOnly, type Question } from '../question.js';
import { wayTo } from '../reach.js';
import { isCeilingRole, isFamilyRole, type BaseRole } from '../roles.js';
import { ownEdges, type Standing } from '../standing.js';
import { judgeByConsent } from './10-14-consent.js';
import { isRefusedForAudit } from './14-ordinary.js';

/**
 * Rule R12, first half: without a task, link or agenda entry the answer is given before the record is looked
 * up, so that it is the same for every reference, used or not.
 */
export function ceilingBeforeRecord(facts: Facts, request: Request, now: Instant): Outcome | null {
  const { role } = facts.actor;
  if (isOnly(request.item, 'AGG') && role in FIGURES && role !== 'PANEL') return null;
  if (request.action === 'dispose') return role === 'IGO' ? null : deny(['R12_CEILING']);
  if (request.action === 'index') return hasIndex(role) ? null : deny(['R12_CEILING']);
  if (!isCeilingRole(role)) return null;
  if (role === 'IGO' && isOnly(request.item, 'LOG')) return null;
  return hasTask(facts, request, now) ? null : deny(['R12_CEILING']);
}

/** Rule R18, and what the people who own the rows may see of figures (rule 7.1). Never a case's content. */
const FIGURES: Partial<Record<BaseRole, Limit>> = {
  ANLY: 'SUPPRESSED_AGGREGATES',
  AMGR: 'OWN_STAFF_FIGURES',
  CAFC: 'MEETING_FIGURES',
  PANEL: 'DEIDENTIFIED_PACK',
};

export function aggregate({ actor }: Pick<Question, 'actor'>): Outcome {
  const what = FIGURES[actor.role];
  return what ? limited(what, ['R18_AGGREGATE'], [`role:${actor.role}`]) : deny(['R18_AGGREGATE']);
}

function hasIndex(role: BaseRole): boolean {
  return !isFamilyRole(role) && (role === 'IGO' || !isCeilingRole(role));
}

const TASK_OF = { AUDR: 'AUDIT', IGO: 'IGO_TASK', PANEL: 'PANEL_AGENDA', EXTM: 'EXTM_LINK' } as const;

function hasTask({ actor, episode }: Facts, { item }: Request, now: Instant): boolean {
  const kind = taskOf(actor.role);
  if (kind === null || episode === null) return false;
  return episode.edges.some(
    (edge) =>
      edge.userId === actor.userId &&
      edge.kind === kind &&
      isLive(edge, now) &&
      (kind !== 'EXTM_LINK' || (edge.itemId !== undefined && edge.itemId === item.id)),
  );
}

function taskOf(role: BaseRole): (typeof TASK_OF)[keyof typeof TASK_OF] | null {
  return role in TASK_OF ? TASK_OF[role as keyof typeof TASK_OF] : null;
}

/** Rule R12, second half: what the task shows. Nothing later raises it. */
export function underCeiling(question: Question, category: Category): Outcome {
  switch (question.actor.role) {
    case 'AUDR':
      return auditor(question, category);
    case 'IGO':
      return officer(question, category);
    case 'PANEL':
      return panel(question, category);
    case 'EXTM':
      return external(question, category);
    default:
      return deny(['R12_CEILING']);
  }
}

/** An assigned case, to the end of the assignment; hidden categories only when the scope names them. */
function auditor(question: Question, category: Category): Outcome {
  const tasks = ownEdges(question, 'AUDIT');
  const way = wayTo('AUDITOR', category);
  const scoped = way === 'SCOPE' ? tasks.filter((task) => task.categories?.includes(category)) : tasks;
  if (scoped.length === 0 || way === 'NEVER') return refuse(category, ['R12_SCOPE']);
  if (isRefusedForAudit(question, category)) return refuse(category, ['R12_CEILING', 'R07_REFUSED']);
  return allow(
    ['R12_CEILING'],
    scoped.map((task) => task.id),
    { readOnly: true },
  );
}

/** The access log of any record; content only of the record of the person a logged task concerns (S44). */
function officer(question: Question, category: Category): Outcome {
  if (category === 'LOG') return allow(['R12_CEILING', 'LOG_ROW'], ['role:IGO'], { readOnly: true });
  const tasks = ownEdges(question, 'IGO_TASK').filter(
    ({ personId }) => personId !== undefined && concerns(question.item, personId),
  );
  if (tasks.length === 0 || wayTo('OFFICER', category) !== 'TASK') return refuse(category, ['R12_SCOPE']);
  return allow(
    ['R12_CEILING'],
    tasks.map((task) => task.id),
    { readOnly: true },
  );
}

/** The pack of rule 2.3: assessment and plan, where the family agreed to the panel's seeing it. */
function panel(question: Question, category: Category): Outcome {
  if (wayTo('PANEL', category) !== 'ROWS')
    return isHidden(category) ? hide(['R12_SCOPE']) : deny(['R12_SCOPE']);
  const outcomes = ownEdges(question, 'PANEL_AGENDA').map((edge) =>
    judgeByConsent(question, category, standingFor('PANEL', question, edge.id, edge.agencyId), question.now),
  );
  const found =
    outcomes.find((outcome) => outcome.effect === 'ALLOW') ?? outcomes[0] ?? deny(['R12_CEILING']);
  return { ...found, readOnly: true, reasons: [...found.reasons, 'R12_CEILING'] };
}

/** Only the document sent, and only while the link lives and the family's row names the recipient. */
function external(question: Question, category: Category): Outcome {
  const [link] = ownEdges(question, 'EXTM_LINK').filter((edge) => edge.itemId === question.item.id);
  if (link === undefined) return deny(['R12_CEILING']);
  const standing = standingFor('EXTERNAL', question, link.id, link.agencyId);
  const found = judgeByConsent(question, category, standing, question.now);
  if (found.effect !== 'ALLOW') return found;
  return limited('DOCUMENT_ONLY', [...found.reasons, 'R12_CEILING'], found.bases);
}

function standingFor(
  kind: 'PANEL' | 'EXTERNAL',
  { actor }: Question,
  edgeId: string,
  agencyId: string,
): Standing {
  return { kind, bases: [edgeId], recipient: { userId: actor.userId, agencyId } };
}
