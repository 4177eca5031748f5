import type { Instant } from './facts.js';
import type { ReasonCode } from './reasons.js';

/** Strictest last. DENY: the asker may know the record exists. DENY_HIDE: answered as a random id is. */
export const EFFECTS = ['ALLOW', 'LIMITED', 'DENY', 'DENY_HIDE'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What a LIMITED answer may show, narrowest first. */
export const LIMITS = [
  'CONTENTLESS',
  'INDEX_MATCH',
  'SPECIALIST_SERVICE_LINE',
  'REFUSAL_FACT',
  'STUB',
  'SUPPRESSED_AGGREGATES',
  'DEIDENTIFIED_PACK',
  'OWN_STAFF_FIGURES',
  'MEETING_FIGURES',
  'INDEX_MATCH_LP',
  'INDEX_ROW',
  'IDENT_AND_INVOLVE',
  'SERVICE_AND_WORKER_CONTACT',
  'OWN_VIEWS',
  'OWN_STAFF_VIEWS',
  'ON_REQUEST',
  'STAFF_BY_ROLE',
  'ON_VERIFIED_REQUEST',
  'CHILD_FRIENDLY',
  'DOCUMENT_ONLY',
  'ASK_AGAIN',
] as const;
export type Limit = (typeof LIMITS)[number];

/** What must be done when the decision is acted on. */
export const OBLIGATIONS = [
  'AUDIT',
  'REASON_REQUIRED',
  'NOTIFY_OWNER',
  'NOTIFY_SUPERVISOR',
  'NO_EXPORT',
  'IGO_REVIEW',
  'INVESTIGATE_NOW',
  'END_ON_LEAVING',
  'OVERRIDE_RECORD',
  'EMERGENCY_CAPTURE',
  'HIDE_UNLESS_MATCHED',
] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

export interface Decision {
  effect: Effect;
  /** Set when, and only when, the effect is LIMITED. */
  what?: Limit;
  /** May be looked at but not changed. */
  readOnly: boolean;
  /** The one to be told first in front. */
  reasons: readonly ReasonCode[];
  /** Ids of the facts that carry the answer: without all of them it would not be given. Sorted. */
  bases: readonly string[];
  obligations: readonly Obligation[];
  /** The first later instant at which the answer may change; until then it is constant. */
  validUntil: Instant | null;
}

/**
 * Whether the asker may be told that there is a record. When not, the answer is that for a random id; a
 * DENY with HIDE_UNLESS_MATCHED may be explained only after an exact search of this asker found the record.
 */
export function admitsRecord(decision: Pick<Decision, 'effect' | 'obligations'>, matched = false): boolean {
  if (decision.effect === 'DENY_HIDE') return false;
  return matched || !decision.obligations.includes('HIDE_UNLESS_MATCHED');
}
