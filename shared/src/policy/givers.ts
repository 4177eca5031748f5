import { ageOn, type CivilDate } from '../dates/index.js';
import { isOrdinary, type Category } from './categories.js';
import type { ConsentLine, EpisodeFacts, Instant, Relative } from './facts.js';
import { dayOf, isLive, millis } from './instants.js';

/** From this age a young person is presumed to decide alone (rule 6.3, statute). */
export const DECIDES_ALONE_AT = 16;
export const ADULT_AT = 18;

/** Completed years in London at an instant; null for someone unborn or unknown here. */
export function ageAt(episode: EpisodeFacts, personId: string, at: Instant): number | null {
  const dob = birthOf(episode, personId);
  return dob === null ? null : ageOn(dob, dayOf(at));
}

export function isSubject(episode: EpisodeFacts, personId: string): boolean {
  return episode.subjects.some((subject) => subject.personId === personId);
}

/** Recorded as competent to decide on this matter (rule 6.3: assessed, never assumed). */
export function isCompetent(episode: EpisodeFacts, personId: string, matter: Category, at: Instant): boolean {
  const records = episode.competence.filter(
    (record) => record.personId === personId && record.matters.includes(matter) && isLive(record, at),
  );
  return records.length > 0 && records.every((record) => record.competent);
}

/**
 * Of 16 or 17, and recorded as unable to decide on this matter (rule 6.3): then a best-interests record and somebody
 * with parental responsibility stand in. Capacity is presumed; only a record says otherwise.
 */
export function lacksCapacity(
  episode: EpisodeFacts,
  personId: string,
  matter: Category,
  at: Instant,
): boolean {
  const age = ageAt(episode, personId, at);
  if (age === null || age < DECIDES_ALONE_AT || age >= ADULT_AT) return false;
  return episode.competence.some(
    (record) =>
      record.personId === personId &&
      !record.competent &&
      record.matters.includes(matter) &&
      isLive(record, at),
  );
}

/** The person concerned decides alone: an adult, a 16 or 17 year old, or a child competent for the matter. */
export function decidesAlone(
  episode: EpisodeFacts,
  personId: string,
  matter: Category,
  at: Instant,
): boolean {
  if (!isSubject(episode, personId)) return true;
  const age = ageAt(episode, personId, at);
  const old = age !== null && age >= DECIDES_ALONE_AT && !lacksCapacity(episode, personId, matter, at);
  return old || isCompetent(episode, personId, matter, at);
}

/**
 * Whether the giver of a row could decide (rule 6.3). Agreement to ordinary sharing is judged at the moment it
 * was given; about sensitive and own data it must still be that person's to give at `at` (rules R08, R09).
 */
export function isEntitled(episode: EpisodeFacts, row: ConsentLine, matter: Category, at: Instant): boolean {
  const moments = isOrdinary(matter) ? [row.givenAt] : [row.givenAt, at];
  return moments.every((moment) => couldDecide(episode, row, matter, moment));
}

function couldDecide(episode: EpisodeFacts, row: ConsentLine, matter: Category, moment: Instant): boolean {
  const about = row.subjectId;
  if (row.giverId === about) return decidesAlone(episode, about, matter, moment);
  if (!isSubject(episode, about) || !speaksFor(episode, row, matter)) return false;
  return isOrdinary(matter)
    ? !isOldEnough(episode, about, moment) || lacksCapacity(episode, about, matter, moment)
    : !decidesAlone(episode, about, matter, moment);
}

/** Ordinary agreement of somebody whose responsibility ended later stands; about sensitive matters it must be theirs still. */
function speaksFor(episode: EpisodeFacts, row: ConsentLine, matter: Category): boolean {
  if (row.giverCapacity === 'LA_CARE_ORDER')
    return episode.courtOrders.some(
      (order) =>
        order.effect === 'CARE_ORDER' && order.subjectId === row.subjectId && isLive(order, row.givenAt),
    );
  return episode.relatives.some(
    (tie) =>
      tie.personId === row.giverId &&
      tie.childId === row.subjectId &&
      (tie.hasPr || (isOrdinary(matter) && heldWhenGiven(tie, row))),
  );
}

function heldWhenGiven({ prUntil }: Relative, { givenAt }: ConsentLine): boolean {
  return prUntil !== undefined && prUntil !== null && millis(givenAt) < millis(prUntil);
}

function isOldEnough(episode: EpisodeFacts, personId: string, at: Instant): boolean {
  const age = ageAt(episode, personId, at);
  return age !== null && age >= DECIDES_ALONE_AT;
}

function birthOf(episode: EpisodeFacts, personId: string): CivilDate | null {
  return episode.subjects.find((subject) => subject.personId === personId)?.dob ?? null;
}
