import { dayOf } from './simulate.mjs';

/** Told from the description of drift, one case and one day at a time; it knows nothing of how the program asks. */
const LIMITS = { months: 12, reviews: 3, weeks: 6, quiet: 30 };
const SPOKE = [
  'PHONE_CALL',
  'HOME_VISIT',
  'SEEN_ELSEWHERE',
  'TALK_WITH_CHILD',
  'TALK_WITH_PARENT',
  'MESSAGE',
];
const THERE = ['ATTENDED_THROUGHOUT', 'ATTENDED_PART', 'OBSERVED'];

/** The same day of the month a year on; the last of February where there is no such day. */
function monthsLater(date, months) {
  const [year, month, day] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}

/** What has happened so far, with what was struck out left away. */
const sofar = ({ events }, today) =>
  events.filter(({ on, struckOn }) => on <= today && (struckOn == null || struckOn > today));

export function stateOn(one, today) {
  let state = one.opened <= today ? 'PLAN_ACTIVE' : null;
  for (const event of sofar(one, today))
    if (event.what === 'state' && state !== 'CLOSED') state = event.state;
  return state;
}

export function leadOn(one, today) {
  let { lead } = one;
  for (const event of sofar(one, today)) if (event.what === 'lead') lead = event.lead;
  return lead;
}

/** @returns lines `KIND case [child] due`, and the day since when the family was not spoken with */
export function driftOn(one, today) {
  const state = stateOn(one, today);
  if (state !== 'PLAN_ACTIVE') return { lines: [], quietSince: null };
  const happened = sofar(one, today);
  const lines = [];
  let thought = null;
  for (const event of happened)
    if (event.what === 'supervision' || event.what === 'reassessment') thought = event.on;
  const since = thought !== null && thought > one.opened ? thought : one.opened;
  const limit = monthsLater(dayOf(since), LIMITS.months);
  if (limit <= dayOf(today)) lines.push(`LONG_OPEN ${one.n} ${limit}`);

  const reviews = happened.filter(({ what }) => what === 'review');
  const ending = reviews.length > 0 && reviews[reviews.length - 1].next === 'CLOSE';
  const fresh = reviews.filter(({ on }) => thought === null || on > thought);
  if (!ending && fresh.length >= LIMITS.reviews)
    lines.push(`MANY_REVIEWS ${one.n} ${dayOf(fresh[LIMITS.reviews - 1].on)}`);

  for (let child = 0; child < one.children && !one.unborn; child += 1) {
    let last = one.opened;
    for (const event of happened) {
      const concerns = event.child == null || event.child === child;
      const noted =
        event.what === 'note' && (event.seen === 'SEEN_ALONE' || event.seen === 'SEEN_WITH_OTHERS');
      const met = event.what === 'meeting' && event.status === 'HELD' && THERE.includes(event.part);
      if (concerns && (noted || met) && event.on > last) last = event.on;
    }
    if (last + 7 * LIMITS.weeks <= today)
      lines.push(`UNSEEN ${one.n}/${child} ${dayOf(last + 7 * LIMITS.weeks)}`);
  }

  let contact = null;
  for (const event of happened) {
    const counts =
      (event.what === 'note' && SPOKE.includes(event.kind)) ||
      (event.what === 'meeting' && event.status === 'HELD') ||
      event.what === 'review';
    if (counts) contact = event.on;
  }
  const quietSince = contact ?? one.opened;
  return { lines, quietSince: quietSince + LIMITS.quiet <= today ? dayOf(quietSince) : null };
}
