import { labelOf, PROFESSIONAL_ROLES } from '@encircle/shared/codes';

/** What somebody does, in words. */
export const roleLabel = (code: string): string => labelOf(PROFESSIONAL_ROLES, code);
