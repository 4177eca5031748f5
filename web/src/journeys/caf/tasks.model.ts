import type { AssessmentView, SectionView } from '@encircle/shared/assessments';
import type { FormVersion } from '@encircle/shared/forms';
import type { TaskState } from '@web/ui/TaskList';

export type StatusWord = 'todo' | 'started' | 'done' | 'same' | 'again' | 'here' | 'added';

export interface TaskPlan {
  key: string;
  title: string;
  state: TaskState;
  word: StatusWord;
  /** Who added, for `added`. */
  by: string;
}

/** The groups of the form with the sections this reader has, in order. Groups with nothing in them are left out. */
export function taskGroups(
  form: FormVersion,
  view: Pick<AssessmentView, 'sections'>,
  here: string | null,
): { title: string; tasks: TaskPlan[] }[] {
  const seen = new Map(view.sections.map((each) => [each.key, each]));
  return form.groups.flatMap((group) => {
    const tasks = form.sections
      .filter((section) => section.group === group.key && seen.has(section.key))
      .map((section) => task(section.key, section.title, seen.get(section.key) as SectionView, here));
    return tasks.length === 0 ? [] : [{ title: group.title, tasks }];
  });
}

function task(key: string, title: string, section: SectionView, here: string | null): TaskPlan {
  const word = key === here ? 'here' : WORDS[section.mark];
  return { key, title, word, state: STATES[word], by: section.parts[0]?.savedBy.split(' ')[0] ?? '' };
}

const WORDS: Record<SectionView['mark'], StatusWord> = {
  TODO: 'todo',
  STARTED: 'started',
  DONE: 'done',
  SAME: 'same',
  AGAIN: 'again',
  ADDED: 'added',
};

const STATES: Record<StatusWord, TaskState> = {
  todo: 'todo',
  started: 'todo',
  done: 'done',
  same: 'same',
  again: 'done',
  here: 'here',
  added: 'added',
};

/** The section after this one that the reader has; null after the last. */
export function nextSection(
  form: FormVersion,
  view: Pick<AssessmentView, 'sections'>,
  key: string,
): string | null {
  const keys = orderedKeys(form, view);
  return keys[keys.indexOf(key) + 1] ?? null;
}

/** "Part 7 of 23", counted over what this reader has, so that nothing tells of a part that is not shown. */
export function partOf(
  form: FormVersion,
  view: Pick<AssessmentView, 'sections'>,
  key: string,
): { part: number; of: number } {
  const keys = orderedKeys(form, view);
  return { part: keys.indexOf(key) + 1, of: keys.length };
}

/** Where to go on: the first section with something to do, else the reading page (null). */
export function firstToDo(form: FormVersion, view: Pick<AssessmentView, 'sections'>): string | null {
  const open = new Set(
    view.sections.filter((each) => each.mark === 'TODO' || each.mark === 'STARTED').map((each) => each.key),
  );
  return orderedKeys(form, view).find((key) => open.has(key)) ?? null;
}

function orderedKeys(form: FormVersion, view: Pick<AssessmentView, 'sections'>): string[] {
  const seen = new Set(view.sections.map((each) => each.key));
  return form.sections.map((section) => section.key).filter((key) => seen.has(key));
}
