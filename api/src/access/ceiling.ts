import { ceilingFor, mayGivePurpose, mustSayWhy, type BaseRole, type Purpose } from '@encircle/shared/policy';
import type { AccessRule } from './access.decorator.js';
import type { Asker } from './asker.js';
import { DomainError, reasonNeeded } from '#api/platform/errors/domain-error.js';

/**
 * Rules R01 (account, agency, vetting and training in date), R02 (purpose) and the role's ceiling: asked of every
 * request, before any other SQL of a unit of work and before anything of a one-statement answer is handed on.
 */
export function askCeiling(asker: Asker, rule: AccessRule): void {
  const { who, actor } = asker;
  const role = who.role as BaseRole;
  const worker = actor.agencyId !== null;
  const inDate = (until: string | null): boolean => until !== null && asker.today <= until;
  if (!actor.live) throw new DomainError('R01_ACCOUNT', 403);
  if (worker && !actor.agencyInAgreement) throw new DomainError('R01_AGENCY', 403);
  if (worker && rule.audited && !(inDate(who.vettingValidTo) && inDate(who.trainingValidTo))) {
    throw new DomainError('R01_VETTING_TRAINING', 403);
  }
  // A role that can never do this gets the same answer for every address, used or not.
  if (!ceilingFor(role).can(rule.ceiling[0], rule.ceiling[1])) throw new DomainError('NOT_FOUND', 404);
  if (rule.audited && !mayGivePurpose(role, who.purpose as Purpose))
    throw new DomainError('R02_PURPOSE', 403);
  // Before anything is looked up, so that the answer is the same for every address, used or not.
  if (mustSayWhy(role, rule.permission, who.reason)) throw reasonNeeded();
}
