import type { Facts, Request } from '../facts.js';
import { deny, type Outcome } from '../outcome.js';
import { mayGivePurpose, type Purpose } from '../purposes.js';

/** Rule R02: a purpose is given, and the role may give it. */
export function purposeGate(facts: Facts, request: Request): { refused: Outcome } | { purpose: Purpose } {
  const { purpose } = request;
  if (purpose === null || !mayGivePurpose(facts.actor.role, purpose))
    return { refused: deny(['R02_PURPOSE']) };
  return { purpose };
}
