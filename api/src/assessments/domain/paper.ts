import type { IdentityFactsView, PaperKind } from '@encircle/shared/assessments';
import { DISABLED, ETHNICITY, IMMIGRATION_STATUSES, labelOf, RELIGIONS } from '@encircle/shared/codes';
import { formatDate, isCivilDate } from '@encircle/shared/dates';
import {
  answerList,
  fieldsOfPart,
  formWords,
  isBlank,
  type AnswerValue,
  type FormField,
  type FormSection,
  type FormVersion,
  type RowAnswer,
} from '@encircle/shared/forms';
import type { Category } from '@encircle/shared/policy';

/** One answer as it is printed: words, a list of lines, or somebody's own words. */
export type PaperLine =
  | { kind: 'TEXT'; field: string; label: string; text: string }
  | { kind: 'LIST'; field: string; label: string; items: string[] }
  | { kind: 'VOICE'; field: string; label: string; text: string; from: string };

export interface PaperPart {
  /** Who wrote it, where several services did. */
  by: string | null;
  lines: PaperLine[];
}

export interface PaperSection {
  key: string;
  title: string;
  formal: string | null;
  parts: PaperPart[];
}

/** An assessment as one recipient reads it on paper. */
export interface Paper {
  kind: PaperKind;
  title: string;
  /** When, which version, for whom. */
  under: string[];
  groups: { title: string; sections: PaperSection[] }[];
  foot: string[];
}

/** What a copy is made from: parts its recipient may read, nothing else. */
export interface PaperInput {
  kind: PaperKind;
  form: FormVersion;
  child: string;
  under: string[];
  foot: string[];
  identity: IdentityFactsView | null;
  adults: readonly { name: string; kind: string }[];
  agreed: boolean | null;
  parts: readonly {
    section: string;
    category: string;
    answers: Record<string, unknown>;
    savedBy: string;
    agency: string | null;
  }[];
}

const VOICES = [
  'childView',
  'childComment',
  'likes',
  'goingWell',
  'hard',
  'people',
  'oneChange',
  'childViewPrivate',
  'justForWorker',
];
const SILENT = ['status'];
/** What a child's own copy tells of each part: their words, what goes well, and what was agreed. */
const FOR_CHILDREN: Readonly<Record<string, readonly string[]>> = {
  child: [
    'likes',
    'goingWell',
    'hard',
    'people',
    'oneChange',
    'faceHome',
    'faceSchool',
    'faceFriends',
    'faceInside',
  ],
  conclusions: ['overallStrengths', 'changesWanted', 'howWeWillKnow'],
  hopes: ['outcomes', 'actions', 'reviewOn'],
  words: ['childComment'],
};
const FOR_CHILDREN_OF_ELEMENT: readonly string[] = ['childView', 'strengths'];
/** Boxes of a list that help whoever plans and say nothing to a child. */
const CHILDS_ROWS: Readonly<Record<string, readonly string[]>> = {
  outcomes: ['statement'],
  actions: ['text', 'owner', 'byWhen'],
};

export function paperOf(input: PaperInput): Paper {
  const { kind, form, child } = input;
  const words = (text: string): string => formWords(text, child);
  const ordered = kind === 'CHILD' ? childFirst(form) : form.groups;
  const groups = ordered.map((group) => ({
    title: words(group.title),
    sections: form.sections
      .filter((section) => section.group === group.key)
      .map((section) => paperSection(input, section, words))
      .filter((section) => section.parts.some((part) => part.lines.length > 0)),
  }));
  return {
    kind,
    title: kind === 'CHILD' ? words('This is about you, {child}') : words('{Assessment} of {child}'),
    under: input.under,
    groups: groups.filter((group) => group.sections.length > 0),
    foot: input.foot,
  };
}

/** The child's page stands first in the form already; what was agreed comes before the single parts. */
function childFirst(form: FormVersion): FormVersion['groups'] {
  const first = ['about', 'finish'];
  const place = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);
  return [...form.groups].sort((a, b) => place(a.key) - place(b.key));
}

function paperSection(
  input: PaperInput,
  section: FormSection,
  words: (text: string) => string,
): PaperSection {
  const mine = input.parts.filter((part) => part.section === section.key);
  const several = new Set(mine.map((part) => part.agency)).size > 1;
  const record = recordLines(input, section, words);
  return {
    key: section.key,
    title: words(section.title),
    formal: input.kind === 'FULL' ? (section.formal ?? null) : null,
    parts: [
      ...(record.length > 0 ? [{ by: null, lines: record }] : []),
      ...mine.map((part) => ({
        by: several ? [part.savedBy, part.agency].filter(Boolean).join(', ') : null,
        lines: fieldsOfPart(section, part.category as Category)
          .filter((field) => isFor(input.kind, section, field))
          .flatMap((field) => line(input, field, part.answers[field.key] as AnswerValue, words)),
      })),
    ].filter((part) => part.lines.length > 0),
  };
}

function isFor(kind: PaperKind, section: FormSection, field: FormField): boolean {
  if (kind === 'FULL') return true;
  if (SILENT.includes(field.key)) return false;
  if (field.workerOnly || field.category === 'PRIVATE') return false;
  if (kind === 'FAMILY') return true;
  const told = section.element === undefined ? FOR_CHILDREN[section.key] : FOR_CHILDREN_OF_ELEMENT;
  return told?.includes(field.key) ?? false;
}

function line(
  input: PaperInput,
  field: FormField,
  value: AnswerValue | undefined,
  words: (text: string) => string,
): PaperLine[] {
  if (isBlank(value) || value === undefined || value === null) return [];
  const label = words(field.label);
  if (VOICES.includes(field.key) && typeof value === 'string')
    return [{ kind: 'VOICE', field: field.key, label, text: value.trim(), from: input.child }];
  if (field.type === 'ROWS' && Array.isArray(value))
    return [
      {
        kind: 'LIST',
        field: field.key,
        label,
        items: rowLines(input.kind, field, value as RowAnswer[], words),
      },
    ];
  return [{ kind: 'TEXT', field: field.key, label, text: plain(field, value, words) }];
}

function rowLines(
  kind: PaperKind,
  field: FormField,
  rows: readonly RowAnswer[],
  words: (text: string) => string,
): string[] {
  const only = kind === 'CHILD' ? CHILDS_ROWS[field.key] : undefined;
  const inner = (field.fields ?? []).filter((each) => only === undefined || only.includes(each.key));
  return rows.map((row) =>
    inner
      .filter((each) => !isBlank(row[each.key] as AnswerValue))
      .map((each, n) => {
        const text = plain(each, row[each.key] as AnswerValue, words);
        return n === 0 || kind === 'CHILD' ? text : `${words(each.label).replace(/\?$/, '')}: ${text}`;
      })
      .join('; '),
  );
}

function plain(field: FormField, value: AnswerValue, words: (text: string) => string): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const list = answerList(field);
  const one = (each: unknown): string => words(list ? labelOf(list, String(each)) : String(each));
  if (Array.isArray(value)) return value.map(one).join(', ');
  if (typeof value === 'string' && isCivilDate(value)) return formatDate(value);
  if (field.type === 'SCALE') return `${String(value)} of 10`;
  return one(value).trim();
}

/** What is kept in the record and shown in the form; nothing that tells where somebody lives. */
function recordLines(input: PaperInput, section: FormSection, words: (text: string) => string): PaperLine[] {
  if (input.kind === 'CHILD') return [];
  const { identity, adults, agreed } = input;
  const answers: Readonly<Record<string, string | null | undefined>> = {
    names: identity?.names,
    dateOfBirth: dated(identity?.dateOfBirth ?? identity?.dueDate),
    sex: identity?.sex === undefined || identity.sex === null ? null : capital(identity.sex),
    address: identity ? yesNo(identity.hasCurrentAddress, 'Kept in the record', 'Not recorded') : null,
    ethnicity: identity?.ethnicity ? labelOf(ETHNICITY, identity.ethnicity) : null,
    language: [
      identity?.firstLanguage,
      identity?.parentLanguage && identity.parentLanguage !== identity.firstLanguage
        ? `parents: ${identity.parentLanguage}`
        : null,
      identity?.interpreterNeeded ? `interpreter: ${identity.interpreterLanguage ?? 'yes'}` : null,
    ]
      .filter(Boolean)
      .join('; '),
    disability: [identity?.disabled ? labelOf(DISABLED, identity.disabled) : null, identity?.disabilityDetail]
      .filter(Boolean)
      .join(': '),
    religion: identity?.religionText ?? (identity?.religion ? labelOf(RELIGIONS, identity.religion) : null),
    requirements: identity?.requirements,
    immigration: identity?.immigration ? labelOf(IMMIGRATION_STATUSES, identity.immigration) : null,
    setting: identity ? yesNo(identity.settingRecorded, 'Kept in the record', 'Not recorded') : null,
    family: adults.map((adult) => `${adult.name}, ${adult.kind.toLowerCase()}`).join('; '),
    consent: agreed === null ? null : yesNo(agreed, 'In force', 'None in force'),
  };
  return section.fields
    .filter((field) => field.type === 'RECORD')
    .flatMap((field) => {
      const text = answers[field.key];
      return text ? [{ kind: 'TEXT' as const, field: field.key, label: words(field.label), text }] : [];
    });
}

const yesNo = (value: boolean, yes: string, no: string): string => (value ? yes : no);
const dated = (value: string | null | undefined): string | null => (value ? formatDate(value) : null);
const capital = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase();
