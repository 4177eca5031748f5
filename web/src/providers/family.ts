import type { Role } from '@encircle/shared/policy';

const FAMILY: readonly string[] = ['YP', 'PAR', 'ADLT'] satisfies readonly Role[];

/** Children, parents and other adults of a family, who read their own record in their own words. */
export const isFamily = (role: string): boolean => FAMILY.includes(role);
