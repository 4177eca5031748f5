import { INFORMATION_CATEGORIES, SHARING_PURPOSES, labelOf, codeRow } from '../codes/index.js';
import { formatDate, type CivilDate } from '../dates/index.js';
import { isOrdinary, type Category, type ConsentDecision, type Purpose } from '../policy/index.js';

/** A line with the names it is read with. */
export interface SpokenLine {
  recipientId: string;
  recipientName: string;
  recipientType: 'SERVICE' | 'PERSON';
  category: Category;
  decision: ConsentDecision;
  purposes: readonly Purpose[];
  expiresOn: CivilDate | null;
  /** Whose own information; null for the child's. */
  aboutName: string | null;
}

export interface SentencePart {
  text: string;
  /** A choice of the family: set apart, and leads to where it is made. */
  key: boolean;
}

/**
 * The agreement as it is read aloud: it is the record in words and rewrites itself with every tick. Before anything
 * is ticked it says so.
 */
export function agreementSentence(
  giver: string,
  child: string,
  lines: readonly SpokenLine[],
): SentencePart[] {
  const given = lines.filter((line) => line.decision === 'GIVEN');
  const parts = [
    ...ordinarySentences(
      giver,
      child,
      given.filter((line) => isOrdinary(line.category)),
    ),
    ...ownSentences(
      child,
      given.filter((line) => !isOrdinary(line.category)),
    ),
    ...refusalSentence(giver, lines),
  ];
  return parts.length > 0 ? parts : [plain(`${giver} has not agreed to anything yet.`)];
}

export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map((part) => part.text).join('');
}

/** Services that may know the same, for the same, until the same day, share a sentence. */
function ordinarySentences(giver: string, child: string, lines: readonly SpokenLine[]): SentencePart[] {
  const groups = new Map<string, { names: string[]; lines: SpokenLine[] }>();
  for (const own of byRecipient(lines)) {
    const kinds = own.map((line) => line.category).sort();
    const key = JSON.stringify([kinds, [...(own[0]?.purposes ?? [])].sort(), own[0]?.expiresOn]);
    const group = groups.get(key) ?? { names: [], lines: own };
    group.names.push(own[0]?.recipientName ?? '');
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group, index) => [
    plain(index === 0 ? `${giver} agrees that ` : ` ${giver} also agrees that `),
    ...listed(group.names),
    plain(' may know '),
    key(kindsInWords(group.lines.map((line) => line.category))),
    plain(` about ${child}`),
    ...purposeParts(group.lines[0]?.purposes ?? []),
    ...untilParts(group.lines[0]?.expiresOn ?? null),
    plain('.'),
  ]);
}

/** "Notes about Ava’s mental health may be read by Lena and by Community Health, nobody else." */
function ownSentences(child: string, lines: readonly SpokenLine[]): SentencePart[] {
  const topics = [...new Set(lines.map((line) => `${line.aboutName ?? child}|${line.category}`))];
  return topics.flatMap((topic) => {
    const [about = child, category = ''] = topic.split('|');
    const readers = lines.filter((line) => line.category === category && (line.aboutName ?? child) === about);
    return [
      plain(' Notes about '),
      key(topicInWords(about, category)),
      plain(' may be read by '),
      ...listed(readers.map((line) => line.recipientName)),
      plain(', nobody else.'),
    ];
  });
}

function refusalSentence(giver: string, lines: readonly SpokenLine[]): SentencePart[] {
  const yes = new Set(lines.filter((line) => line.decision === 'GIVEN').map((line) => line.recipientId));
  const no = byRecipient(lines.filter((line) => line.decision === 'REFUSED'));
  const whole = no.filter((own) => !yes.has(own[0]?.recipientId ?? ''));
  if (whole.length === 0) return [];
  return [
    plain(` ${giver} said no to `),
    ...listed(whole.map((own) => own[0]?.recipientName ?? '')),
    plain('.'),
  ];
}

/** "9 kinds of things", or their names when they are few. */
export function kindsInWords(categories: readonly string[]): string {
  const unique = [...new Set(categories)];
  if (unique.length > 3) return `${unique.length} kinds of things`;
  return joined(unique.map((category) => lowerFirst(labelOf(INFORMATION_CATEGORIES, category))));
}

export function topicInWords(about: string, category: string): string {
  if (category === 'ADULT') return `${about} as an adult`;
  return `${about}’s ${lowerFirst(labelOf(INFORMATION_CATEGORIES, category))}`;
}

function purposeParts(purposes: readonly Purpose[]): SentencePart[] {
  return purposes.flatMap((purpose, index) => [
    plain(index === 0 ? ', to ' : index === purposes.length - 1 ? ' and to ' : ', to '),
    key(codeRow(SHARING_PURPOSES, purpose).words),
  ]);
}

function untilParts(day: CivilDate | null): SentencePart[] {
  return day === null ? [] : [plain(', until '), key(formatDate(day))];
}

function byRecipient(lines: readonly SpokenLine[]): SpokenLine[][] {
  const groups = new Map<string, SpokenLine[]>();
  for (const line of lines) groups.set(line.recipientId, [...(groups.get(line.recipientId) ?? []), line]);
  return [...groups.values()];
}

function listed(names: readonly string[]): SentencePart[] {
  return names.flatMap((name, index) => {
    const before = index === 0 ? '' : index === names.length - 1 ? ' and ' : ', ';
    return before === '' ? [key(name)] : [plain(before), key(name)];
  });
}

/** "A, B and C". */
export function joined(names: readonly string[]): string {
  return listed(names)
    .map((part) => part.text)
    .join('');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const plain = (text: string): SentencePart => ({ text, key: false });
const key = (text: string): SentencePart => ({ text, key: true });
