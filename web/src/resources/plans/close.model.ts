import { CLOSURE_REASONS, codeRow, type ClosureReason } from '@encircle/shared/codes';
import { transitionsFrom, type EpisodeState } from '@encircle/shared/lifecycle';

/** Reasons that some closing move takes from this stage, in the order of the list. */
export function reasonsFor(state: string): ClosureReason[] {
  const open = transitionsFrom(state as EpisodeState).filter((row) => row.to === 'CLOSED');
  const fitting = new Set<string>(open.flatMap((row) => [...(row.reasons ?? [])]));
  return CLOSURE_REASONS.codes.filter((code) => fitting.has(code));
}

/** Parts of the form that a reason asks for beside the usual ones (rule 4.5). */
export type Extra =
  | 'SUPPORT'
  | 'ACCEPTANCE'
  | 'CONFERENCE'
  | 'PLACEMENT'
  | 'LEAD'
  | 'RISK'
  | 'ATTEMPTS'
  | 'RECEIPT'
  | 'CHECKS'
  | 'AGE'
  | 'DEATH';

const EXTRAS: Readonly<Record<string, Extra>> = {
  SERVICE_ACCEPTED: 'SUPPORT',
  SOCIAL_CARE_ACCEPTED: 'ACCEPTANCE',
  CONFERENCE_DATED: 'CONFERENCE',
  PLACEMENT_DATED: 'PLACEMENT',
  STATUTORY_LEAD_NAMED: 'LEAD',
  ATTEMPTS_MADE: 'ATTEMPTS',
  RECEIVER_ACCEPTED: 'RECEIPT',
  CHECKS_MADE: 'CHECKS',
  OF_AGE: 'AGE',
  DEATH_DATED: 'DEATH',
};

export function extrasOf(reason: string): Extra[] {
  if (!CLOSURE_REASONS.codes.includes(reason as ClosureReason)) return [];
  const row = codeRow(CLOSURE_REASONS, reason);
  const own = EXTRAS[row.guard];
  return [...(own ? [own] : []), ...(row.riskConsidered ? (['RISK'] as const) : [])];
}

/** After a death or a loss nobody is asked for words. */
export function asksForWords(reason: string): boolean {
  if (!CLOSURE_REASONS.codes.includes(reason as ClosureReason)) return true;
  const row = codeRow(CLOSURE_REASONS, reason);
  return row.silent !== true && row.counts !== 'EXCLUDED';
}

/** Texts that are empty are not sent. */
export function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined && value !== null),
  );
}
