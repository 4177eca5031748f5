import type { Category } from '../categories.js';
import { allow, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import type { Standing } from '../standing.js';
import { mayChangeIn, phaseOf } from './09-phase.js';

/**
 * Rule R19: what the asker recorded stays readable; what the asker's agency recorded too, with a present
 * relation or as the author's manager, but never a child's private words. Never others' contributions.
 */
export function ownContribution(question: Question, category: Category, standing: Standing): Outcome | null {
  const { actor, item } = question;
  const readOnly = !mayChange(question, standing);
  if (item.authorId !== null && item.authorId === actor.userId)
    return allow(['R19_OWN'], ['item:author'], { readOnly });
  const agencys = item.sourceAgencyId !== null && item.sourceAgencyId === actor.agencyId;
  if (!agencys || category === 'PRIVATE') return null;
  if (actor.role === 'AMGR') return allow(['R19_OWN_AGENCY'], ['item:source'], { readOnly });
  if (!isPresent(standing)) return null;
  return allow(['R19_OWN_AGENCY'], ['item:source', ...standing.bases], { readOnly });
}

function isPresent({ kind }: Standing): boolean {
  return kind === 'MEMBER' || kind === 'CAFC_TASK';
}

/** Changing takes a present place on a record that is open to it. */
function mayChange(question: Question, standing: Standing): boolean {
  if (!isPresent(standing) && standing.kind !== 'MANAGER') return false;
  return mayChangeIn(phaseOf(question, standing));
}
