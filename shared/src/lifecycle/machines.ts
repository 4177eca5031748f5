/** A small machine: from each status, where it may go (rule 5.3). A status without a row is the end. */
export interface Machine<S extends string> {
  readonly name: string;
  readonly start: S;
  readonly moves: Readonly<Record<S, readonly S[]>>;
}

export function canGo<S extends string>(machine: Machine<S>, from: S, to: S): boolean {
  return machine.moves[from].includes(to);
}

export function isEnd<S extends string>(machine: Machine<S>, status: S): boolean {
  return machine.moves[status].length === 0;
}

export type ConsentStatus = 'DRAFT' | 'GIVEN' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED' | 'SUPERSEDED';

/** A refreshed agreement is a new row and the old one superseded; only a later yes ends a no. */
export const CONSENT_MACHINE: Machine<ConsentStatus> = {
  name: 'agreement',
  start: 'DRAFT',
  moves: {
    DRAFT: ['GIVEN', 'REFUSED'],
    GIVEN: ['WITHDRAWN', 'EXPIRED', 'SUPERSEDED'],
    REFUSED: ['SUPERSEDED'],
    WITHDRAWN: [],
    EXPIRED: [],
    SUPERSEDED: [],
  },
};

export type AssessmentStatus = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'COMPLETED' | 'SUPERSEDED';

/**
 * A completed version is never edited: a change is the next version. Where the authority has nobody check it
 * first, a draft is completed straight away.
 */
export const ASSESSMENT_MACHINE: Machine<AssessmentStatus> = {
  name: 'assessment version',
  start: 'DRAFT',
  moves: {
    DRAFT: ['SUBMITTED', 'COMPLETED'],
    SUBMITTED: ['RETURNED', 'COMPLETED'],
    RETURNED: ['SUBMITTED'],
    COMPLETED: ['SUPERSEDED'],
    SUPERSEDED: [],
  },
};

export type MeetingStatus = 'PLANNED' | 'HELD' | 'POSTPONED' | 'CANCELLED' | 'INQUORATE';

/** A meeting that did not go ahead stays as it is; the next attempt is a new meeting (T17). */
export const MEETING_MACHINE: Machine<MeetingStatus> = {
  name: 'meeting',
  start: 'PLANNED',
  moves: {
    PLANNED: ['HELD', 'POSTPONED', 'CANCELLED', 'INQUORATE'],
    HELD: [],
    POSTPONED: [],
    CANCELLED: [],
    INQUORATE: [],
  },
};

export type ActionStatus =
  'PROPOSED' | 'AGREED' | 'IN_PROGRESS' | 'DONE' | 'NOT_DONE' | 'CANCELLED' | 'TRANSFERRED';

const ENDINGS: readonly ActionStatus[] = ['DONE', 'NOT_DONE', 'CANCELLED', 'TRANSFERRED'];

export const ACTION_MACHINE: Machine<ActionStatus> = {
  name: 'action',
  start: 'PROPOSED',
  moves: {
    PROPOSED: ['AGREED', 'CANCELLED'],
    AGREED: ['IN_PROGRESS', ...ENDINGS],
    IN_PROGRESS: ENDINGS,
    DONE: [],
    NOT_DONE: [],
    CANCELLED: [],
    TRANSFERRED: [],
  },
};

export type LeadStatus = 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'ENDED';

/** A nomination may be taken back before it is answered. */
export const LEAD_MACHINE: Machine<LeadStatus> = {
  name: 'lead professional',
  start: 'PROPOSED',
  moves: { PROPOSED: ['ACCEPTED', 'DECLINED', 'ENDED'], ACCEPTED: ['ENDED'], DECLINED: [], ENDED: [] },
};

export type StepUpStatus = 'SENT' | 'RECEIVED' | 'ACCEPTED' | 'NOT_ACCEPTED' | 'CHALLENGED';

/** A challenge is decided on a new referral; the first decision stands as recorded. */
export const STEP_UP_MACHINE: Machine<StepUpStatus> = {
  name: 'referral to social care',
  start: 'SENT',
  moves: {
    SENT: ['RECEIVED'],
    RECEIVED: ['ACCEPTED', 'NOT_ACCEPTED'],
    ACCEPTED: [],
    NOT_ACCEPTED: ['CHALLENGED'],
    CHALLENGED: [],
  },
};

export type TransferStatus = 'REQUESTED' | 'CONSENTED' | 'SENT' | 'RECEIVED' | 'ACCEPTED' | 'DECLINED';

export const TRANSFER_MACHINE: Machine<TransferStatus> = {
  name: 'transfer',
  start: 'REQUESTED',
  moves: {
    REQUESTED: ['CONSENTED'],
    CONSENTED: ['SENT'],
    SENT: ['RECEIVED'],
    RECEIVED: ['ACCEPTED', 'DECLINED'],
    ACCEPTED: [],
    DECLINED: [],
  },
};
