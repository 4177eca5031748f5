import type { CaseView } from '@encircle/shared/cases';

export type StepKey = 'checklist' | 'agreement' | 'assessment' | 'firstMeeting' | 'meetings' | 'plan';

export interface NextStep {
  key: StepKey;
  to: string;
}

/**
 * The one step a reader can take from here: by stage (rule 5.1), and only where the answer says they may. None for whoever
 * only reads.
 */
export function nextStepOf({
  id,
  state,
  actions,
  nextMeeting,
}: Pick<CaseView, 'id' | 'state' | 'actions' | 'nextMeeting'>): NextStep | null {
  const may = (action: CaseView['actions'][number], key: StepKey, to: string): NextStep | null =>
    actions.includes(action) ? { key, to } : null;
  switch (state) {
    case 'CONCERN':
      return may('note.write', 'checklist', `/cases/${id}/checklist`);
    case 'CONSENT_SEEKING':
    case 'TAP':
      return may('consent.record', 'agreement', `/cases/${id}/agreement`);
    case 'ASSESSING':
      return may('assessment.write', 'assessment', `/cases/${id}/assessment`);
    case 'ASSESSED':
      return may('meeting.plan', 'firstMeeting', `/cases/${id}/meetings/new`);
    case 'TAC_PLANNED':
      return may(
        'meeting.plan',
        'meetings',
        nextMeeting ? `/meetings/${nextMeeting.id}` : `/cases/${id}/meetings`,
      );
    case 'PLAN_ACTIVE':
    case 'PANEL_REVIEW':
    case 'STEP_UP_PENDING':
    case 'TRANSFER_PENDING':
      return may('plan.write', 'plan', `/cases/${id}/plan`);
    default:
      return null;
  }
}
