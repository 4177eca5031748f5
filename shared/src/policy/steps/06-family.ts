import type { Category } from '../categories.js';
import { isRefusal } from '../consent-state.js';
import type { Relative } from '../facts.js';
import { ADULT_AT, ageAt, decidesAlone, isEntitled, isSubject } from '../givers.js';
import { isLive } from '../instants.js';
import { allow, best, hide, limited, refuse, type Outcome } from '../outcome.js';
import { aboutWhom, concerns, type Question } from '../question.js';
import { wayTo } from '../reach.js';

/** Rule R06 and 6.6: people of the family use their own rights; agreement to sharing does not matter here. */
export function rightsPath(question: Question, category: Category): Outcome {
  const { actor, episode, item } = question;
  const me = actor.personId;
  if (me === null || !isInFile(question, me)) return hide(['R06_NOT_ENTITLED']);
  if (neverForFamily(question, category) || isKeptByOrder(question, me, category))
    return hide(['R06_NOT_ENTITLED']);
  const about = aboutWhom(item);
  if (about === me) return ownData(question, category, me);
  const ties = episode.relatives.filter((tie) => tie.personId === me && tie.childId === about && tie.hasPr);
  if (actor.role === 'ADLT' || ties.length === 0) return notEntitled(question, category);
  return best(ties.map((tie) => asParent(question, category, tie)));
}

function isInFile({ episode }: Question, me: string): boolean {
  return isSubject(episode, me) || episode.relatives.some((tie) => tie.personId === me);
}

/** Given in confidence, about safeguarding, or withheld with a recorded ground (rules R10, 6.11). */
function neverForFamily({ item }: Question, category: Category): boolean {
  return category === 'THIRD' || category === 'SAFE' || item.exempt === true;
}

function isKeptByOrder({ episode, item, now }: Question, me: string, category: Category): boolean {
  return episode.courtOrders.some(
    (order) =>
      order.effect === 'RESTRICT' &&
      order.recipientId === me &&
      isLive(order, now) &&
      concerns(item, order.subjectId) &&
      order.categories.includes(category),
  );
}

/** One's own content; under the local age in words for a child. The log names staff by role. */
function ownData(question: Question, category: Category, me: string): Outcome {
  const { actor, episode, item, settings, now } = question;
  const bases = ['actor:person'];
  if (category === 'AGG') return refuse(category, ['R18_AGGREGATE']);
  if (category === 'LOG') return limited('STAFF_BY_ROLE', ['R06_SUBJECT', 'LOG_ROW'], bases);
  if (wayTo('SELF', category) !== 'RIGHT') return refuse(category, ['R06_NOT_ENTITLED']);
  const age = ageAt(episode, me, now);
  if (age !== null && age < settings.childFriendlyUnderAge)
    return limited('CHILD_FRIENDLY', ['R06_SUBJECT'], bases);
  return allow(['R06_SUBJECT'], bases, { readOnly: item.authorId !== actor.userId });
}

/** About another adult nothing is admitted; about a child of the file the adult knows that there is one. */
function notEntitled({ episode, item }: Question, category: Category): Outcome {
  return !isSubject(episode, aboutWhom(item))
    ? hide(['R06_NOT_ENTITLED'])
    : refuse(category, ['R06_NOT_ENTITLED']);
}

function asParent(question: Question, category: Category, tie: Relative): Outcome {
  const { episode, now } = question;
  const age = ageAt(episode, tie.childId, now);
  const grown = age !== null && age >= ADULT_AT;
  if (grown || !isForParents(question, category, tie) || isRefusedByChild(question, category, tie))
    return refuse(category, ['R06_NOT_ENTITLED']);
  const bases = ['actor:person', tie.id];
  if (!tie.verifiedPortal && (tie.notAsked || tie.portalRisk))
    return limited('ON_VERIFIED_REQUEST', ['R06_PARENT'], bases);
  if (category === 'LOG') return limited('STAFF_BY_ROLE', ['R06_PARENT', 'LOG_ROW'], bases);
  if (wayTo('PARENT', category) === 'ON_REQUEST') return limited('ON_REQUEST', ['R06_PARENT'], bases);
  return allow(['R06_PARENT'], bases, { readOnly: true });
}

/** Sensitive, offence and immigration matters only of a child under 16 not competent for that matter (rule S29). */
function isForParents({ episode, now }: Question, category: Category, tie: Relative): boolean {
  const way = wayTo('PARENT', category);
  if (way !== 'DECIDES') return way !== 'NEVER';
  return !decidesAlone(episode, tie.childId, category, now);
}

/** Not against the wishes of a child able to decide (rule 5.5, no. 4). */
function isRefusedByChild({ episode, now }: Question, category: Category, tie: Relative): boolean {
  return episode.consents.some(
    (row) =>
      row.giverId === tie.childId &&
      row.subjectId === tie.childId &&
      row.recipientType === 'PERSON' &&
      row.recipientId === tie.personId &&
      row.categories.includes(category) &&
      isRefusal(row, now) &&
      isEntitled(episode, row, category, now),
  );
}
