import { isCivilDate } from '@encircle/shared/dates';
import type { DocumentCategory, FileDocument, UploadView } from '@encircle/shared/documents';
import { sizeWords, FILE_KIND, TAKEN_OUT } from '@encircle/shared/files';
import type { WordKey } from '@web/i18n/useWords';

/** In the order they are offered: the ordinary ones first, what needs its own agreement after them. */
export const CATEGORIES = [
  'NOTES',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'INVOLVE',
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
] as const satisfies readonly DocumentCategory[];

/** What is typed, before it is a document. Empty text where nothing is chosen. */
export interface DocumentDraft {
  upload: UploadView | null;
  title: string;
  datedOn: string;
  category: DocumentCategory;
  subjectId: string;
  aboutPersonId: string;
  ownWork: boolean;
  namedWorkerIds: string[];
}

export const EMPTY: DocumentDraft = {
  upload: null,
  title: '',
  datedOn: '',
  category: 'NOTES',
  subjectId: '',
  aboutPersonId: '',
  ownWork: false,
  namedWorkerIds: [],
};

/** Kinds that belong to one person: whose details they are must be said. */
const OWN: readonly DocumentCategory[] = ['ADULT', 'DV', 'OFFENCE', 'IMMIG', 'SENS_MH', 'SENS_SH', 'SENS_SM'];
export const needsPerson = (category: DocumentCategory): boolean => OWN.includes(category);

/** The same rules the API applies, said before anything is sent: field to the key of its sentence. */
export function problemsOf(draft: DocumentDraft, today: string): { field: string; words: WordKey }[] {
  const problems: { field: string; words: WordKey }[] = [];
  const wrong = (field: string, words: WordKey) => problems.push({ field, words });
  if (draft.upload === null) wrong('uploadId', 'documents.file.missing');
  if (draft.title.trim() === '') wrong('title', 'documents.form.missingName');
  if (draft.datedOn !== '' && !isCivilDate(draft.datedOn)) wrong('datedOn', 'recording.form.missingDay');
  else if (draft.datedOn > today) wrong('datedOn', 'recording.form.futureDay');
  if (needsPerson(draft.category) && draft.aboutPersonId === '')
    wrong('aboutPersonId', 'recording.form.missingAbout');
  if (draft.category === 'PRIVATE' && draft.namedWorkerIds.length === 0)
    wrong('namedWorkerIds', 'recording.form.missingNamed');
  return problems;
}

/** What is sent: nothing that was left open, no person where the kind of information has none. */
export function commandOf(draft: DocumentDraft): FileDocument {
  return {
    uploadId: draft.upload?.id ?? '',
    title: draft.title.trim(),
    category: draft.category,
    ...(draft.subjectId ? { subjectId: draft.subjectId } : {}),
    ...(needsPerson(draft.category) && draft.aboutPersonId ? { aboutPersonId: draft.aboutPersonId } : {}),
    ...(draft.datedOn ? { datedOn: draft.datedOn } : {}),
    ...(draft.ownWork ? { ownWork: true } : {}),
    ...(draft.category === 'PRIVATE' ? { namedWorkerIds: draft.namedWorkerIds } : {}),
  };
}

/** `Picture, 412 kB` */
export const kindAndSize = ({
  kind,
  bytes,
}: Pick<UploadView, 'kind' | 'bytes'>): { kind: string; size: string } => ({
  kind: FILE_KIND[kind].label,
  size: sizeWords(bytes),
});

export const takenOutWords = ({ takenOut }: Pick<UploadView, 'takenOut'>): string =>
  takenOut.map((each) => TAKEN_OUT[each]).join('; ');
