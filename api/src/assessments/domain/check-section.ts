import type { SaveSection, SectionPartTyped } from '@encircle/shared/assessments';
import {
  categoriesOf,
  checkAnswers,
  formWords,
  type FormSection,
  type SectionAnswers,
} from '@encircle/shared/forms';
import { isOwnData, type EpisodeFacts } from '@encircle/shared/policy';

/** What is wrong with what was sent, by the path of the field; empty when it may be stored. */
export function sectionFaults(
  section: FormSection,
  body: SaveSection,
  facts: EpisodeFacts,
  subjectId: string,
): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  if (!facts.subjects.some((each) => each.personId === subjectId))
    faults['subjectId'] = ['Choose a child of this record'];
  const places = new Set<string>();
  body.parts.forEach((part, index) => {
    const place = `${part.category}/${part.aboutPersonId ?? ''}`;
    if (places.has(place)) faults[`parts.${index}`] = ['Each part is sent once'];
    places.add(place);
    Object.assign(faults, partFaults(section, part, index, facts, subjectId));
  });
  return faults;
}

function partFaults(
  section: FormSection,
  part: SectionPartTyped,
  index: number,
  facts: EpisodeFacts,
  subjectId: string,
): Record<string, string[]> {
  const at = `parts.${index}`;
  if (!categoriesOf(section).includes(part.category))
    return { [`${at}.category`]: ['This section does not hold that kind of information'] };
  const about = part.aboutPersonId ?? null;
  if (isOwnData(part.category) && about === null)
    return { [`${at}.aboutPersonId`]: ['Choose whose information this is'] };
  const known = facts.relatives.some((each) => each.childId === subjectId && each.personId === about);
  if (about !== null && about !== subjectId && !known)
    return { [`${at}.aboutPersonId`]: ['Choose an adult of this family'] };
  const problems = checkAnswers(section, part.category, part.answers as SectionAnswers);
  return Object.fromEntries(
    problems.map(({ field, words }) => [`${at}.answers.${field}`, [formWords(words, 'the child')]]),
  );
}
