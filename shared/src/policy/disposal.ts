import { allow, deny, type Outcome } from './outcome.js';
import type { Question } from './question.js';

/** Two people approve a disposal, neither of them twice (rule 6.12). */
export const DISPOSAL_APPROVALS = 2;

/** Guard T39, for the information officer: an archived record, no hold, two approvals; a legal hold beats the end of retention (S63). */
export function disposal({ episode, request }: Question): Outcome {
  if (episode.legalHold) return deny(['T39_LEGAL_HOLD']);
  const approvers = new Set(request.disposal?.approverIds ?? []);
  if (episode.state !== 'ARCHIVED' || approvers.size < DISPOSAL_APPROVALS) return deny(['T39_APPROVALS']);
  return allow(['R12_CEILING'], ['role:IGO'], { readOnly: true });
}
