import { addDays, dayOfWeek } from './arithmetic.js';
import { civilDate, partsOf, type CivilDate } from './civil-date.js';
import { fromDayNumber, toDayNumber } from './day-number.js';

/**
 * Civil time in London without the machine's zone tables: British Summer Time runs from 01:00 UTC on the
 * last Sunday of March to 01:00 UTC on the last Sunday of October. True for instants from 1996 on, which
 * is older than any record here.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** With a zone or Z: text without one would be read in the machine's own zone. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The civil date in London at an instant (ISO, with Z or an offset). Throws RangeError otherwise. */
export function londonDate(instantIso: string): CivilDate {
  return fromDayNumber(Math.floor(londonMillis(instantIso) / DAY));
}

/** The time of day in London at an instant, 24-hour 'HH:mm'. */
export function londonTime(instantIso: string): string {
  const minutes = Math.floor((((londonMillis(instantIso) % DAY) + DAY) % DAY) / 60_000);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant at which the day begins in London, UTC ISO. A day before and its next start may be 23 or 25 hours apart. */
export function londonStartOfDay(date: CivilDate): string {
  return londonInstant(date, '00:00');
}

/**
 * The instant of a London wall-clock time, UTC ISO. A time skipped in March is taken one hour later; a time
 * that occurs twice in October is the first of the two.
 */
export function londonInstant(date: CivilDate, time: string): string {
  const clock = CLOCK.exec(time);
  if (!clock) throw new RangeError(`Not a 24-hour time written HH:mm: ${time}`);
  const wall = toDayNumber(date) * DAY + Number(clock[1]) * HOUR + Number(clock[2]) * 60_000;
  const asSummer = wall - HOUR;
  return new Date(isSummerTime(asSummer) ? asSummer : wall).toISOString();
}

/** [start, end) of a run of whole London days as instants: both days count (rule 6.2, validity of a consent). */
export function londonDaysAsInstants(from: CivilDate, to: CivilDate): { start: string; end: string } {
  return { start: londonStartOfDay(from), end: londonStartOfDay(addDays(to, 1)) };
}

function londonMillis(instantIso: string): number {
  const utc = INSTANT.test(instantIso) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(utc)) throw new RangeError(`Not an instant with a zone: ${instantIso}`);
  return isSummerTime(utc) ? utc + HOUR : utc;
}

function isSummerTime(utc: number): boolean {
  const { year } = partsOf(fromDayNumber(Math.floor(utc / DAY)));
  return utc >= changeover(year, 3) && utc < changeover(year, 10);
}

function changeover(year: number, month: 3 | 10): number {
  const last = civilDate(year, month, 31);
  const sunday = addDays(last, -(dayOfWeek(last) % 7));
  return toDayNumber(sunday) * DAY + HOUR;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
