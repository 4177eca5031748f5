/** What an enquirer may hear (D6): the outcome, or that it was dealt with where the reference allows no more. */
export const OUTCOMES_HEARD = [
  'ADVICE',
  'CHECKLIST',
  'CAF',
  'TEAM_THERE',
  'PANEL',
  'NOT_TAKEN',
  'DEALT_WITH',
] as const;
export type OutcomeHeard = (typeof OUTCOMES_HEARD)[number];
