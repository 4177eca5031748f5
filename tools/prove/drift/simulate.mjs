/** A year of work as it might happen, drawn from a seed: cases and, for each, what happened on which day. */
export const FIRST_DAY = '2026-01-05';
export const DAYS = 365;

/** Days are counted from the first of the year; those before it are negative. */
export const dayOf = (n) =>
  new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from, to) => from + Math.floor(next() * (to - from + 1));
  return { next, int, pick: (list) => list[int(0, list.length - 1)], chance: (p) => next() < p };
}

const NOTES = [
  'PHONE_CALL',
  'HOME_VISIT',
  'SEEN_ELSEWHERE',
  'TALK_WITH_CHILD',
  'TALK_WITH_PARENT',
  'MESSAGE',
  'CONTACT_ATTEMPT',
  'OBSERVATION',
  'PROFESSIONAL_CONTACT',
  'INFORMATION_RECEIVED',
  'SIGNIFICANT_EVENT',
  'OTHER',
];
const SEEN = [null, null, null, 'SEEN_ALONE', 'SEEN_WITH_OTHERS', 'NOT_SEEN'];
const PARTS = [
  'ATTENDED_THROUGHOUT',
  'ATTENDED_PART',
  'VIEWS_VIA_ADVOCATE',
  'VIEWS_VIA_WORKER',
  'WRITTEN_OR_TOOL',
  'OBSERVED',
  'NOT_SOUGHT',
  'DECLINED',
];
const NEXT = ['CONTINUE_SAME_LP', 'CONTINUE_SAME_LP', 'CONTINUE_NEW_PLAN', 'CONTINUE_SAME_LP', 'CLOSE'];

export function simulate({ seed, count, leads }) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, n) => oneCase(random, n, leads));
}

function oneCase(random, n, leads) {
  const opened = random.int(-520, 300);
  const children = random.chance(0.2) ? 2 : 1;
  const unborn = children === 1 && random.chance(0.06);
  const busy = random.pick([12, 25, 45, 90]);
  const events = [];
  const add = (on, what, more = {}) => events.push({ on, what, order: events.length, ...more });
  const whom = () => (random.chance(0.3) ? null : random.int(0, children - 1));
  for (let day = opened + random.int(1, busy); day < DAYS; day += random.int(1, 2 * busy))
    add(day, 'note', {
      kind: random.pick(NOTES),
      seen: random.pick(SEEN),
      child: whom(),
      struckOn: random.chance(0.08) ? day + random.int(0, 40) : null,
    });
  let review = 0;
  for (let day = opened + random.int(30, 70); day < DAYS; day += random.int(40, 100)) {
    add(day, 'meeting', {
      status: random.chance(0.85) ? 'HELD' : 'CANCELLED',
      part: random.pick(PARTS),
      child: whom(),
    });
    if (random.chance(0.75)) add(day, 'review', { number: (review += 1), next: random.pick(NEXT) });
  }
  for (let day = opened + random.int(60, 300); day < DAYS; day += random.int(90, 500))
    add(day, random.chance(0.6) ? 'supervision' : 'reassessment', { struckOn: null });
  if (random.chance(0.15)) {
    const from = random.int(Math.max(opened + 10, 0), DAYS);
    add(from, 'state', { state: 'PAUSED_STATUTORY' });
    if (random.chance(0.7)) add(from + random.int(5, 60), 'state', { state: 'PLAN_ACTIVE' });
  }
  if (random.chance(0.2))
    add(random.int(Math.max(opened + 20, 0), DAYS), 'lead', { lead: random.int(0, leads - 1) });
  if (random.chance(0.25)) add(random.int(Math.max(opened + 20, 0), DAYS + 60), 'state', { state: 'CLOSED' });
  events.sort((a, b) => a.on - b.on || a.order - b.order);
  return { n, opened, children, unborn, lead: n % leads, events };
}
