/** Rule 9.1: what a family's result has to show before it counts. */
export const CLAIM_CRITERIA = [
  'THREE_NEEDS',
  'WHOLE_FAMILY',
  'LEAD',
  'PLAN',
  'CLOSED',
  'ALL_EVIDENCED',
  'ALL_MET',
  'ALL_SUSTAINED',
] as const;
export type ClaimCriterion = (typeof CLAIM_CRITERIA)[number];

export const NEEDS_FOR_A_CLAIM = 3;

/** What is known of one family, over all its records; needs are numbers of the ten outcomes. */
export interface FamilyFacts {
  wholeFamilyAssessed: boolean;
  led: boolean;
  planAgreed: boolean;
  /** No record of the family is open. */
  closed: boolean;
  /** Tagged in a plan, or evidenced as help began. */
  identified: readonly number[];
  /** Evidenced as help began: a tag alone shows no need (rule 9.2). */
  present: readonly number[];
  met: readonly number[];
  sustained: readonly number[];
}

/** What is still missing, in the order of the rule; nothing: the family is on the list. */
export function claimGaps(family: FamilyFacts): ClaimCriterion[] {
  const every = (shown: readonly number[]): boolean =>
    family.identified.length > 0 && family.identified.every((need) => shown.includes(need));
  const holds: Record<ClaimCriterion, boolean> = {
    THREE_NEEDS: new Set(family.present).size >= NEEDS_FOR_A_CLAIM,
    WHOLE_FAMILY: family.wholeFamilyAssessed,
    LEAD: family.led,
    PLAN: family.planAgreed,
    CLOSED: family.closed,
    ALL_EVIDENCED: every(family.present),
    ALL_MET: every(family.met),
    ALL_SUSTAINED: every(family.sustained),
  };
  return CLAIM_CRITERIA.filter((criterion) => !holds[criterion]);
}
