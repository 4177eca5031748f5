import type { Terms } from '@web/i18n/terms';
import type { AbilityRule } from './ability';

/** A hat: one person's place in one agency. */
export interface Membership {
  id: string;
  agencyId: string;
  agencyName: string;
  /** Code of the role catalogue, e.g. PRACT, AMGR, CAFC. */
  role: string;
  /** As it is shown, e.g. "SENCO". */
  roleName: string;
}

/** Who is signed in, in which hat, and what the area has set: the answer of `GET /api/me`. */
export interface Me {
  user: { id: string; name: string; email: string };
  membership: Membership;
  memberships: Membership[];
  abilities: AbilityRule[];
  settings: { idleMinutes: number; demo: boolean; terms: Terms };
  /** The API's clock, UTC ISO. */
  now: string;
}

/** A list as the API answers it. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total?: number | '1000+' | null;
}
