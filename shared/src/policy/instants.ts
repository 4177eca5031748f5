import { addDays, londonDate, londonStartOfDay, type CivilDate } from '../dates/index.js';
import type { Instant, Period } from './facts.js';
import { remembered } from './remembered.js';

/** Milliseconds since 1970. Throws RangeError for text that is not an instant, so that no comparison is silently false. */
export const millis: (instant: Instant) => number = remembered((instant) => {
  const value = Date.parse(instant);
  if (Number.isNaN(value)) throw new RangeError(`Not an instant: ${instant}`);
  return value;
});

/** At or before `now`: a moment that has come. */
export function hasCome(instant: Instant | null, now: Instant): boolean {
  return instant !== null && millis(instant) <= millis(now);
}

/** Half-open: `from` counts, `to` does not. */
export function isLive(period: Period, now: Instant): boolean {
  return hasCome(period.from, now) && !hasCome(period.to, now);
}

/** The last instant at which things stood as before. */
export function justBefore(instant: Instant): Instant {
  return new Date(millis(instant) - 1).toISOString();
}

/** The day in London at an instant. */
export const dayOf: (instant: Instant) => CivilDate = remembered(londonDate);

/** The instant at which a civil day begins in London. */
export const startOfDay: (day: CivilDate) => Instant = remembered(londonStartOfDay);

/** The instant at which a civil day is over in London. */
export const endOfDay: (day: CivilDate) => Instant = remembered((day) => londonStartOfDay(addDays(day, 1)));

export function latest(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>(
    (found, instant) => (found === null || millis(instant) > millis(found) ? instant : found),
    null,
  );
}

/** The first of the instants that lies after `now`. */
export function firstAfter(instants: readonly Instant[], now: Instant): Instant | null {
  const later = instants.map(millis).filter((value) => value > millis(now));
  return later.length === 0 ? null : new Date(Math.min(...later)).toISOString();
}
