import {
  addDays,
  addWeeks,
  addWorkingDays,
  moveEarlierToWorkingDay,
  moveLaterToWorkingDay,
  type CivilDate,
} from '@encircle/shared/dates';
import type { Random } from '../random.js';
import type { Course } from './case-frame.js';

export interface MeetingDay {
  type: 'INITIAL_TAC' | 'REVIEW_TAC';
  reviewNo: number | null;
  on: CivilDate;
  dueOn: CivilDate;
  level: number;
  /** The day it was first planned for, when it was moved. */
  cancelledOn: CivilDate | null;
}

export interface Simulated extends Course {
  meetings: MeetingDay[];
  /** The meeting that is still to come. */
  planned: MeetingDay | null;
}

const ENDINGS = {
  NEEDS_MET: 52,
  STEP_DOWN_UNIVERSAL: 16,
  STEP_DOWN_SINGLE: 14,
  DISENGAGED: 8,
  MOVED_NO_TRANSFER: 4,
  CONSENT_WITHDRAWN: 6,
} as const;

/** Plays one case forward from the day of the worry and stops where today cuts it off. */
export function playCourse(random: Random, openedOn: CivilDate, today: CivilDate): Simulated {
  const s: Simulated = {
    state: 'CONCERN',
    agreedOn: null,
    completedOn: null,
    planAgreedOn: null,
    nextReviewOn: null,
    closedOn: null,
    closureReason: null,
    level: random.chance(0.55) ? 3 : 2,
    moves: [['T01', null, 'CONCERN', openedOn]],
    meetings: [],
    planned: null,
  };
  const past = (day: CivilDate): boolean => day <= today;
  const move = (transition: string, to: string, on: CivilDate): void => {
    s.moves.push([transition, s.state, to, on]);
    s.state = to;
  };

  const decided = addWorkingDays(openedOn, random.int(1, 5));
  if (!past(decided)) return s;
  if (random.chance(0.06)) {
    move('T02', 'REJECTED', decided);
    return { ...s, closedOn: decided, level: 2 };
  }
  move('T03', 'CONSENT_SEEKING', decided);
  const asked = addWorkingDays(decided, random.int(2, 9));
  if (!past(asked)) return s;
  if (random.chance(0.05)) {
    move('T06', 'TAP', asked);
    return { ...s, level: 2 };
  }
  move('T05', 'ASSESSING', asked);
  s.agreedOn = asked;
  const completed = addWorkingDays(asked, random.int(8, 24));
  if (!past(completed)) return s;
  move('T12', 'ASSESSED', completed);
  s.completedOn = completed;
  const planned = addWorkingDays(completed, random.int(1, 5));
  if (!past(planned)) return s;
  const due = addWorkingDays(completed, 20);
  const first = addWorkingDays(planned, random.int(6, 17));
  move('T15', 'TAC_PLANNED', planned);
  const meeting = (
    type: MeetingDay['type'],
    reviewNo: number | null,
    on: CivilDate,
    dueOn: CivilDate,
  ): MeetingDay => ({
    type,
    reviewNo,
    on,
    dueOn,
    level: s.level,
    cancelledOn: random.chance(0.08) ? moveEarlierToWorkingDay(addDays(on, -7)) : null,
  });
  if (!past(first)) return { ...s, planned: meeting('INITIAL_TAC', null, first, due) };
  s.meetings.push(meeting('INITIAL_TAC', null, first, due));
  move('T16', 'PLAN_ACTIVE', first);
  s.planAgreedOn = first;
  return review(random, s, today, move);
}

function review(
  random: Random,
  s: Simulated,
  today: CivilDate,
  move: (t: string, to: string, on: CivilDate) => void,
): Simulated {
  const total = random.int(2, 6);
  let last = s.planAgreedOn as CivilDate;
  for (let n = 1; ; n += 1) {
    const dueOn = moveEarlierToWorkingDay(addWeeks(last, n === 1 ? 6 : 12));
    const on = moveLaterToWorkingDay(addDays(last, n === 1 ? random.int(32, 48) : random.int(49, 92)));
    s.nextReviewOn = dueOn;
    if (on > today) return { ...s, planned: planned(random, n, on, dueOn, s.level, today) };
    if (n > 1 && random.chance(0.35) && s.level > 1) s.level -= 1;
    s.meetings.push({
      type: 'REVIEW_TAC',
      reviewNo: n,
      on,
      dueOn,
      level: s.level,
      cancelledOn: random.chance(0.07) ? moveEarlierToWorkingDay(addDays(on, -9)) : null,
    });
    move('T18', 'PLAN_ACTIVE', on);
    last = on;
    if (random.chance(0.03)) return stepUp(random, s, on, today, move);
    if (n === total) {
      const closed = addWorkingDays(on, random.int(0, 5));
      if (closed > today) return s;
      const reason = random.weighted(ENDINGS);
      move(
        reason === 'DISENGAGED' || reason === 'MOVED_NO_TRANSFER'
          ? 'T32'
          : reason === 'CONSENT_WITHDRAWN'
            ? 'T31'
            : 'T30',
        'CLOSED',
        closed,
      );
      return {
        ...s,
        closedOn: closed,
        closureReason: reason,
        nextReviewOn: null,
        level: reason === 'NEEDS_MET' ? 1 : s.level,
      };
    }
  }
}

/** Two in three dates are set ahead; the others are what the managers' list of overdue reviews is for. */
function planned(
  random: Random,
  n: number,
  on: CivilDate,
  dueOn: CivilDate,
  level: number,
  today: CivilDate,
): MeetingDay | null {
  if (random.chance(0.33) || on > addWeeks(today, 8)) return null;
  return { type: 'REVIEW_TAC', reviewNo: n, on, dueOn, level, cancelledOn: null };
}

function stepUp(
  random: Random,
  s: Simulated,
  on: CivilDate,
  today: CivilDate,
  move: (t: string, to: string, on: CivilDate) => void,
): Simulated {
  const accepted = addWorkingDays(on, 1);
  move('T22', 'STEP_UP_PENDING', on);
  if (accepted > today) return s;
  if (random.chance(0.3)) {
    move('T24', 'PLAN_ACTIVE', accepted);
    return s;
  }
  move('T23', 'PAUSED_STATUTORY', accepted);
  const ended = addWeeks(accepted, random.int(6, 14));
  if (ended > today) return s;
  move('T25', 'CLOSED', ended);
  return { ...s, closedOn: ended, closureReason: 'STEP_UP_CIN', nextReviewOn: null, level: 4 };
}
