import type { NoteCategory, WriteNote } from '@encircle/shared/recording';
import { isCivilDate } from '@encircle/shared/dates';
import type { WordKey } from '@web/i18n/useWords';

/** In the order they are offered: the ordinary note first, what needs its own agreement after it. */
export const CATEGORIES = [
  'NOTES',
  'ADULT',
  'SENS_MH',
  'SENS_SH',
  'SENS_SM',
  'DV',
  'OFFENCE',
  'IMMIG',
  'THIRD',
  'SAFE',
  'PRIVATE',
] as const satisfies readonly NoteCategory[];

export const SEEN = ['SEEN_ALONE', 'SEEN_WITH_OTHERS', 'NOT_SEEN'] as const;

/** What is typed, before it is a note. Empty text where nothing is chosen. */
export interface NoteDraft {
  kind: string;
  eventOn: string;
  text: string;
  ownWords: boolean;
  saidBy: string;
  category: NoteCategory;
  subjectId: string;
  aboutPersonId: string;
  seen: string;
  significant: boolean;
  namedWorkerIds: string[];
}

export const emptyDraft = (today: string): NoteDraft => ({
  kind: '',
  eventOn: today,
  text: '',
  ownWords: false,
  saidBy: '',
  category: 'NOTES',
  subjectId: '',
  aboutPersonId: '',
  seen: '',
  significant: false,
  namedWorkerIds: [],
});

/** Kinds that belong to one person: whose details they are must be said. */
const OWN: readonly NoteCategory[] = ['ADULT', 'DV', 'OFFENCE', 'IMMIG'];

export const needsPerson = (category: NoteCategory): boolean => OWN.includes(category);

export const isStarted = (draft: NoteDraft): boolean =>
  draft.text.trim() !== '' || draft.saidBy.trim() !== '' || draft.kind !== '';

/** The same rules the API applies, said before anything is sent: field to the key of its sentence. */
export function problemsOf(draft: NoteDraft, today: string): { field: string; words: WordKey }[] {
  const problems: { field: string; words: WordKey }[] = [];
  const wrong = (field: string, words: WordKey) => problems.push({ field, words });
  if (draft.kind === '') wrong('kind', 'recording.form.missingKind');
  if (!isCivilDate(draft.eventOn)) wrong('eventOn', 'recording.form.missingDay');
  else if (draft.eventOn > today) wrong('eventOn', 'recording.form.futureDay');
  if (draft.text.trim() === '') wrong('text', 'recording.form.missingText');
  if (draft.ownWords && draft.saidBy.trim() === '') wrong('saidBy', 'recording.form.missingSaidBy');
  if (needsPerson(draft.category) && draft.aboutPersonId === '')
    wrong('aboutPersonId', 'recording.form.missingAbout');
  if (draft.category === 'PRIVATE' && draft.namedWorkerIds.length === 0)
    wrong('namedWorkerIds', 'recording.form.missingNamed');
  return problems;
}

/** What is sent: nothing that was left open, no person where the kind of note has none. */
export function commandOf(draft: NoteDraft): WriteNote {
  const said = draft.saidBy.trim();
  return {
    kind: draft.kind,
    eventOn: draft.eventOn,
    text: draft.text.trim(),
    category: draft.category,
    ...(draft.subjectId ? { subjectId: draft.subjectId } : {}),
    ...(needsPerson(draft.category) && draft.aboutPersonId ? { aboutPersonId: draft.aboutPersonId } : {}),
    ...(said ? { saidBy: said } : {}),
    ...(draft.ownWords ? { ownWords: true } : {}),
    ...(draft.significant ? { significant: true } : {}),
    ...(draft.category === 'PRIVATE' ? { namedWorkerIds: draft.namedWorkerIds } : {}),
    ...seenOf(draft.seen),
  };
}

function seenOf(seen: string): Pick<WriteNote, 'childSeen'> {
  const found = SEEN.find((one) => one === seen);
  return found ? { childSeen: found } : {};
}
