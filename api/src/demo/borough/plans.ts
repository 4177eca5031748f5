import { addDays, addWeeks, type CivilDate } from '@encircle/shared/dates';
import type { Random } from '../random.js';
import { asWho, type CaseSpec, type Frame } from './case-frame.js';
import type { Simulated } from './course.js';
import type { Worker } from './services.js';

interface Hope {
  need: string;
  element: string;
  statement: string;
  ecm: string;
  family: number;
  better: 'HIGHER' | 'LOWER';
  words: [string, string];
}

const HOPES: readonly Hope[] = [
  {
    need: 'Feelings',
    element: 'D04',
    statement: 'Mornings start calmly, most days of the week',
    ecm: 'BH',
    family: 3,
    better: 'LOWER',
    words: ['no worry', 'huge worry'],
  },
  {
    need: 'School',
    element: 'D10',
    statement: 'In class every day, from the first lesson',
    ecm: 'EA',
    family: 1,
    better: 'HIGHER',
    words: ['hardly ever', 'every day'],
  },
  {
    need: 'Sleep and routines',
    element: 'P03',
    statement: 'A bedtime that works for everyone at home',
    ecm: 'BH',
    family: 5,
    better: 'HIGHER',
    words: ['very hard', 'going well'],
  },
  {
    need: 'Friendships',
    element: 'D07',
    statement: 'Has someone to sit with at lunch',
    ecm: 'PC',
    family: 5,
    better: 'HIGHER',
    words: ['nobody', 'good friends'],
  },
  {
    need: 'Talking and understanding',
    element: 'D03',
    statement: 'Can say what is wrong before it boils over',
    ecm: 'EA',
    family: 2,
    better: 'HIGHER',
    words: ['not yet', 'most times'],
  },
  {
    need: 'Home',
    element: 'F03',
    statement: 'The damp is gone and the rent is sorted',
    ecm: 'EW',
    family: 9,
    better: 'HIGHER',
    words: ['no change', 'sorted'],
  },
  {
    need: 'Behaviour',
    element: 'D05',
    statement: 'Arguments end without anyone getting hurt',
    ecm: 'SS',
    family: 5,
    better: 'LOWER',
    words: ['no rows', 'every day'],
  },
  {
    need: 'Caring for others',
    element: 'F01',
    statement: 'Time to be a child as well as a helper',
    ecm: 'PC',
    family: 3,
    better: 'HIGHER',
    words: ['none', 'plenty'],
  },
];

const TASKS = [
  'Meet at the gate on Mondays and walk in together',
  'Ring home every Friday',
  'Offer six sessions about worries',
  'Ask for the hearing test again',
  'Set up the breakfast club place',
  'Visit to talk about bedtimes',
  'Write to the landlord about the damp',
  'Send the reading-buddy timetable',
  'Book the speech assessment',
  'Help fill in the bus pass form',
  'Share the calm-corner plan with class staff',
  'Find a place at the holiday club',
] as const;

/** The plan agreed at the first meeting, scored at each review, with what everybody said they would do. */
export function addPlan(
  random: Random,
  frame: Frame,
  spec: CaseSpec,
  course: Simulated,
  meetingIds: readonly string[],
  today: CivilDate,
): void {
  const on = course.planAgreedOn;
  if (!on) return;
  const lead = asWho(spec.lead ?? spec.author);
  const closed = course.state === 'CLOSED';
  const planId = frame.rows.add('app.plan', 'PLAN', lead, on, {
    version_no: 1,
    status: closed ? 'CLOSED' : 'AGREED',
    agreed_on: on,
  });
  frame.rows.add('app.plan_agreement', 'PLAN', lead, on, {
    plan_id: planId,
    person_id: spec.parentId,
    agreed: random.chance(0.93) ? 'AGREED' : 'AGREED_WITH_RESERVATION',
  });
  random
    .some(HOPES, random.int(1, 3))
    .forEach((hope, position) =>
      addHope(random, frame, spec, course, planId, hope, position, today, meetingIds),
    );
  course.meetings.forEach((m, n) => {
    if (m.reviewNo === null) return;
    frame.rows.add('app.review', 'PLAN', lead, m.on, {
      meeting_id: meetingIds[n] ?? null,
      review_no: m.reviewNo,
      due_on: m.dueOn,
      held_on: m.on,
      level: m.level,
      what_next: closed && n === course.meetings.length - 1 ? 'CLOSE' : 'CONTINUE',
      next_due_on: addWeeks(m.on, 12),
    });
  });
}

function addHope(
  random: Random,
  frame: Frame,
  spec: CaseSpec,
  course: Simulated,
  planId: string,
  hope: Hope,
  position: number,
  today: CivilDate,
  meetingIds: readonly string[],
): void {
  const on = course.planAgreedOn as CivilDate;
  const lead = asWho(spec.lead ?? spec.author);
  const up = hope.better === 'HIGHER';
  const start = up ? random.int(1, 4) : random.int(6, 9);
  const closed = course.state === 'CLOSED';
  const outcomeId = frame.rows.add('app.outcome', 'PLAN', lead, on, {
    plan_id: planId,
    position,
    need: hope.need,
    element_code: hope.element,
    statement: hope.statement,
    agreed_with: ['child', 'parent'],
    ecm_outcome: hope.ecm,
    family_outcomes: [hope.family],
    measure: 'SCALE',
    scale_low: 0,
    scale_high: 10,
    low_words: hope.words[0],
    high_words: hope.words[1],
    better: hope.better,
    rater: random.pick(['Child', 'Parent']),
    baseline_value: start,
    baseline_on: on,
    target_value: up ? 8 : 3,
    target_on: addWeeks(on, 26),
    status: closed
      ? random.weighted({ ACHIEVED: 55, PARTLY: 30, NOT_ACHIEVED: 10, NO_LONGER_RELEVANT: 5 })
      : 'OPEN',
  });
  let value = start;
  frame.rows.add('app.rating', 'PLAN', lead, on, {
    outcome_id: outcomeId,
    value,
    rated_on: on,
    rater: 'Child',
  });
  course.meetings.forEach((m, n) => {
    if (m.reviewNo === null) return;
    value = Math.max(0, Math.min(10, value + (up ? 1 : -1) * random.int(-1, 2)));
    frame.rows.add('app.rating', 'PLAN', lead, m.on, {
      outcome_id: outcomeId,
      value,
      rated_on: m.on,
      rater: 'Child',
      meeting_id: meetingIds[n] ?? null,
    });
  });
  const owners = [spec.lead ?? spec.author, ...spec.team];
  for (const [index, text] of random.some(TASKS, random.int(1, 3)).entries())
    addAction(random, frame, planId, outcomeId, index, text, random.pick(owners), on, closed, today, lead);
}

function addAction(
  random: Random,
  frame: Frame,
  planId: string,
  outcomeId: string,
  position: number,
  text: string,
  owner: Worker,
  on: CivilDate,
  closed: boolean,
  today: CivilDate,
  lead: { userId: string; agencyId: string },
): void {
  const byWhen = addDays(on, random.int(10, 80));
  const over = byWhen < today;
  const done = closed ? random.chance(0.9) : over && random.chance(0.82);
  const status = done ? 'DONE' : closed ? 'CANCELLED' : random.chance(0.5) ? 'IN_PROGRESS' : 'AGREED';
  const doneOn = done ? addDays(byWhen, random.int(-6, 4)) : null;
  frame.rows.add('app.action', 'PLAN', lead, on, {
    plan_id: planId,
    outcome_id: outcomeId,
    position,
    text,
    owner_user_id: owner.userId,
    owner_agency_id: owner.agencyId,
    by_when: byWhen,
    status,
    status_reason: status === 'CANCELLED' ? 'No longer needed' : null,
    done_on: doneOn && doneOn > today ? today : doneOn,
  });
}
