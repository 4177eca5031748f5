import type { Page } from 'playwright-core';
import type { AssessmentView } from '@encircle/shared/assessments';
import type { EpisodeStateView } from '@encircle/shared/episodes';
import { agencyId, userId } from '@encircle/shared/fixture';
import { CAF_V1, splitAnswers } from '@encircle/shared/forms';
import type { ChildAdded } from '@encircle/shared/people';
import type { PlanView } from '@encircle/shared/plans';
import { wholeAnswers } from '../../factories/assessment.js';
import { ORDINARY } from '../../factories/consents.js';
import { aChecklist } from '../../factories/worry.js';
import { call } from './calls.js';

/** What sets the stage of the stories of families, by call: who is in the record, what they agreed to. */
export const HOME = { kind: 'HOME', lines: '3 Tidal Row', postcode: 'QX1 2AB' };

const MOTHER = { kind: 'MOTHER', hasPr: 'YES', prBasis: 'MOTHER', livesWith: 'FULL_TIME' };

export const motherNamed = (givenNames: string, familyName: string): Record<string, unknown> => ({
  givenNames,
  familyName,
  ...MOTHER,
});

/** The mother of a brother or sister, who is on record already. */
export const motherKnown = (personId: string): Record<string, unknown> => ({ personId, ...MOTHER });

export const addChild = (page: Page, child: Record<string, unknown>): Promise<ChildAdded> =>
  call(page, 'POST', '/children', { addresses: [HOME], ...child });

/** A worry, looked at, and the family to be asked. @returns the case */
export async function aCaseBegun(page: Page, childId: string, today: string): Promise<string> {
  const { id } = await call<EpisodeStateView>(page, 'POST', '/episodes', {
    type: 'CHILD',
    childIds: [childId],
    source: 'OWN_AGENCY',
    issues: ['PARENTING'],
    mainIssue: 'PARENTING',
    worry: 'The family asked for help with the weeks to come.',
    familyAware: true,
  });
  await toBeAsked(page, id, today);
  return id;
}

/** The worry was looked at: the family is to be asked. */
export async function toBeAsked(page: Page, id: string, today: string): Promise<void> {
  await call(page, 'PUT', `/episodes/${id}/checklist`, aChecklist({ decidedOn: today }));
  const { version } = await stateOf(page, id);
  await call(page, 'POST', `/episodes/${id}/moves`, { transition: 'T03', version });
}

export async function stateOf(page: Page, id: string): Promise<EpisodeStateView> {
  const next = await call<{ episode: EpisodeStateView }>(page, 'GET', `/episodes/${id}/next-moves`);
  return next.episode;
}

export interface Agreed {
  services?: readonly string[];
  people?: readonly string[];
  categories?: readonly string[];
  decision?: 'GIVEN' | 'REFUSED';
  about?: string;
  purposes?: readonly string[];
}

/** One act of agreeing, by the person themself on the screen of the worker. */
export function agree(
  page: Page,
  caseId: string,
  who: { subjectId: string; giverPersonId: string; capacity: string },
  lines: readonly Agreed[],
): Promise<unknown> {
  return call(page, 'POST', `/episodes/${caseId}/consents`, {
    ...who,
    method: 'ON_SCREEN',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    signature: { kind: 'TYPED', value: 'Their own name' },
    lines: lines.flatMap(
      ({ services = [], people = [], categories = ORDINARY, decision = 'GIVEN', about, purposes }) =>
        [
          ...services.map((key) => ({ recipientType: 'SERVICE', recipientId: agencyId(key) })),
          ...people.map((key) => ({ recipientType: 'PERSON', recipientId: userId(key) })),
        ].flatMap((recipient) =>
          categories.map((category) => ({
            ...recipient,
            category,
            decision,
            purposes: purposes ?? ['ASSESS', 'COORDINATE'],
            ...(about === undefined ? {} : { aboutPersonId: about }),
          })),
        ),
    ),
  });
}

/** Everything an assessment asks for about one child, over what it holds; of an unborn baby, what can be said before birth. */
export async function answerRest(
  page: Page,
  id: string,
  on: string,
  child: { id: string; unborn: boolean },
): Promise<void> {
  const { id: subjectId, unborn } = child;
  await call(page, 'PUT', `/assessments/${id}/identity`, {
    subjectId,
    firstLanguage: 'English',
    parentLanguage: 'English',
    interpreterNeeded: false,
    ...(unborn ? {} : { ethnicity: 'WHITE_BRITISH', disabled: 'NO' }),
  });
  const view = await call<AssessmentView>(page, 'GET', `/assessments/${id}?subjectId=${subjectId}`);
  for (const section of CAF_V1.sections) {
    const stored = view.sections.find(({ key }) => key === section.key)?.parts ?? [];
    if (stored.some(({ answers }) => answers['status'] === 'NOT_RELEVANT')) continue;
    const answers: Record<string, unknown> = { ...wholeAnswers(section, on) };
    if (unborn && section.key === 'who')
      Object.assign(answers, { childSeen: 'NOT_SEEN', notSeenReason: 'UNBORN' });
    if (unborn && section.key === 'words') {
      for (const key of ['childComment', 'childCommentMethod', 'childCommentOn']) delete answers[key];
      answers['noChildComment'] = 'UNBORN';
    }
    const parts = splitAnswers(section, answers as never).map((part) => ({
      category: part.category,
      answers: part.answers,
      version: stored.find(({ category }) => category === part.category)?.version ?? 0,
    }));
    if (parts.length > 0)
      await call(page, 'PUT', `/assessments/${id}/sections/${section.key}`, { subjectId, parts });
  }
}

interface Held {
  id: string;
  version: number;
  invitations: { id: string }[];
}

/** The booked review is held with everybody, every hope is achieved, and both signatures close the record. */
export async function helpEnds(lead: Page, signer: Page, caseId: string, on: string): Promise<void> {
  const list = await call<{ items: { id: string; status: string }[] }>(
    lead,
    'GET',
    `/episodes/${caseId}/meetings`,
  );
  const booked = list.items.find(({ status }) => status === 'PLANNED')?.id ?? '';
  const meeting = await call<Held>(lead, 'GET', `/meetings/${booked}`);
  const came = await call<Held>(lead, 'PUT', `/meetings/${booked}/attendance`, {
    version: meeting.version,
    entries: meeting.invitations.map(({ id }) => ({ invitationId: id, code: 'ATT' })),
  });
  const checked = await call<Held>(lead, 'PATCH', `/meetings/${booked}`, {
    version: came.version,
    change: 'DETAILS',
    consentChecked: true,
    childParticipation: 'ATTENDED_PART',
    parentParticipation: 'ATTENDED',
    levelAgreed: 1,
    noNextReason: 'Help ends here.',
  });
  await call(lead, 'POST', `/meetings/${booked}/hold`, { version: checked.version });
  const { plan } = await call<PlanView>(lead, 'GET', `/episodes/${caseId}/plan`);
  await call(lead, 'POST', `/episodes/${caseId}/reviews`, {
    meetingId: booked,
    level: 1,
    whatNext: 'CLOSE',
    outcomes: (plan?.outcomes ?? []).map(({ id }) => ({ outcomeId: id, status: 'ACHIEVED' })),
    childComment: 'All is well.',
    parentComment: 'All is well.',
  });
  const closing = `/episodes/${caseId}/close`;
  const sent = await call<{ version: number }>(lead, 'POST', closing, {
    reason: 'NEEDS_MET',
    closureDate: on,
    level: 1,
    whoToContact: 'The school',
    familyAgrees: 'AGREE',
    childComment: 'All is well.',
    parentComment: 'All is well.',
    summary: 'Every need is met.',
    actions: (plan?.actions ?? [])
      .filter(({ status }) => ['PROPOSED', 'AGREED', 'IN_PROGRESS'].includes(status))
      .map(({ id }) => ({ actionId: id, status: 'DONE' })),
  });
  await call(signer, 'POST', `${closing}/decision`, { version: sent.version, approve: true });
}
