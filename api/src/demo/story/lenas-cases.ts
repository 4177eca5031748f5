import { addDays, londonInstant, type CivilDate } from '@encircle/shared/dates';
import { DEFAULT_SETTINGS, expiredWindowEnd } from '@encircle/shared/policy';
import { agencyId, fixtureCalendar, fixtureId, userId } from '@encircle/shared/fixture';
import { episodeReference } from '@encircle/shared/reference-numbers';
import { addFrame, asWho, type CaseSpec, type Course } from '../borough/case-frame.js';
import type { Worker } from '../borough/services.js';
import type { Rows } from '../rows.js';

const worker = (key: string, agency: string, group: string, role: string, name: string): Worker => ({
  userId: userId(key),
  agencyId: agencyId(agency),
  group,
  role,
  name,
});
const LENA = worker('lena', 'northway', 'Schools', 'SENCO', 'Lena Marsh');
const HANA = worker('hana', 'community-health', 'Community Health', 'SCHOOL_NURSE', 'Hana Siddiqui');
const YUSUF = worker('yusuf', 'locality-support', 'Locality Support', 'FAMILY_SUPPORT_WORKER', 'Yusuf Demir');
const CARL = worker('carl', 'camhs', 'CAMHS', 'CAMHS_CLINICIAN', 'Carl Whitlock');

interface ActionLine {
  text: string;
  /** When it was agreed. */
  on: CivilDate;
  by: CivilDate;
}

interface MeetingLine {
  type: 'REVIEW_TAC' | 'EXTRAORDINARY';
  reviewNo: number | null;
  at: [CivilDate, string];
  place: string;
  mode: 'IN_PERSON' | 'VIDEO';
  /** How many of the team have answered. */
  answered: number;
  held?: boolean;
  reportFromLeadDue?: CivilDate;
}

interface Line {
  key: string;
  forename: string;
  surname: string;
  sex: 'FEMALE' | 'MALE';
  born: CivilDate;
  parent: string;
  parentKind: 'MOTHER' | 'GRANDPARENT';
  opened: CivilDate;
  agreed: CivilDate;
  agreementEnds?: CivilDate;
  planAgreed: CivilDate | null;
  team: Worker[];
  lead: Worker | null;
  words: string;
  actions: ActionLine[];
  meetings: MeetingLine[];
  nextReview: CivilDate | null;
  /** What Lena wrote last, and before it what keeps the case from drifting: the child seen, the case talked over. */
  contacts: Contact[];
}

interface Contact {
  on: CivilDate;
  kind: string;
  text: string;
  seen?: 'SEEN_ALONE' | 'SEEN_WITH_OTHERS';
}

/** The children Lena has in her week besides Ava, written for the scenarios' March and moved with it. */
const LINES: readonly Line[] = [
  {
    key: 'noah',
    forename: 'Noah',
    surname: 'Pell',
    sex: 'MALE',
    born: '2018-09-12',
    parent: 'Carla',
    parentKind: 'MOTHER',
    opened: '2025-10-06',
    agreed: '2025-10-13',
    planAgreed: '2025-11-20',
    team: [HANA, YUSUF, CARL],
    lead: YUSUF,
    words: 'I can build a bridge that holds ten cars.',
    actions: [],
    meetings: [
      {
        type: 'REVIEW_TAC',
        reviewNo: 2,
        at: ['2026-03-18', '15:30'],
        place: 'Northway library',
        mode: 'IN_PERSON',
        answered: 5,
        reportFromLeadDue: '2026-03-13',
      },
    ],
    nextReview: '2026-03-24',
    contacts: [
      {
        on: '2026-03-11',
        kind: 'PHONE_CALL',
        text: 'Rang Carla. Noah slept through three nights this week.',
      },
    ],
  },
  {
    key: 'tilly',
    forename: 'Tilly',
    surname: 'Rowe',
    sex: 'FEMALE',
    born: '2019-07-02',
    parent: 'Joan',
    parentKind: 'GRANDPARENT',
    opened: '2025-03-10',
    agreed: '2025-03-23',
    agreementEnds: '2026-03-22',
    planAgreed: '2025-05-01',
    team: [HANA, YUSUF],
    lead: LENA,
    words: 'Gran reads the voices best.',
    actions: [{ text: 'Send the reading-buddy timetable to Gran', on: '2026-02-12', by: '2026-03-12' }],
    meetings: [],
    nextReview: '2026-04-30',
    contacts: [
      {
        on: '2025-11-26',
        kind: 'SUPERVISION',
        text: 'Talked over with Peter: reading first, and plan the ending from spring.',
      },
      {
        on: '2026-03-04',
        kind: 'TALK_WITH_CHILD',
        text: 'Tilly read me her favourite page at lunch club.',
        seen: 'SEEN_ALONE',
      },
      { on: '2026-03-06', kind: 'TALK_WITH_PARENT', text: 'Joan came in after school. Reading every night.' },
    ],
  },
  {
    key: 'isla',
    forename: 'Isla',
    surname: 'Finch',
    sex: 'FEMALE',
    born: '2017-11-25',
    parent: 'Beth',
    parentKind: 'MOTHER',
    opened: '2026-02-09',
    agreed: '2026-02-16',
    planAgreed: null,
    team: [HANA],
    lead: null,
    words: 'I like being the one who feeds the fish.',
    actions: [],
    meetings: [],
    nextReview: null,
    contacts: [
      {
        on: '2026-03-10',
        kind: 'TALK_WITH_PARENT',
        text: 'Beth would like someone at school to be her main contact.',
      },
    ],
  },
  {
    key: 'jude',
    forename: 'Jude',
    surname: 'Okafor',
    sex: 'MALE',
    born: '2015-05-18',
    parent: 'Ngozi',
    parentKind: 'MOTHER',
    opened: '2025-11-10',
    agreed: '2025-11-17',
    planAgreed: '2026-01-08',
    team: [YUSUF, CARL],
    lead: LENA,
    words: 'Running club is the best. Homework is not.',
    actions: [],
    meetings: [
      {
        type: 'REVIEW_TAC',
        reviewNo: 1,
        at: ['2026-03-06', '09:15'],
        place: 'Northway library',
        mode: 'IN_PERSON',
        answered: 4,
        held: true,
      },
      {
        type: 'EXTRAORDINARY',
        reviewNo: null,
        at: ['2026-03-26', '09:15'],
        place: 'By video',
        mode: 'VIDEO',
        answered: 5,
      },
    ],
    nextReview: '2026-05-28',
    contacts: [
      {
        on: '2026-03-13',
        kind: 'SEEN_ELSEWHERE',
        text: 'Saw Jude at running club, cheerful.',
        seen: 'SEEN_WITH_OTHERS',
      },
    ],
  },
  {
    key: 'sami',
    forename: 'Sami',
    surname: 'Haddad',
    sex: 'MALE',
    born: '2016-08-30',
    parent: 'Rima',
    parentKind: 'MOTHER',
    opened: '2025-09-15',
    agreed: '2025-09-22',
    planAgreed: '2025-10-30',
    team: [YUSUF],
    lead: LENA,
    words: 'My sister and I have a secret handshake.',
    actions: [],
    meetings: [],
    nextReview: '2026-04-02',
    contacts: [
      {
        on: '2026-03-12',
        kind: 'HOME_VISIT',
        text: 'Visited Rima and Sami. The new bed has come.',
        seen: 'SEEN_WITH_OTHERS',
      },
    ],
  },
  {
    key: 'rosie',
    forename: 'Rosie',
    surname: 'Dunn',
    sex: 'FEMALE',
    born: '2020-06-21',
    parent: 'Kay',
    parentKind: 'MOTHER',
    opened: '2025-12-01',
    agreed: '2025-12-08',
    planAgreed: '2026-01-22',
    team: [HANA],
    lead: LENA,
    words: 'I hop better than Mummy.',
    actions: [],
    meetings: [],
    nextReview: '2026-04-16',
    contacts: [
      {
        on: '2026-02-09',
        kind: 'TALK_WITH_CHILD',
        text: 'Rosie showed me the hop she is proud of.',
        seen: 'SEEN_ALONE',
      },
      { on: '2026-02-10', kind: 'PHONE_CALL', text: 'Rang Kay. Rosie settling in Reception.' },
    ],
  },
];

/** @returns how many cases were added */
export function addLenasCases(rows: Rows, anchor: CivilDate, referenceKey: string, taken: number): number {
  const { day } = fixtureCalendar(anchor);
  LINES.forEach((line, n) =>
    addLine(rows, line, day, episodeReference(referenceKey, Number(day(line.opened).slice(0, 4)), taken + n)),
  );
  return LINES.length;
}

type Day = (date: CivilDate) => CivilDate;

function addLine(rows: Rows, line: Line, day: Day, ref: string): void {
  const childId = fixtureId('person', line.key);
  const parentId = fixtureId('person', `${line.key} parent`);
  addFamily(rows, line, day, childId, parentId);
  const spec: CaseSpec = {
    key: line.key,
    ref,
    childId,
    parentId,
    locality: 'Northway',
    openedOn: day(line.opened),
    author: LENA,
    lead: line.lead,
    team: line.team,
    source: 'OWN_AGENCY',
  };
  const frame = addFrame(rows, spec, courseOf(line, day));
  if (line.agreementEnds) shortenAgreement(rows, frame.episodeId, day(line.agreementEnds));
  frame.rows.add('app.case_fact', 'CHILD', asWho(LENA), day(line.agreed), {
    kind: 'OWN_WORDS',
    said_on: day(line.agreed),
    body: { text: line.words, saidBy: line.forename },
  });
  if (line.planAgreed) {
    const on = day(line.planAgreed);
    const planId = frame.rows.add('app.plan', 'PLAN', asWho(LENA), on, {
      version_no: 1,
      status: 'AGREED',
      agreed_on: on,
    });
    line.actions.forEach((a, position) =>
      frame.rows.add('app.action', 'PLAN', asWho(LENA), day(a.on), {
        plan_id: planId,
        position,
        text: a.text,
        owner_user_id: LENA.userId,
        owner_agency_id: LENA.agencyId,
        by_when: day(a.by),
        status: 'AGREED',
      }),
    );
  }
  for (const meeting of line.meetings) addMeeting(frame.rows, line, meeting, day, childId, parentId);
  if (!line.lead) {
    rows.add('app.nomination', {
      id: fixtureId('nomination', line.key),
      episode_id: frame.episodeId,
      nominee_id: LENA.userId,
      nominee_agency_id: LENA.agencyId,
      status: 'PROPOSED',
      family_preference: `${line.parent} asked for someone at school`,
      message: 'Would you lead for Isla?',
      created_by: userId('mo'),
      created_at: londonInstant(day('2026-03-10'), '11:00'),
    });
  }
  for (const { on, kind, text, seen } of line.contacts)
    frame.rows.add('app.note', 'NOTES', asWho(LENA), day(on), {
      kind,
      event_on: day(on),
      text,
      ...(seen ? { child_seen: seen } : {}),
    });
}

function addFamily(rows: Rows, line: Line, day: Day, childId: string, parentId: string): void {
  const person = { family_name: line.surname, dob_status: 'VERIFIED', is_unborn: false };
  rows.add('app.person', {
    id: childId,
    kind: 'CHILD',
    given_names: line.forename,
    preferred_name: line.forename,
    date_of_birth: day(line.born),
    sex: line.sex,
    ...person,
  });
  rows.add('app.person', {
    id: parentId,
    kind: 'ADULT',
    given_names: line.parent,
    preferred_name: line.parent,
    date_of_birth: null,
    sex: 'FEMALE',
    ...person,
  });
  rows.add('app.relationship', {
    id: fixtureId('relationship', line.key),
    child_id: childId,
    person_id: parentId,
    kind: line.parentKind,
    has_pr: 'YES',
    pr_basis: line.parentKind === 'MOTHER' ? 'MOTHER' : 'SGO',
    lives_with: 'FULL_TIME',
    is_carer: true,
    portal: 'NONE',
  });
  rows.add('app.contact_point', {
    id: fixtureId('phone', parentId),
    person_id: parentId,
    kind: 'PHONE',
    value: `07700 9005${String(line.key.length * 7).padStart(2, '0')}`,
  });
  rows.add('app.setting', {
    id: fixtureId('school', childId),
    person_id: childId,
    kind: 'SCHOOL',
    agency_id: agencyId('northway'),
    name: 'Northway Primary',
    valid_from: day('2025-09-03'),
  });
}

function courseOf(line: Line, day: Day): Course {
  const opened = day(line.opened);
  const agreed = day(line.agreed);
  const completed = addDays(agreed, 18);
  const moves: Course['moves'] = [
    ['T01', null, 'CONCERN', opened],
    ['T03', 'CONCERN', 'CONSENT_SEEKING', addDays(opened, 1)],
    ['T05', 'CONSENT_SEEKING', 'ASSESSING', agreed],
  ];
  const base = {
    agreedOn: agreed,
    closedOn: null,
    closureReason: null,
    level: 2,
    nextReviewOn: line.nextReview ? day(line.nextReview) : null,
  };
  if (!line.planAgreed) return { ...base, state: 'ASSESSING', completedOn: null, planAgreedOn: null, moves };
  const planAgreedOn = day(line.planAgreed);
  moves.push(
    ['T12', 'ASSESSING', 'ASSESSED', completed],
    ['T15', 'ASSESSED', 'TAC_PLANNED', addDays(completed, 2)],
    ['T16', 'TAC_PLANNED', 'PLAN_ACTIVE', planAgreedOn],
  );
  return { ...base, state: 'PLAN_ACTIVE', completedOn: completed, planAgreedOn, moves };
}

/** Joan's agreement was given for one year and is about to lapse. */
function shortenAgreement(rows: Rows, episodeId: string, ends: CivilDate): void {
  for (const line of rows.of('app.consent_line')) {
    if (line['episode_id'] !== episodeId) continue;
    const read = expiredWindowEnd(ends, DEFAULT_SETTINGS);
    const windows = {
      until_at: londonInstant(addDays(ends, 1), '00:00'),
      team_read_until: read,
      lead_read_until: read,
    };
    Object.assign(line, { expires_on: ends, ...windows });
  }
}

function addMeeting(
  c: ReturnType<typeof addFrame>['rows'],
  line: Line,
  m: MeetingLine,
  day: Day,
  childId: string,
  parentId: string,
): void {
  const on = day(m.at[0]);
  const at = londonInstant(on, m.at[1]);
  const lead = line.lead ?? LENA;
  const meetingId = c.add('app.meeting', 'MEETING', asWho(lead), addDays(on, -25), {
    type: m.type,
    status: m.held ? 'HELD' : 'PLANNED',
    planned_at: at,
    held_at: m.held ? at : null,
    duration_minutes: 45,
    mode: m.mode,
    review_no: m.reviewNo,
    due_on: addDays(on, 4),
    chair_id: lead.userId,
    minute_taker_id: LENA.userId,
    level_agreed: m.held ? 2 : null,
    child_participation: m.held ? 'ATTENDED_PART' : null,
    parent_participation: m.held ? 'ATTENDED' : null,
    consent_checked: m.held ? true : null,
    minutes_status: 'DRAFT',
  });
  c.add('app.meeting_place', 'MEETING', asWho(lead), addDays(on, -25), {
    meeting_id: meetingId,
    place: m.place,
  });
  const people: { user?: Worker; person?: string }[] = [
    { person: childId },
    { person: parentId },
    { user: LENA },
    ...line.team.map((user) => ({ user })),
  ];
  people.forEach(({ user, person }, n) => {
    const reporting = user?.userId === LENA.userId && m.reportFromLeadDue !== undefined;
    c.add('app.invitation', 'MEETING', asWho(lead), addDays(on, -25), {
      meeting_id: meetingId,
      user_id: user?.userId ?? null,
      person_id: person ?? null,
      agency_id: user?.agencyId ?? null,
      professional_role: user?.role ?? null,
      is_family: person !== undefined,
      required: true,
      invited_on: addDays(on, -25),
      rsvp: reporting ? 'SENDING_REPORT' : n < m.answered ? 'COMING' : 'NO_ANSWER',
      attendance: m.held ? 'ATT' : null,
      report_due_on: reporting && m.reportFromLeadDue ? day(m.reportFromLeadDue) : null,
    });
  });
  if (m.held)
    c.add('app.minute', 'MEETING', asWho(LENA), on, {
      meeting_id: meetingId,
      kind: 'DECISION',
      code: 'CONTINUE',
      text: 'The plan goes on.',
      position: 0,
    });
}
