import type { ActorFacts, BaseRole } from '@encircle/shared/policy';
import type { Entered } from '#api/platform/database/unit-of-work.js';

/** Who is asking, why and when: what a decision needs beside the facts of the record. */
export interface Asker {
  readonly who: Entered;
  readonly actor: ActorFacts;
  readonly now: string;
  readonly today: string;
}

export function askerOf(entered: Entered): Asker {
  return { who: entered, actor: actorOf(entered), now: entered.now, today: entered.today };
}

export function actorOf(e: Entered): ActorFacts {
  return {
    userId: e.userId,
    live: e.hatValid,
    agencyId: e.agencyId,
    agencyInAgreement: e.agencyInAgreement,
    vettingValidTo: e.vettingValidTo,
    trainingValidTo: e.trainingValidTo,
    role: e.role as BaseRole,
    safeguardingLead: e.safeguardingLead,
    personId: e.personId,
    assurance: e.assurance as ActorFacts['assurance'],
  };
}
