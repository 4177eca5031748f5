/** Why somebody of the family is not asked. Apart from the commands, so that the screen can take it without them. */
/** Why somebody of the family is not asked to a meeting (rule 4.2). */
export const LEFT_OUT_CODES = ['NOT_INVITED_SAFETY', 'NOT_INVITED_OTHER'] as const;
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number];
