/** The roles of rule 2.2. AUTHOR, LP and TACM come from a relation to an episode, the others from a membership. */
export const ROLES = [
  'PRACT',
  'AUTHOR',
  'LP',
  'TACM',
  'EXTM',
  'AMGR',
  'CAFC',
  'PANEL',
  'MASH',
  'ANLY',
  'AUDR',
  'IGO',
  'SADM',
  'YP',
  'PAR',
  'ADLT',
] as const;
export type Role = (typeof ROLES)[number];

/** A worker's place on one episode, held by an edge. */
export const RELATION_ROLES = ['AUTHOR', 'LP', 'TACM'] as const satisfies readonly Role[];
export type RelationRole = (typeof RELATION_ROLES)[number];

/** What a session acts as; never a relation role. */
export type BaseRole = Exclude<Role, RelationRole>;
export const BASE_ROLES = ROLES.filter((role): role is BaseRole => !isRelationRole(role));

/** People of the family, on the rights path of rule 6.6. */
export const FAMILY_ROLES = ['YP', 'PAR', 'ADLT'] as const satisfies readonly BaseRole[];

/** Roles whose ceiling nothing raises (rule R12). */
export const CEILING_ROLES = [
  'SADM',
  'ANLY',
  'EXTM',
  'AUDR',
  'IGO',
  'PANEL',
] as const satisfies readonly BaseRole[];

/** Workers whose reach comes from a relation, a consent row or a recorded basis. */
export const CASE_ROLES = ['PRACT', 'AMGR', 'CAFC', 'MASH'] as const satisfies readonly BaseRole[];

export function isRelationRole(role: Role): role is RelationRole {
  return (RELATION_ROLES as readonly Role[]).includes(role);
}

export function isFamilyRole(role: Role): boolean {
  return (FAMILY_ROLES as readonly Role[]).includes(role);
}

export function isCeilingRole(role: Role): boolean {
  return (CEILING_ROLES as readonly Role[]).includes(role);
}
