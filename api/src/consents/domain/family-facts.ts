import type { EpisodeFacts } from '@encircle/shared/policy';

/** Parental responsibility on record for this child. */
export function hasPrOver(facts: EpisodeFacts, personId: string, childId: string): boolean {
  return facts.relatives.some((tie) => tie.personId === personId && tie.childId === childId && tie.hasPr);
}

/** Of this family: a child of the episode or someone tied to one. Nobody else gives anything. */
export function isOfTheFamily(facts: EpisodeFacts, personId: string): boolean {
  return (
    facts.subjects.some((subject) => subject.personId === personId) ||
    facts.relatives.some((tie) => tie.personId === personId)
  );
}
