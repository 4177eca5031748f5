import type { BaseRole, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from './access-context.js';
import type { Asker } from './asker.js';
import { invalid } from '#api/platform/errors/domain-error.js';

/**
 * The same moment, asked by a person of the family using their own rights: what a copy for them may hold.
 * @throws 400 for somebody who is not of this family
 */
export function familyAsker(ctx: AccessContext, facts: EpisodeFacts, personId: string): Asker {
  const child = facts.subjects.some((subject) => subject.personId === personId);
  if (!child && !facts.relatives.some((relative) => relative.personId === personId))
    throw invalid({ for: ['Choose somebody of this family'] });
  const role: BaseRole = child ? 'YP' : 'PAR';
  return {
    who: { ...ctx.who, purpose: 'SUBJECT', reason: null },
    actor: {
      userId: '',
      live: true,
      agencyId: null,
      agencyInAgreement: true,
      vettingValidTo: null,
      trainingValidTo: null,
      role,
      personId,
      assurance: 'PASSWORD',
    },
    now: ctx.now,
    today: ctx.today,
  };
}
