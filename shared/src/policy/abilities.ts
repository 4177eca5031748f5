import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { KINDS, MATRIX, type KindOfThing, type Verb } from './matrix.js';
import { CASE_ROLES, RELATION_ROLES, type BaseRole, type Role } from './roles.js';

/** A role's ceiling: action times kind of thing, no conditions. It never decides about one record. */
export type RoleAbility = MongoAbility<[Verb, KindOfThing]>;

/** What the role itself may ever do, by the matrix. */
export function abilityOfRole(role: Role): RoleAbility {
  return abilityOf([role]);
}

/**
 * What a session in this base role may ever do: the guard asks it before any statement, the screen asks it for
 * menus. A worker may turn out to be author, lead professional or team member, so those rows count too.
 */
export function abilityOfSession(role: BaseRole): RoleAbility {
  return abilityOf(isCaseRole(role) ? [role, ...RELATION_ROLES] : [role]);
}

export function verbsOf(role: Role, kind: KindOfThing): readonly Verb[] {
  return MATRIX[kind][role] ?? [];
}

function abilityOf(roles: readonly Role[]): RoleAbility {
  const { can, build } = new AbilityBuilder<RoleAbility>(createMongoAbility);
  for (const kind of KINDS) {
    const verbs = [...new Set(roles.flatMap((role) => verbsOf(role, kind)))];
    if (verbs.length > 0) can(verbs, kind);
  }
  return build();
}

function isCaseRole(role: Role): boolean {
  return (CASE_ROLES as readonly Role[]).includes(role);
}
