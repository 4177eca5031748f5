import { addMonths, isCivilDate } from '@encircle/shared/dates';
import type {
  ShieldGround,
  ShieldKind,
  ShieldMember,
  ShieldReviewed,
  ShieldView,
} from '@encircle/shared/restrictions';

/** One line of the register as the database hands it over. */
export interface ShieldRow {
  id: string;
  version: number;
  kind: ShieldKind;
  ground: string;
  episodeId: string | null;
  episodeRef: string | null;
  childId: string;
  from: string;
  /** To the microsecond, for the cursor. */
  fromKey: string;
  until: string | null;
  reviewOn: string | null;
  members: ShieldMember[];
  setBy: string | null;
  liftAskedById: string | null;
  liftAskedBy: string | null;
  liftReason: string | null;
  liftedBy: string | null;
  reviewed: ShieldReviewed | null;
}

const REVIEW_MONTHS = 3;

/** A shield is looked at again every three months (rule 6.8). */
export const reviewAfter = (today: string): string => addMonths(today, REVIEW_MONTHS);

/** @returns what is wrong with the day of the next look, or nothing */
export function nextLookProblem(reviewOn: string, today: string): string | null {
  if (!isCivilDate(reviewOn)) return 'Enter a real day';
  if (reviewOn <= today) return 'Choose a day after today';
  return reviewOn > reviewAfter(today) ? 'Look at it again within three months' : null;
}

/** A record opened in error is sealed, a refuge is shielded; adoption may be either. */
const ONLY: Partial<Record<ShieldGround, ShieldKind>> = { OPENED_IN_ERROR: 'SEAL', REFUGE: 'SHIELD' };

export const fits = (kind: ShieldKind, ground: ShieldGround): boolean => (ONLY[ground] ?? kind) === kind;

export function shieldView(row: ShieldRow, me: { userId: string; role: string }): ShieldView {
  const holds = row.until === null;
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    ground: row.ground,
    episodeRef: row.episodeRef,
    from: row.from,
    until: row.until,
    reviewOn: row.reviewOn,
    members: row.members,
    setBy: row.setBy,
    liftAskedBy: row.liftAskedBy,
    liftReason: row.liftReason,
    liftedBy: row.liftedBy,
    mayLift: holds && row.liftAskedById !== me.userId,
    reviewed: row.reviewed,
    mayChange: holds && (row.kind === 'SEAL' || me.role === 'CAFC'),
  };
}
