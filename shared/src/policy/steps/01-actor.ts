import { compareDates, type CivilDate } from '../../dates/index.js';
import { ASSURANCES, type ActorFacts, type Facts, type Instant, type Request } from '../facts.js';
import { dayOf } from '../instants.js';
import { deny, type Outcome } from '../outcome.js';
import type { ReasonCode } from '../reasons.js';
import { isFamilyRole } from '../roles.js';

/** Rule R01: a live account; for workers also agreement, vetting, training and a session strong enough. */
export function actorGate({ actor, settings }: Facts, request: Request, now: Instant): Outcome | null {
  if (!actor.live) return deny(['R01_ACCOUNT']);
  const needed = ASSURANCES.indexOf(settings.assurance[request.action]);
  if (ASSURANCES.indexOf(actor.assurance) < needed) return deny(['R01_ASSURANCE']);
  if (isFamilyRole(actor.role) || actor.role === 'EXTM') return null;
  const reason = workerGate(actor, dayOf(now));
  return reason === null ? null : deny([reason]);
}

function workerGate(actor: ActorFacts, today: CivilDate): ReasonCode | null {
  if (actor.agencyId === null || !actor.agencyInAgreement) return 'R01_AGENCY';
  if (!isCurrent(actor.vettingValidTo, today)) return 'R01_VETTING';
  return isCurrent(actor.trainingValidTo, today) ? null : 'R01_TRAINING';
}

/** The last valid day counts; no date is no check. */
function isCurrent(validTo: CivilDate | null, today: CivilDate): boolean {
  return validTo !== null && compareDates(today, validTo) <= 0;
}
