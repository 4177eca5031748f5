import { agencyId, episodeId, fixtureCalendar, fixtureId, personId, userId } from '@encircle/shared/fixture';
import { londonInstant, type CivilDate } from '@encircle/shared/dates';
import { CaseRows, type Who } from '../case-rows.js';
import type { Rows } from '../rows.js';

const who = (user: string, agency: string): Who => ({ userId: userId(user), agencyId: agencyId(agency) });
const LENA = who('lena', 'northway');
const HANA = who('hana', 'community-health');
const YUSUF = who('yusuf', 'locality-support');
const CARL = who('carl', 'camhs');

interface Hope {
  need: string;
  element: string;
  statement: string;
  /** What is scored, as the drawing of it is called. */
  measure: string;
  rater: string;
  better: 'HIGHER' | 'LOWER';
  scale: [number, number, string, string];
  target: number;
  scores: [CivilDate, number][];
  ecm: string;
  actions: {
    text: string;
    owner: Who | string;
    by: CivilDate;
    status: string;
    doneOn?: CivilDate;
    comment?: [CivilDate, string];
  }[];
}

const HOPES: readonly Hope[] = [
  {
    need: 'Feelings and friendships',
    element: 'D04',
    statement: 'Ava feels calmer about school mornings',
    measure: 'Worry on school mornings',
    rater: 'Ava',
    better: 'LOWER',
    scale: [0, 10, 'no worry', 'huge worry'],
    target: 3,
    ecm: 'BH',
    scores: [
      ['2026-01-30', 7],
      ['2026-03-05', 6],
    ],
    actions: [
      {
        text: 'Start the day in the library with Kezia',
        owner: LENA,
        by: '2026-07-17',
        status: 'IN_PROGRESS',
        comment: ['2026-03-09', 'Every morning since {2026-02-23}.'],
      },
      {
        text: 'Two visits on breathing and the worry box',
        owner: HANA,
        by: '2026-03-13',
        status: 'DONE',
        doneOn: '2026-03-13',
        comment: ['2026-03-13', 'Both done. Ava uses the box on Sundays.'],
      },
      {
        text: 'Send class staff ideas for calm starts',
        owner: CARL,
        by: '2026-02-27',
        status: 'DONE',
        doneOn: '2026-02-27',
        comment: ['2026-02-27', 'Sent to Miss Grant and the office.'],
      },
      {
        text: 'Ring Mia: is {Tuesday 2026-03-24} still good for her?',
        owner: LENA,
        by: '2026-03-16',
        status: 'AGREED',
      },
    ],
  },
  {
    need: 'Taking part in school',
    element: 'D10',
    statement: 'Ava is in school every Monday, and most days',
    measure: 'Days in school',
    rater: 'School register',
    better: 'HIGHER',
    scale: [75, 100, '75%', '100%'],
    target: 95,
    ecm: 'EA',
    scores: [
      ['2026-01-05', 81],
      ['2026-03-06', 89],
    ],
    actions: [
      {
        text: 'Check the register with Mia every Friday',
        owner: LENA,
        by: '2026-05-22',
        status: 'IN_PROGRESS',
      },
    ],
  },
  {
    need: 'Sleep',
    element: 'P03',
    statement: 'Bedtimes that work for everyone at home',
    measure: 'Bedtimes at home',
    rater: 'Mia',
    better: 'HIGHER',
    scale: [0, 10, 'very hard', 'going well'],
    target: 8,
    ecm: 'BH',
    scores: [
      ['2026-01-30', 3],
      ['2026-03-05', 5],
    ],
    actions: [
      {
        text: 'Four Wednesday visits about bedtime',
        owner: YUSUF,
        by: '2026-04-01',
        status: 'IN_PROGRESS',
        comment: ['2026-03-11', 'Three visits done. Lights out at 20:30 most nights, Mia says.'],
      },
      {
        text: 'Bedtime chart on the fridge, Ava fills it in',
        owner: 'mia',
        by: '2026-05-22',
        status: 'IN_PROGRESS',
      },
    ],
  },
];

/** What the team around Ava has written so far: the case of the pictures. */
export function addAva(rows: Rows, anchor: CivilDate): void {
  const { day } = fixtureCalendar(anchor);
  const episode = episodeId('E1');
  const c = new CaseRows(rows, episode, personId('ava'));
  addMoves(c, day);
  addWords(c, day);
  addFirstMeeting(rows, c, day);
  addPlan(c, day);
  addReviewToCome(c, day);
  addNotes(c, day);
}

type Day = (date: CivilDate) => CivilDate;

function addMoves(c: CaseRows, day: Day): void {
  const moves: [string, string | null, string, CivilDate][] = [
    ['T01', null, 'CONCERN', '2026-01-05'],
    ['T03', 'CONCERN', 'CONSENT_SEEKING', '2026-01-06'],
    ['T05', 'CONSENT_SEEKING', 'ASSESSING', '2026-01-12'],
    ['T12', 'ASSESSING', 'ASSESSED', '2026-01-30'],
    ['T15', 'ASSESSED', 'TAC_PLANNED', '2026-02-02'],
    ['T16', 'TAC_PLANNED', 'PLAN_ACTIVE', '2026-02-12'],
  ];
  for (const [transition, from, to, on] of moves) {
    c.add('app.episode_move', 'INVOLVE', LENA, day(on), {
      transition,
      from_state: from,
      to_state: to,
      happened_on: day(on),
      recorded: {},
    });
  }
}

function addWords(c: CaseRows, day: Day): void {
  const checked = { checkedWith: 'Mia', checkedOn: day('2026-03-05') };
  c.add('app.case_fact', 'CHILD', LENA, day('2026-01-22'), {
    kind: 'OWN_WORDS',
    said_on: day('2026-01-22'),
    body: {
      text: 'I like drawing foxes, swimming, and my nan’s dog Biscuit. Mornings are the hard bit.',
      saidBy: 'Ava',
    },
  });
  c.add('app.case_fact', 'HEALTH', HANA, day('2026-01-14'), {
    kind: 'FLAG',
    said_on: day('2026-01-14'),
    body: { text: 'Asthma: blue inhaler kept in the school office', reviewOn: day('2026-09-01') },
  });
  c.add('app.case_fact', 'CHILD', LENA, day('2026-01-30'), {
    kind: 'ISSUES',
    said_on: day('2026-01-30'),
    body: { codes: ['EMOTIONAL_WELLBEING', 'SCHOOL_ATTENDANCE'], primary: 'EMOTIONAL_WELLBEING' },
  });
  c.add('app.case_fact', 'CHILD', LENA, day('2026-03-05'), {
    kind: 'GOING_WELL',
    said_on: day('2026-03-05'),
    body: {
      items: [
        'Ava has missed 5 days since {2026-01-05}, down from 14 last term.',
        'She starts the day in the library with her friend Kezia.',
        'Mia says they “laugh again at breakfast”.',
      ],
      ...checked,
    },
  });
  c.add('app.case_fact', 'CHILD', LENA, day('2026-03-05'), {
    kind: 'HELP_WANTED',
    said_on: day('2026-03-05'),
    body: {
      items: [
        'Mondays, most of all after a weekend away from school.',
        'Falling asleep: often after 23:00, Mia says.',
        'Knowing who to go to when her tummy hurts.',
      ],
      ...checked,
    },
  });
}

interface Guest {
  who?: Who;
  role?: string;
  person?: string;
  rsvp: string;
  note?: string;
  attendance?: string;
  reason?: string;
}

function addInvitations(
  c: CaseRows,
  meetingId: string,
  guests: readonly Guest[],
  invitedOn: CivilDate,
  reportOn: CivilDate | null,
): void {
  for (const g of guests) {
    c.add('app.invitation', 'MEETING', LENA, invitedOn, {
      meeting_id: meetingId,
      user_id: g.who?.userId ?? null,
      person_id: g.person ? personId(g.person) : null,
      agency_id: g.who?.agencyId ?? null,
      professional_role: g.role ?? null,
      is_family: g.person !== undefined,
      required: true,
      invited_on: invitedOn,
      rsvp: g.rsvp,
      rsvp_note: g.note ?? null,
      attendance: g.attendance ?? null,
      attendance_reason: g.reason ?? null,
      report_received_on: g.attendance === 'REP' ? reportOn : null,
    });
  }
}

function addFirstMeeting(rows: Rows, c: CaseRows, day: Day): void {
  const on = day('2026-02-12');
  const meetingId = c.add('app.meeting', 'MEETING', LENA, day('2026-02-02'), {
    id: fixtureId('meeting', 'ava-first'),
    type: 'INITIAL_TAC',
    status: 'HELD',
    planned_at: londonInstant(on, '15:45'),
    duration_minutes: 45,
    mode: 'IN_PERSON',
    held_at: londonInstant(on, '15:45'),
    chair_id: LENA.userId,
    minute_taker_id: YUSUF.userId,
    consent_checked: true,
    child_participation: 'ATTENDED_PART',
    parent_participation: 'ATTENDED',
    level_agreed: 3,
    minutes_status: 'CIRCULATED',
    minutes_sent_on: day('2026-02-16'),
    due_on: day('2026-02-27'),
  });
  c.add('app.meeting_place', 'MEETING', LENA, day('2026-02-02'), {
    meeting_id: meetingId,
    place: 'Northway library',
  });
  addInvitations(
    c,
    meetingId,
    [
      { person: 'ava', rsvp: 'COMING', attendance: 'PART' },
      { person: 'mia', rsvp: 'COMING', attendance: 'ATT' },
      { who: LENA, role: 'SENCO', rsvp: 'COMING', attendance: 'ATT' },
      { who: HANA, role: 'SCHOOL_NURSE', rsvp: 'COMING', attendance: 'ATT' },
      { who: YUSUF, role: 'FAMILY_SUPPORT_WORKER', rsvp: 'COMING', attendance: 'ATT' },
      {
        who: CARL,
        role: 'CAMHS_CLINICIAN',
        rsvp: 'SENDING_REPORT',
        attendance: 'REP',
        reason: 'Clinic clash',
      },
    ],
    day('2026-01-28'),
    day('2026-02-11'),
  );
  const minutes: [string, string | null, string, string | null][] = [
    [
      'POINT',
      null,
      'Ava drew her good morning and talked it through. Everyone kept to what she had drawn.',
      'Ava',
    ],
    [
      'POINT',
      null,
      'Mondays after a weekend away are the hardest; the library start was Ava’s own idea.',
      'Mia',
    ],
    ['DECISION', 'PLAN_AGREED', 'The plan is agreed, with five things to do.', null],
    ['DECISION', 'LP_CONFIRMED', 'Lena is the lead professional.', null],
    ['DECISION', 'NEXT_DATE', 'Review on {Tuesday 2026-03-24}, 15:45.', null],
  ];
  minutes.forEach(([kind, code, text, said], position) =>
    c.add('app.minute', 'MEETING', YUSUF, on, {
      meeting_id: meetingId,
      kind,
      code,
      text,
      said_by: said,
      position,
    }),
  );
  rows.add('app.nomination', {
    id: fixtureId('nomination', 'ava-lena'),
    episode_id: episodeId('E1'),
    nominee_id: LENA.userId,
    nominee_agency_id: LENA.agencyId,
    status: 'ACCEPTED',
    family_preference: 'Mia asked for Lena',
    decided_at: londonInstant(on, '16:30'),
    created_by: YUSUF.userId,
  });
}

function addPlan(c: CaseRows, day: Day): void {
  const on = day('2026-02-12');
  const planId = c.add('app.plan', 'PLAN', LENA, on, {
    id: fixtureId('plan', 'ava'),
    version_no: 1,
    status: 'AGREED',
    agreed_on: on,
    contingency: 'If two mornings in a week are missed, Lena rings Mia the same day.',
  });
  c.add('app.plan_agreement', 'PLAN', LENA, on, {
    plan_id: planId,
    person_id: personId('ava'),
    agreed: 'AGREED',
  });
  c.add('app.plan_agreement', 'PLAN', LENA, on, {
    plan_id: planId,
    person_id: personId('mia'),
    agreed: 'AGREED',
  });
  HOPES.forEach((hope, position) => addHope(c, day, planId, hope, position));
}

function addHope(c: CaseRows, day: Day, planId: string, hope: Hope, position: number): void {
  const on = day('2026-02-12');
  const [low, high, lowWords, highWords] = hope.scale;
  const first = hope.scores[0] as [CivilDate, number];
  const outcomeId = c.add('app.outcome', 'PLAN', LENA, on, {
    plan_id: planId,
    position,
    need: hope.need,
    element_code: hope.element,
    statement: hope.statement,
    agreed_with: ['child', 'parent'],
    ecm_outcome: hope.ecm,
    family_outcomes: [hope.ecm === 'EA' ? 1 : 3],
    measure: hope.measure,
    scale_low: low,
    scale_high: high,
    low_words: lowWords,
    high_words: highWords,
    better: hope.better,
    rater: hope.rater,
    baseline_value: first[1],
    baseline_on: day(first[0]),
    target_value: hope.target,
    target_on: day('2026-07-17'),
    status: 'OPEN',
  });
  for (const [ratedOn, value] of hope.scores) {
    c.add('app.rating', 'PLAN', LENA, day(ratedOn), {
      outcome_id: outcomeId,
      value,
      rated_on: day(ratedOn),
      rater: hope.rater,
    });
  }
  hope.actions.forEach((a, index) => {
    const worker = typeof a.owner === 'string' ? null : a.owner;
    const actionId = c.add('app.action', 'PLAN', LENA, on, {
      plan_id: planId,
      outcome_id: outcomeId,
      position: index,
      text: a.text,
      owner_user_id: worker?.userId ?? null,
      owner_person_id: typeof a.owner === 'string' ? personId(a.owner) : null,
      owner_agency_id: worker?.agencyId ?? null,
      by_when: day(a.by),
      status: a.status,
      done_on: a.doneOn ? day(a.doneOn) : null,
    });
    if (a.comment)
      c.add('app.action_comment', 'PLAN', worker ?? LENA, day(a.comment[0]), {
        action_id: actionId,
        text: a.comment[1],
      });
  });
}

function addReviewToCome(c: CaseRows, day: Day): void {
  const on = day('2026-03-24');
  const meetingId = c.add('app.meeting', 'MEETING', LENA, day('2026-02-12'), {
    id: fixtureId('meeting', 'ava-review-1'),
    type: 'REVIEW_TAC',
    status: 'PLANNED',
    planned_at: londonInstant(on, '15:45'),
    duration_minutes: 45,
    mode: 'IN_PERSON',
    review_no: 1,
    due_on: day('2026-03-26'),
    chair_id: LENA.userId,
    minute_taker_id: YUSUF.userId,
  });
  c.add('app.meeting_place', 'MEETING', LENA, day('2026-02-12'), {
    meeting_id: meetingId,
    place: 'Northway library',
  });
  addInvitations(
    c,
    meetingId,
    [
      { person: 'ava', rsvp: 'COMING' },
      { person: 'mia', rsvp: 'COMING' },
      { who: LENA, role: 'SENCO', rsvp: 'COMING' },
      { who: HANA, role: 'SCHOOL_NURSE', rsvp: 'COMING' },
      { who: YUSUF, role: 'FAMILY_SUPPORT_WORKER', rsvp: 'COMING_PART', note: 'From 15:55' },
      { who: CARL, role: 'CAMHS_CLINICIAN', rsvp: 'NO_ANSWER' },
    ],
    day('2026-02-16'),
    null,
  );
  const questions: [string, string][] = [
    ['Can I keep library mornings after Easter?', 'Ava'],
    ['Who do I ring if a Monday goes wrong?', 'Mia'],
    ['Is there help with the cost of swimming?', 'Mia'],
  ];
  questions.forEach(([text, said], position) =>
    c.add('app.minute', 'MEETING', LENA, day('2026-03-05'), {
      meeting_id: meetingId,
      kind: 'QUESTION',
      text,
      said_by: said,
      position,
    }),
  );
}

function addNotes(c: CaseRows, day: Day): void {
  c.add('app.note', 'NOTES', YUSUF, day('2026-02-25'), {
    kind: 'HOME_VISIT',
    event_on: day('2026-02-25'),
    text: 'Bedtime chart started with Ava and Mia.',
    child_seen: 'SEEN_WITH_OTHERS',
  });
  c.add('app.note', 'NOTES', LENA, day('2026-03-09'), {
    kind: 'SIGNIFICANT_EVENT',
    event_on: day('2026-03-09'),
    significant: true,
    text: 'Ava came in for the third Monday running. School register. Ava: “I did it and it was boring, so that’s good.”',
  });
  c.add('app.note', 'CHILD', LENA, day('2026-03-05'), {
    kind: 'TALK_WITH_CHILD',
    event_on: day('2026-03-05'),
    own_words: true,
    said_by: 'Ava',
    child_seen: 'SEEN_ALONE',
    text: 'When Kezia waits for me at the gate, my tummy is okay. When she’s not there I want to go home.',
  });
}
