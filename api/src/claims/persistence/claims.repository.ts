import type { AccessContext } from '#api/access/access-context.js';

export interface FamilyRow {
  family: string;
  episodeId: string;
  ref: string;
  locality: string;
  agency: string | null;
  wholeFamilyAssessed: boolean;
  led: boolean;
  planAgreed: boolean;
  children: number;
  records: number;
  closed: boolean;
  closedOn: string | null;
  checkMonths: number | null;
  identified: number[];
  present: number[];
  met: number[];
  sustained: number[];
}

/** Each family once, by the reference of its first record; what is left out for whom, the database says. */
export function claimFamilies(ctx: AccessContext): Promise<FamilyRow[]> {
  return ctx.uow.rows<FamilyRow>(
    `select family, episode_id as "episodeId", ref, locality, agency, whole_family as "wholeFamilyAssessed", led,
       planned as "planAgreed", children, records, closed, closed_on::text as "closedOn", check_months as "checkMonths", identified, present, met, sustained
     from sec.claim_families()`,
  );
}
