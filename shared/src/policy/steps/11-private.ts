import { allow, hide, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import { wayTo } from '../reach.js';
import type { Standing } from '../standing.js';

/** Rule R11: a child's private words go to the workers on the team whom the child named, and to nobody else. */
export function privateWords({ item }: Question, standing: Standing): Outcome {
  const { userId } = standing.recipient;
  if (wayTo(standing.kind, 'PRIVATE') === 'NAMED' && userId !== null && item.namedWorkerIds.includes(userId))
    return allow(['R11_NAMED'], ['item:named', ...standing.bases]);
  return hide(['R11_PRIVATE']);
}
