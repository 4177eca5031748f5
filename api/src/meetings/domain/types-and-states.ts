const PLAN_RUNS = ['PLAN_ACTIVE', 'PANEL_REVIEW', 'STEP_UP_PENDING', 'TRANSFER_PENDING'];
const OPEN = ['ASSESSING', 'ASSESSED', 'TAC_PLANNED', ...PLAN_RUNS];

const STATES: Readonly<Record<string, readonly string[]>> = {
  INITIAL_TAC: ['ASSESSED', 'TAC_PLANNED', 'STEP_UP_PENDING'],
  REVIEW_TAC: PLAN_RUNS,
  EXTRAORDINARY: OPEN,
  TROUBLESHOOTING: OPEN,
  TAP_CONSULTATION: ['TAP'],
  STEP_DOWN_HANDOVER: ['PAUSED_STATUTORY', 'PLAN_ACTIVE'],
  TRANSFER_HANDOVER: ['TRANSFER_PENDING', 'PLAN_ACTIVE'],
  CLOSURE: PLAN_RUNS,
};

/** Whether this kind of meeting belongs to the stage the work has reached (rule 5.1). */
export function mayPlanNow(type: string, state: string): boolean {
  return STATES[type]?.includes(state) ?? false;
}
