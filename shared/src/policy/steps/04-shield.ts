import type { Category } from '../categories.js';
import type { Shield } from '../facts.js';
import { isLive } from '../instants.js';
import { concerns, type Question } from '../question.js';
import { isOnTeam, ownEdges } from '../standing.js';

export type Shielding = 'NONE' | 'STUB' | 'HIDE';

/**
 * Rule R04: for those not on the shield list only the stub of a shielded person's identity, and only for the
 * CAF team, the front door under SAFEGUARD and the team of the moment; nothing for anyone else.
 */
export function shielding(question: Question, category: Category): Shielding {
  if (!isShieldedFrom(question)) return 'NONE';
  return category === 'IDENT' && maySeeStub(question) ? 'STUB' : 'HIDE';
}

export function isShieldedFrom(question: Question): boolean {
  return shieldsOver(question).some((shield) => !isOnList(question, shield));
}

export function shieldsOver({ episode, item, now }: Pick<Question, 'episode' | 'item' | 'now'>): Shield[] {
  return episode.shields.filter((shield) => {
    const people = item.locating
      ? [...shield.protectedPersonIds, ...shield.householdPersonIds]
      : shield.protectedPersonIds;
    return isLive(shield, now) && people.some((person) => concerns(item, person));
  });
}

/** Named on the list; the protected people themselves; an officer whose logged task concerns one of them. */
function isOnList(question: Question, shield: Shield): boolean {
  const { actor } = question;
  if (shield.listUserIds.includes(actor.userId)) return true;
  const isProtected = (person: string | null | undefined): boolean =>
    person != null && shield.protectedPersonIds.includes(person);
  if (isProtected(actor.personId)) return true;
  return actor.role === 'IGO' && ownEdges(question, 'IGO_TASK').some((task) => isProtected(task.personId));
}

function maySeeStub(question: Question): boolean {
  const { actor, purpose } = question;
  if (actor.role === 'CAFC') return true;
  if (actor.role === 'MASH' && purpose === 'SAFEGUARD') return true;
  return isOnTeam(question);
}

/** The child of the record is shielded: the index never returns it, to those on the list either (rule R17). */
export function isShieldedRecord({ episode, item, now }: Question): boolean {
  return episode.shields.some(
    (shield) => isLive(shield, now) && shield.protectedPersonIds.some((person) => concerns(item, person)),
  );
}
