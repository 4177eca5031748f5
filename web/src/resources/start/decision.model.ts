import { codeRow, PRE_CAF_OUTCOMES } from '@encircle/shared/codes';
import type { Checklist, MoveEpisode } from '@encircle/shared/episodes';

export type Refusal = NonNullable<MoveEpisode['refusal']>;

export const NO_REFUSAL: Refusal = {
  whoSaidNo: '',
  nobodyReachable: false,
  reason: '',
  riskView: '',
  managerConsulted: false,
};

/** Which move a decision of the first check asks for; a referral is no move but a page of its own. */
export function moveFor(outcome: string | undefined): MoveEpisode['transition'] | null {
  if (outcome === undefined) return null;
  const { state } = codeRow(PRE_CAF_OUTCOMES, outcome);
  if (state === 'CONSENT_SEEKING') return 'T03';
  if (state === 'TAP') return 'T06';
  return state === 'REJECTED' ? 'T02' : null;
}

/** One answer of the five questions put in, the others as they were. */
export function withCheck(
  checklist: Checklist,
  domain: Checklist['checks'][number]['domain'],
  over: Partial<Checklist['checks'][number]>,
): Checklist {
  const found = checklist.checks.find((check) => check.domain === domain);
  const next = { domain, answer: '', ...found, ...over };
  const rest = checklist.checks.filter((check) => check.domain !== domain);
  return { ...checklist, checks: [...rest, next] };
}

/** What may be sent: questions without an answer yet are left out. */
export function answered(checklist: Checklist): Checklist {
  return { ...checklist, checks: checklist.checks.filter((check) => check.answer !== '') };
}
