import type { Page } from 'playwright-core';
import { answerEverything } from '../../factories/assessment.js';
import { call } from './calls.js';

/** What stands between two scenes of a story, by call and as the person of a window: nothing here is the story's point. */
export interface Scene {
  page: Page;
  caseId: string;
  childId: string;
  parentId: string;
}

interface Planned {
  id: string;
  version: number;
  invitations: { id: string }[];
}
interface Plan {
  plan: { id: string; version: number; outcomes: { id: string }[] };
}

/** A whole assessment, written with the family and finished today. */
export async function assess({ page, caseId }: Scene, today: string): Promise<void> {
  const { id } = await call<{ id: string }>(page, 'POST', `/episodes/${caseId}/assessments`, {});
  const put = async (path: string, body: unknown) => ({
    status: 200,
    text: '',
    body: await call(page, 'PUT', path.replace('/api', ''), body),
  });
  await answerEverything({ put }, id, today);
  const { version } = await call<{ version: number }>(page, 'GET', `/assessments/${id}`);
  await call(page, 'POST', `/assessments/${id}/complete`, { version });
}

/** The first meeting: everybody came, one hope, one action, the next date, and the parent agrees to the plan. */
export async function holdFirstMeeting(
  { page, caseId, childId, parentId }: Scene,
  at: { moveTo: (time: string) => Promise<void>; day: string; next: string; team: readonly string[] },
): Promise<void> {
  const meeting = await call<Planned>(page, 'POST', `/episodes/${caseId}/meetings`, {
    type: 'INITIAL_TAC',
    date: at.day,
    time: '15:45',
    mode: 'IN_PERSON',
    place: 'Library',
    invitees: [{ personId: parentId }, ...at.team.map((userId) => ({ userId }))],
  });
  await at.moveTo(`${at.day} 16:30`);
  const came = await call<Planned>(page, 'PUT', `/meetings/${meeting.id}/attendance`, {
    version: meeting.version,
    entries: meeting.invitations.map(({ id }) => ({ invitationId: id, code: 'ATT' })),
  });
  const { plan } = await call<Plan>(page, 'POST', `/episodes/${caseId}/plan`, {
    contingency: 'Ring the nursery before nine.',
  });
  await call(page, 'POST', `/plans/${plan.id}/outcomes`, {
    statement: 'There is a breakfast every day',
    rater: 'MEASURE',
    scaleHigh: 7,
    baselineValue: 2,
    targetValue: 6,
    agreedWith: ['PARENT'],
  });
  const made = await call<Plan>(page, 'POST', `/plans/${plan.id}/actions`, {
    text: 'Breakfast at the door',
    ownerPersonId: parentId,
    byWhen: at.next,
    meetingId: meeting.id,
  });
  await call(page, 'PATCH', `/meetings/${meeting.id}`, {
    version: came.version,
    change: 'DETAILS',
    consentChecked: true,
    childParticipation: 'ATTENDED_PART',
    parentParticipation: 'ATTENDED',
    levelAgreed: 3,
  });
  const next = await call<{ version: number }>(page, 'POST', `/meetings/${meeting.id}/next`, {
    version: came.version + 1,
    date: at.next,
    time: '15:45',
    mode: 'IN_PERSON',
    place: 'Library',
  });
  await call(page, 'POST', `/meetings/${meeting.id}/hold`, { version: next.version });
  await call(page, 'POST', `/plans/${plan.id}/agree`, {
    version: made.plan.version,
    agreements: [
      { personId: parentId, agreed: 'AGREED' },
      { personId: childId, agreed: 'NOT_PRESENT' },
    ],
  });
}

/** A review held today. @param of the meeting it was held in; @param last nothing stays open after it */
export async function review(
  { page, caseId }: Scene,
  { heldOn, meetingId, last = false }: { heldOn: string; meetingId?: string | undefined; last?: boolean },
): Promise<void> {
  const { plan } = await call<Plan>(page, 'GET', `/episodes/${caseId}/plan`);
  await call(page, 'POST', `/episodes/${caseId}/reviews`, {
    ...(meetingId === undefined ? { heldOn } : { meetingId }),
    level: 2,
    whatNext: last ? 'STEP_DOWN_SINGLE' : 'CONTINUE',
    outcomes: plan.outcomes.map(({ id }) => ({
      outcomeId: id,
      value: 6,
      ...(last ? { status: 'ACHIEVED' } : {}),
    })),
    childComment: 'Dot shows her plate.',
    parentComment: 'Mornings are easier.',
  });
}
