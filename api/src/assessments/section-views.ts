import { sectionMark, type SectionPartView, type SectionView } from '@encircle/shared/assessments';
import {
  isBlank,
  sectionStatus,
  type CompletionFacts,
  type FormAnswers,
  type FormSection,
  type FormVersion,
  type SectionAnswers,
  type SectionStatus,
} from '@encircle/shared/forms';
import type { StoredPart } from '#api/assessments/persistence/assessments.repository.js';

export interface SectionInput {
  form: FormVersion;
  section: FormSection;
  parts: readonly StoredPart[];
  all: FormAnswers;
  facts: CompletionFacts;
  /** Bodies of the version before by the id they were carried from. */
  before: ReadonlyMap<string, unknown>;
  mayWrite: boolean;
  isMine: (part: StoredPart) => boolean;
}

/** Parts as the form knows them, by section. */
export function formAnswers(parts: readonly StoredPart[]): FormAnswers {
  const bySection: Record<
    string,
    { category: never; aboutPersonId: string | null; answers: SectionAnswers }[]
  > = {};
  for (const part of parts)
    (bySection[part.section] ??= []).push({
      category: part.category as never,
      aboutPersonId: part.aboutPersonId,
      answers: part.answers as SectionAnswers,
    });
  return bySection;
}

export function sectionView(input: SectionInput): SectionView {
  const { section, parts, isMine } = input;
  const written = parts.filter((part) =>
    Object.values(part.answers).some((value) => !isBlank(value as never)),
  );
  const carried = written.filter((part) => part.carriedFromId !== null);
  return {
    key: section.key,
    mayWrite: input.mayWrite,
    mark: sectionMark({
      status: asksNothing(section) || written.length > 0 ? statusOf(input) : 'TODO',
      before: carried.length > 0,
      untouched: written.length > 0 && written.every(isUntouched),
      unchanged: written.length > 0 && written.every((part) => isUnchanged(part, input.before)),
      onlyOthers: written.length > 0 && !written.some(isMine),
    }),
    parts: parts.map((part) => partView(part, isMine(part))),
  };
}

const statusOf = ({ form, section, all, facts }: SectionInput): SectionStatus =>
  sectionStatus(form, section, all, facts);

/** Kept in the case's own records: nothing is ever written in the section itself. */
const asksNothing = (section: FormSection): boolean =>
  section.fields.every((field) => field.type === 'RECORD');

const isUntouched = (part: StoredPart): boolean => part.carriedFromId !== null && part.version === 1;

function isUnchanged(part: StoredPart, before: ReadonlyMap<string, unknown>): boolean {
  if (part.carriedFromId === null) return false;
  if (part.version === 1) return true;
  return stable(before.get(part.carriedFromId)) === stable(part.answers);
}

/** Field order is nobody's meaning: the same answers compare equal. */
function stable(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  const entries = Object.entries(value).filter(([, each]) => !isBlank(each as never));
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${key}:${stable(each)}`)
    .join(',')}}`;
}

function partView(part: StoredPart, mine: boolean): SectionPartView {
  const { id, category, aboutPersonId, answers, version, savedBy, agency, savedAt, appliesTo } = part;
  const carried = isUntouched(part);
  return {
    id,
    category,
    aboutPersonId,
    answers,
    version,
    savedBy,
    agency,
    savedAt,
    mine,
    carried,
    appliesTo,
  };
}
