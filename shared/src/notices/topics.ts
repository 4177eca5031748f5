/** What a person may choose about mail, for each kind. */
export const NOTICE_KINDS = ['MEETINGS', 'CASES', 'SAFETY'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const MAIL_CHOICES = ['EACH', 'DAILY', 'NONE'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

export interface TopicRow {
  kind: NoticeKind;
  /**
   * What has to be true of the recipient at the moment of sending and of showing: they may read the meeting; they may
   * read this kind of information in the case; the question asked of
   * them, or by them of somebody outside, is open; nobody leads and it is theirs to ask somebody; or they hold an account in the role it was written for.
   */
  gate:
    | 'MEETING'
    | 'REPORT'
    | 'ANSWER'
    | 'OFFER'
    | 'VACANCY'
    | 'CONTRIBUTION'
    | 'ENQUIRY'
    | 'SERVICE'
    | 'CASE'
    | 'ACCOUNT';
  /** What a reader of the case must be allowed to read. */
  category?: 'INVOLVE' | 'MEETING' | 'PLAN';
  /** Goes to somebody without an account, decided as whoever asked them: no notice, and no choice of theirs counts. */
  outside?: boolean;
  /** Where it leads. Ids only, never names. */
  path: (payload: Readonly<Record<string, unknown>>, episodeId: string | null) => string;
}

const idIn = (payload: Readonly<Record<string, unknown>>, name: string): string => {
  const value = payload[name];
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : '';
};
const toMeeting: TopicRow['path'] = (payload) => `/meetings/${idIn(payload, 'meetingId')}`;
/** Of emergency access: a number, and whoever is told signs in to see what it stands for. */
const safety = (): TopicRow => ({ kind: 'SAFETY', gate: 'ACCOUNT', path: () => '/' });
const part = (): TopicRow => ({
  kind: 'CASES',
  gate: 'CONTRIBUTION',
  path: (payload) => `/contributions/${idIn(payload, 'contributionId')}`,
});
const answeredPart = (): TopicRow => ({
  kind: 'CASES',
  gate: 'CASE',
  path: (payload) => `/assessments/${idIn(payload, 'assessmentId')}/contributions`,
});
const enquiry = (): TopicRow => ({
  kind: 'CASES',
  gate: 'ENQUIRY',
  path: (payload) => `/enquiries/${idIn(payload, 'enquiryId')}`,
});
const overseen = (): TopicRow => ({
  kind: 'CASES',
  gate: 'CASE',
  path: (payload) =>
    idIn(payload, 'assessmentId') === ''
      ? `/cases/${idIn(payload, 'episodeId')}/assessments`
      : `/assessments/${idIn(payload, 'assessmentId')}/read`,
});
const meeting = (): TopicRow => ({ kind: 'MEETINGS', gate: 'MEETING', path: toMeeting });

/**
 * Everything one can be told of. A topic written into the outbox that is not here waits: nobody is told what the program
 * does not know how to decide.
 */
export const TOPICS = {
  'meeting.invited': meeting(),
  'meeting.moved': meeting(),
  'meeting.cancelled': meeting(),
  'meeting.minutes': meeting(),
  // To a colleague who was asked; and in the asker's name to somebody without an account.
  'report.asked': { kind: 'MEETINGS', gate: 'REPORT', path: toMeeting },
  'report.reminded': { kind: 'MEETINGS', gate: 'REPORT', path: toMeeting },
  'report.link': { kind: 'MEETINGS', gate: 'REPORT', path: toMeeting, outside: true },
  // To whoever was asked and has no account, in the asker's name.
  'meeting.link': { kind: 'MEETINGS', gate: 'ANSWER', path: toMeeting, outside: true },
  'report.received': { kind: 'MEETINGS', gate: 'CASE', category: 'MEETING', path: toMeeting },
  'absence.repeated': { kind: 'MEETINGS', gate: 'CASE', category: 'MEETING', path: toMeeting },
  // About no case: a service and a profession.
  'absence.escalated': { kind: 'MEETINGS', gate: 'ACCOUNT', path: () => '/absences' },
  // A number and no way in: whoever is told may have nothing more to read.
  'agreement.ended': { kind: 'CASES', gate: 'ACCOUNT', path: () => '/cases' },
  // About no case: nobody is told which child it is.
  'consultation.asked': {
    kind: 'CASES',
    gate: 'ACCOUNT',
    path: (payload) => `/consultations/${idIn(payload, 'consultationId')}`,
  },
  // 30 and 7 days before the last day.
  'agreement.lapses': {
    kind: 'CASES',
    gate: 'CASE',
    category: 'INVOLVE',
    path: (payload) => `/cases/${idIn(payload, 'episodeId')}/agreement`,
  },
  // Whoever leads is told of the case; whoever asked hears that there is an answer, and of no case.
  'join.asked': {
    kind: 'CASES',
    gate: 'CASE',
    category: 'INVOLVE',
    path: (payload) => `/cases/${idIn(payload, 'episodeId')}/team`,
  },
  'join.answered': { kind: 'CASES', gate: 'ACCOUNT', path: () => '/find' },
  // About no case: there is something to read before a day. And the answer, to whoever leads.
  'panel.papers': {
    kind: 'MEETINGS',
    gate: 'ACCOUNT',
    path: (payload) => `/panel-days/${idIn(payload, 'dayId')}`,
  },
  'panel.decided': {
    kind: 'CASES',
    gate: 'CASE',
    category: 'PLAN',
    path: (payload) => `/cases/${idIn(payload, 'episodeId')}/panel`,
  },
  // About a request for support: whoever may read it.
  'enquiry.offered': enquiry(),
  'enquiry.answered': enquiry(),
  'enquiry.decided': enquiry(),
  'enquiry.panel': {
    kind: 'CASES',
    gate: 'CASE',
    category: 'INVOLVE',
    path: (payload) => `/cases/${idIn(payload, 'episodeId')}/panel`,
  },
  // A service is asked to join the work with a child: while the family agrees; and the answer, to whoever asked.
  'service.asked': {
    kind: 'CASES',
    gate: 'SERVICE',
    path: (payload) => `/service-requests/${idIn(payload, 'requestId')}`,
  },
  'service.answered': {
    kind: 'CASES',
    gate: 'CASE',
    category: 'INVOLVE',
    path: (payload) => `/cases/${idIn(payload, 'episodeId')}/services`,
  },
  'lead.asked': { kind: 'CASES', gate: 'OFFER', path: () => '/offers' },
  // To the manager when the team has found nobody, then to the CAF team.
  'lead.vacant': {
    kind: 'CASES',
    gate: 'VACANCY',
    path: (payload) => `/cases/${idIn(payload, 'episodeId')}/team`,
  },
  'contribution.asked': part(),
  'contribution.returned': part(),
  'contribution.reminded': part(),
  'contribution.answered': answeredPart(),
  'contribution.declined': answeredPart(),
  // To whoever wrote or leads, and the answer to whoever returned it: that there is something to read, in the case itself.
  'oversight.returned': overseen(),
  'oversight.written': overseen(),
  'oversight.answered': overseen(),
  'break-glass.opened': safety(),
  'break-glass.investigate': safety(),
  'break-glass.asked': safety(),
  'break-glass.approved': safety(),
  'break-glass.declined': safety(),
  'disclosure.recorded': safety(),
  // Of no case and no child: to whoever looks after the child at school.
  'police-notice.sent': { kind: 'SAFETY', gate: 'ACCOUNT', path: () => '/police-notices' },
  // To the manager of whoever refers: of nobody by name.
  'referral.sent': { kind: 'SAFETY', gate: 'ACCOUNT', path: () => '/safeguarding' },
  'access-review.breach': safety(),
  'access-review.decided': safety(),
} as const satisfies Record<string, TopicRow>;

/** The number a notice carries in place of a case's reference. */
export function referenceOf(payload: Readonly<Record<string, unknown>>): string | null {
  const value = payload['reference'];
  return typeof value === 'string' && /^[A-Za-z0-9-]{3,40}$/.test(value) ? value : null;
}

export type TopicName = keyof typeof TOPICS;

export const topicOf = (name: string): TopicRow | null =>
  Object.hasOwn(TOPICS, name) ? TOPICS[name as TopicName] : null;

/** What a person gets who has chosen nothing: meetings and safety at once, the rest once a day. */
export const USUAL_CHOICE: Readonly<Record<NoticeKind, MailChoice>> = {
  MEETINGS: 'EACH',
  CASES: 'DAILY',
  SAFETY: 'EACH',
};
