import {
  EPISODE_STATES,
  familyLabelOf,
  labelOf,
  MEETING_TYPES,
  NOTE_TYPES,
  type CodeList,
} from '@encircle/shared/codes';
import type { ChronologyItem } from '@encircle/shared/cases';

/** What a line says, before its words: `lead` is bold, `tail` completes the sentence, `second` stands under it. */
export interface ChronologyLine {
  /** Somebody said it: the bold words are their name. */
  said: boolean;
  lead: string;
  author: string | null;
  /** Short enough to complete the sentence after who wrote it. */
  text: string;
  second: string;
  /** The second line is somebody's own words. */
  voice: boolean;
  level: number | null;
  /** A note that stands by its first sentence; who told it comes under it. */
  significant: boolean;
}

/** Up to here a note's text completes the sentence; longer text stands under it. */
const SHORT = 60;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The first sentence and the rest; a full stop inside a number or before a small letter ends nothing. */
export function splitSentence(text: string): [first: string, rest: string] {
  const end = /[.!?](?=\s+[\p{Lu}“"])/u.exec(text);
  if (!end) return [text.trim().replace(/\.$/, ''), ''];
  return [text.slice(0, end.index).trim(), text.slice(end.index + 1).trim()];
}

/** One entry as its line reads; a family reads its own labels. */
export function chronologyLine(item: ChronologyItem, family: boolean): ChronologyLine {
  const label = (list: CodeList, code: string): string =>
    (family ? familyLabelOf(list, code) : null) ?? labelOf(list, code);
  const base = {
    said: false,
    author: item.author,
    text: '',
    second: '',
    voice: false,
    level: null,
    significant: false,
  };
  const { detail } = item;
  switch (item.kind) {
    case 'NOTE':
      return noteLine(item, base, label(NOTE_TYPES, textOf(detail['noteKind'])));
    case 'MEETING': {
      const number = numberOf(detail['reviewNo']);
      const name = label(MEETING_TYPES, textOf(detail['type']));
      const lead = number === null ? name : `${name} ${number}`;
      return { ...base, lead, level: numberOf(detail['levelAgreed']) };
    }
    case 'ACTION':
      return { ...base, lead: '', text: textOf(detail['text']).replace(/\.$/, '') };
    default:
      return { ...base, lead: label(EPISODE_STATES, textOf(detail['toState'])) };
  }
}

function noteLine(item: ChronologyItem, base: Omit<ChronologyLine, 'lead'>, label: string): ChronologyLine {
  const text = textOf(item.detail['text']);
  if (item.detail['ownWords'] === true)
    return { ...base, said: true, lead: textOf(item.detail['saidBy']), second: text, voice: true };
  if (item.significant) {
    const [lead, second] = splitSentence(text);
    return { ...base, lead, second, significant: true };
  }
  const short = text.replace(/\.$/, '');
  return short.length <= SHORT
    ? { ...base, lead: label, text: short }
    : { ...base, lead: label, second: text };
}

/** “Words somebody said” inside a sentence, apart from the sentence. */
export function quotedParts(text: string): { words: string; quoted: boolean }[] {
  return text
    .split(/(“[^”]*”)/u)
    .filter((part) => part !== '')
    .map((words) => ({ words, quoted: words.startsWith('“') && words.endsWith('”') }));
}
