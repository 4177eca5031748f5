import { allow, hide, type Outcome } from '../outcome.js';
import { wayTo } from '../reach.js';
import type { Standing } from '../standing.js';

/** Rule R10: given in confidence by or about a third party. The source agency was answered by rule R19. */
export function third(standing: Standing): Outcome {
  return wayTo(standing.kind, 'THIRD') === 'TASK' ? allow(['R10_TASK'], standing.bases) : hide(['R10_THIRD']);
}
