/** What the names of one person are made of; names already stored, not as typed. */
export interface PersonNames {
  givenNames: string | null;
  familyName: string | null;
  /** The name the child chose; shown first wherever the child is named. */
  preferredName?: string | null;
}

/** "Unborn baby of Nia Novak": the mother's name in full, her surname not given to the child (rule 8.7). */
export function unbornLabel(mother: PersonNames | null): string {
  const name = mother ? fullName(mother) : '';
  return name === '' ? 'Unborn baby' : `Unborn baby of ${name}`;
}

/** The chosen name, else the given names, else the only name there is. */
export function chosenName(names: PersonNames): string {
  return names.preferredName || names.givenNames || names.familyName || '';
}

/** Chosen name with the surname: "Ava Ames"; one name stands alone. */
export function fullName(names: PersonNames): string {
  const first = names.preferredName || names.givenNames;
  return [first, names.familyName].filter(Boolean).join(' ');
}

/** The name on a register: "Ames, Ava Grace", with the chosen name behind when it differs. */
export function registerName(names: PersonNames): string {
  const formal = [names.familyName, names.givenNames].filter(Boolean).join(', ');
  const chosen = names.preferredName;
  return chosen && chosen !== names.givenNames ? `${formal} (${chosen})` : formal;
}

/** Up to two letters for a ring or badge. */
export function initials(names: PersonNames): string {
  const first = names.preferredName || names.givenNames;
  return [first, names.familyName]
    .map((name) => (name ? [...name][0] : ''))
    .join('')
    .toUpperCase();
}
