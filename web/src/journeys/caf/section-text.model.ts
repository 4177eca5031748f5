import type { SectionPartView } from '@encircle/shared/assessments';
import {
  isBlank,
  splitAnswers,
  type AnswerValue,
  type FormSection,
  type SectionAnswers,
} from '@encircle/shared/forms';
import type { Category } from '@encircle/shared/policy';

/** Something kept more private than the rest of a section. */
export interface Aside {
  category: Category;
  aboutPersonId: string | null;
  answers: Record<string, AnswerValue>;
}

/** What one service has written in one section, as the page edits it. */
export interface SectionText {
  answers: Record<string, AnswerValue>;
  asides: Aside[];
}

export interface PartToSend {
  category: Category;
  aboutPersonId: string | null;
  answers: SectionAnswers;
  version: number;
}

type StoredPart = Pick<SectionPartView, 'category' | 'aboutPersonId' | 'answers' | 'version'>;

const placeOf = (part: { category: string; aboutPersonId: string | null }): string =>
  `${part.category}/${part.aboutPersonId ?? ''}`;

/** Kinds of information the section's own fields are stored under; everything else is an aside. */
function ownCategories(section: FormSection): ReadonlySet<string> {
  const fields = section.fields.filter((field) => field.type !== 'RECORD');
  return new Set([section.category, ...fields.map((field) => field.category ?? section.category)]);
}

/** The page's text from the stored parts this service wrote. */
export function textOf(section: FormSection, parts: readonly StoredPart[]): SectionText {
  const own = ownCategories(section);
  const text: SectionText = { answers: {}, asides: [] };
  for (const part of parts) {
    const answers = part.answers as Record<string, AnswerValue>;
    if (own.has(part.category) && part.aboutPersonId === null) Object.assign(text.answers, answers);
    else if (Object.keys(answers).length > 0)
      text.asides.push({ category: part.category as Category, aboutPersonId: part.aboutPersonId, answers });
  }
  return text;
}

/**
 * The parts to send, each with the version it was read at. What was emptied is sent empty, so that it goes; what was
 * never there and is empty is not sent.
 */
export function partsToSend(
  section: FormSection,
  text: SectionText,
  stored: readonly StoredPart[],
): PartToSend[] {
  const versions = new Map(stored.map((part) => [placeOf(part), part.version]));
  const filled = Object.fromEntries(Object.entries(text.answers).filter(([, value]) => !isBlank(value)));
  const written = [
    ...splitAnswers(section, filled),
    ...text.asides.map((aside) => ({ ...aside, answers: withoutBlanks(aside.answers) })),
  ];
  const emptied = stored
    .filter((part) => !written.some((each) => placeOf(each) === placeOf(part)))
    .map((part) => ({
      category: part.category as Category,
      aboutPersonId: part.aboutPersonId,
      answers: {},
    }));
  return [...written, ...emptied]
    .map((part) => ({ ...part, version: versions.get(placeOf(part)) ?? 0 }))
    .filter((part) => part.version > 0 || Object.keys(part.answers).length > 0);
}

export function isSameText(a: SectionText, b: SectionText): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

/** Text kept as a draft; what cannot be read is no draft. */
export function readText(content: string | null): SectionText | null {
  if (content === null) return null;
  try {
    const value = JSON.parse(content) as Partial<SectionText>;
    const fits = typeof value.answers === 'object' && value.answers !== null && Array.isArray(value.asides);
    return fits ? (value as SectionText) : null;
  } catch {
    return null;
  }
}

/** Writing something means that it was looked at; nobody has to say so twice. */
export function withAnswer(text: SectionText, field: string, value: AnswerValue): SectionText {
  const answers = { ...text.answers, [field]: value };
  const writes = field === 'strengths' || field === 'needs' || field === 'needRating';
  if (writes && !isBlank(value)) answers['status'] = 'ASSESSED';
  return { ...text, answers };
}

function withoutBlanks(answers: Record<string, AnswerValue>): Record<string, AnswerValue> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)));
}

function tidy(text: SectionText): object {
  const sorted = (answers: Record<string, AnswerValue>): object =>
    Object.entries(withoutBlanks(answers)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [sorted(text.answers), text.asides.map((each) => [placeOf(each), sorted(each.answers)]).sort()];
}
