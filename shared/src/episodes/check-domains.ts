/** The five questions of the first check (rule 3.10). */
export const CHECK_DOMAINS = ['HEALTHY', 'SAFE', 'LEARNING', 'RELATIONSHIPS', 'MONEY'] as const;
export type CheckDomain = (typeof CHECK_DOMAINS)[number];
