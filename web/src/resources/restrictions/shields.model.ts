import type { ShieldGround, ShieldKind, ShieldView } from '@encircle/shared/restrictions';

/** The reasons that go with each way of protecting a record. */
export const GROUNDS_OF: Readonly<Record<ShieldKind, readonly ShieldGround[]>> = {
  SHIELD: ['REFUGE', 'WITNESS_PROTECTION', 'ADOPTION', 'PLACEMENT_AT_RISK', 'THREAT', 'HIGH_PROFILE'],
  SEAL: ['OPENED_IN_ERROR', 'ADOPTION', 'WITNESS_PROTECTION', 'PLACEMENT_AT_RISK', 'THREAT', 'HIGH_PROFILE'],
};

export type ShieldStanding = 'ended' | 'asked' | 'review' | 'holds';

/** Over, waiting for a second person, due to be looked at again, or simply holding. */
export function shieldStanding(
  { until, liftAskedBy, reviewOn }: Pick<ShieldView, 'until' | 'liftAskedBy' | 'reviewOn'>,
  today: string,
): ShieldStanding {
  if (until !== null) return 'ended';
  if (liftAskedBy !== null) return 'asked';
  return reviewOn !== null && reviewOn <= today ? 'review' : 'holds';
}
