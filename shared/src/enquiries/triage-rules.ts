import type { FieldProblems } from '../people/index.js';
import { parseEpisodeReference } from '../reference-numbers/index.js';
import type { EnquiryKind } from './enquiry.contract.js';
import { OF_A_CASE, TAKEN_UP, type TriageDecision, type TriageEnquiry } from './triage.contract.js';

/** Decisions whose enquirer has to be told something in words. */
export const TELLS: readonly TriageDecision[] = ['ADVICE', 'NOT_TAKEN'];

/** What may be decided on an enquiry that names nobody. */
export const WITHOUT_NAME: readonly TriageDecision[] = ['ADVICE', 'SOCIAL_CARE', 'NOT_TAKEN'];

/** What is wrong with a decision as typed, by field; the same for the screen and the API. */
export function triageProblems(typed: TriageEnquiry, kind: EnquiryKind): FieldProblems {
  const problems: FieldProblems = {};
  const { decision } = typed;
  if (kind === 'ADVICE' && !WITHOUT_NAME.includes(decision))
    problems['decision'] = ['Nobody is named: give advice, or ask the enquirer to talk to the family'];
  if (TELLS.includes(decision) && (typed.told ?? '').trim().length < 10)
    problems['told'] = [
      decision === 'ADVICE' ? 'Write the advice' : 'Write why it is not taken, for the enquirer to read',
    ];
  if (TAKEN_UP.includes(decision) && !(typed.workerId && typed.agencyId))
    problems['workerId'] = ['Choose who is asked to take it up'];
  if (OF_A_CASE.includes(decision) && parseEpisodeReference(typed.ref ?? '') === null)
    problems['ref'] = ['Enter a reference such as CAF-2026-481907'];
  return problems;
}

/** Whether the family lets a service be asked, and why not; null when it may. */
export function offerProblem(
  said: { passOn: boolean | null; notTo: readonly string[]; ownAgencyId: string },
  agency: { id: string; isSpecialist: boolean },
): string | null {
  if (said.notTo.includes(agency.id)) return 'The family does not want this service: choose another';
  if (agency.isSpecialist) return 'A specialist service is asked by brokered contact only: choose another';
  if (said.passOn !== true && agency.id !== said.ownAgencyId)
    return 'The family did not agree that it is passed on: choose the service that asked, or ask the family first';
  return null;
}
