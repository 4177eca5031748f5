/** The two hopes of the plan, in the family's words. */
export const WORRY = 'Juno feels calmer about school mornings';
export const SCHOOL = 'Juno is in school on Mondays';
