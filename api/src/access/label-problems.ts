import { isOwnData, type Category, type EpisodeFacts } from '@encircle/shared/policy';

/** The label a writer chose for something new. */
export interface ChosenLabel {
  subjectId: string;
  category: Category;
  aboutPersonId?: string;
  namedWorkerIds?: readonly string[];
}

/** What is wrong with a chosen label, by field: a child of this case, a person of this family, workers of this team. */
export function labelProblems(
  label: ChosenLabel,
  facts: EpisodeFacts,
  now: string,
): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const { subjectId, category, aboutPersonId } = label;
  if (!facts.subjects.some(({ personId }) => personId === subjectId))
    problems['subjectId'] = ['Choose a child of this case'];
  const people = new Set([...facts.subjects, ...facts.relatives].map(({ personId }) => personId));
  if (aboutPersonId !== undefined && !people.has(aboutPersonId))
    problems['aboutPersonId'] = ['Choose a person of this family'];
  if (category === 'ADULT' && aboutPersonId === undefined)
    problems['aboutPersonId'] = ['Say which adult this is about'];
  if (category !== 'ADULT' && isOwnData(category) && aboutPersonId === undefined)
    problems['aboutPersonId'] = ['Say whom this is about'];
  const named = label.namedWorkerIds ?? [];
  if (category === 'PRIVATE' && named.length === 0)
    problems['namedWorkerIds'] = ['Name the workers the child chose'];
  if (category !== 'PRIVATE' && named.length > 0)
    problems['namedWorkerIds'] = ['Workers are named for what is private only'];
  const team = new Set(
    facts.edges
      .filter((edge) => edge.from <= now && (edge.to === null || now < edge.to))
      .map(({ userId }) => userId),
  );
  if (named.some((id) => !team.has(id))) problems['namedWorkerIds'] = ['Choose workers of this team'];
  return problems;
}
