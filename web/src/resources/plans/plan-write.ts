/** Changes something of the plan and shows the answer; false when it failed, the reason being shown elsewhere. */
export type PlanWrite = (path: string, body: object, method?: 'POST' | 'PATCH' | 'PUT') => Promise<boolean>;
