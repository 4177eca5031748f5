import { INFORMATION_CATEGORIES, codeRow } from '../codes/index.js';
import { formatDate, type CivilDate } from '../dates/index.js';
import { isOrdinary } from '../policy/index.js';
import type { CopySectionView } from './family-copy.view.js';
import { joined } from './sentence.js';

/** A line that stands, with the names it is read with. */
export interface CopyLine {
  recipientId: string;
  recipientName: string;
  category: string;
  decision: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  expiresOn: CivilDate | null;
  /** Whose own information, when it is not the child's. */
  aboutGiver: boolean;
}

/** Somebody who has had something, since when and when last. */
export interface CopyReceived {
  name: string;
  first: CivilDate;
  last: CivilDate;
}

export interface CopyFacts {
  /** As the giver is spoken of. */
  giver: string;
  child: string;
  /** The giver is the child. */
  own: boolean;
  lines: readonly CopyLine[];
  received: readonly CopyReceived[];
  /** The main contact, or null while there is none. */
  contact: { name: string; phone: string | null } | null;
}

/** What a family takes home: plain words, short sentences, one page (rules 11.2 and 6.10). */
export function familyCopy(facts: CopyFacts): CopySectionView[] {
  const given = facts.lines.filter((line) => line.decision === 'GIVEN');
  return [
    saidYes(facts, given),
    ...onlyFor(facts, given),
    saidNo(facts, given),
    received(facts),
    changeMind(facts),
    shareAnyway(),
    notHappy(facts),
  ];
}

function saidYes(facts: CopyFacts, given: readonly CopyLine[]): CopySectionView {
  const ordinary = given.filter((line) => isOrdinary(line.category as 'CHILD'));
  if (ordinary.length === 0) return section('You said yes to', ['You have not said yes to any service.']);
  const groups = new Map<string, { names: string[]; lines: CopyLine[] }>();
  for (const own of byRecipient(ordinary)) {
    const key = JSON.stringify([own.map((line) => line.category).sort(), own[0]?.expiresOn]);
    const group = groups.get(key) ?? { names: [], lines: own };
    group.names.push(own[0]?.recipientName ?? '');
    groups.set(key, group);
  }
  const words = [...groups.values()].flatMap(({ names, lines }) => [
    `${joined(names)} can see this:`,
    `${kindsOf(lines, facts)}.`,
    ...untilOf(lines),
  ]);
  return section('You said yes to', words);
}

/** Not "only Lena": whoever prints it may know of one of those chosen and not of another. */
function onlyFor(facts: CopyFacts, given: readonly CopyLine[]): CopySectionView[] {
  const own = given.filter((line) => !isOrdinary(line.category as 'CHILD'));
  if (own.length === 0) return [];
  const topics = [...new Set(own.map((line) => topicOf(line, facts)))];
  return [
    section(
      'Only people you chose may see',
      topics.map((topic) => {
        const names = own.filter((line) => topicOf(line, facts) === topic).map((line) => line.recipientName);
        return `${upperFirst(topic)}: ${joined([...new Set(names)])}.`;
      }),
    ),
  ];
}

function saidNo(facts: CopyFacts, given: readonly CopyLine[]): CopySectionView {
  const yes = new Set(given.map((line) => line.recipientId));
  const no = byRecipient(facts.lines.filter((line) => line.decision === 'REFUSED')).filter(
    (own) => !yes.has(own[0]?.recipientId ?? ''),
  );
  if (no.length === 0) return section('You said no to', ['You have not said no to any service.']);
  const names = joined(no.map((own) => own[0]?.recipientName ?? ''));
  return section('You said no to', [`${names}.`, 'They cannot see this. We will not tell them about it.']);
}

function received({ received: all }: CopyFacts): CopySectionView {
  if (all.length === 0) return section('Who has seen it so far', ['No one has seen it yet.']);
  return section(
    'Who has seen it so far',
    all.map(({ name, first, last }) =>
      first === last
        ? `${name}, on ${formatDate(last)}.`
        : `${name}, from ${formatDate(first)} to ${formatDate(last)}.`,
    ),
  );
}

function changeMind({ contact }: CopyFacts): CopySectionView {
  const whom = contact === null ? 'Tell the early help team.' : `Tell ${contact.name}${phoneOf(contact)}.`;
  return section('You can change your mind', [
    `You can stop on any day. ${whom} You can ring, write or say it.`,
    'You do not have to say why. It works at once. We tell the services to stop.',
    'They may have to keep what they have. They may not use it for new things.',
  ]);
}

function shareAnyway(): CopySectionView {
  return section('When we may share and not ask', [
    'The law may say that we must. Or someone may get hurt. We tell you first if that is safe.',
  ]);
}

function notHappy({ contact }: CopyFacts): CopySectionView {
  return section('If you are not happy', [
    `${contact === null ? 'Talk to us.' : `Talk to ${contact.name}.`} Or write to the council. We will put it right.`,
  ]);
}

function kindsOf(lines: readonly CopyLine[], facts: CopyFacts): string {
  const kinds = [...new Set(lines.map((line) => line.category))].map((category) =>
    familyWords(category, facts),
  );
  return upperFirst(joined(kinds));
}

function topicOf(line: CopyLine, facts: CopyFacts): string {
  if (line.category === 'ADULT') return facts.own ? 'things about you' : 'things about you as an adult';
  const words = familyWords(line.category, facts);
  return line.aboutGiver || facts.own ? `your ${lowerFirst(words)}` : `${facts.child}’s ${lowerFirst(words)}`;
}

/** In the family's words, with the child's name where it says "your child". */
function familyWords(category: string, facts: CopyFacts): string {
  const words = lowerFirst(codeRow(INFORMATION_CATEGORIES, category).family ?? '');
  if (facts.own)
    return words.replace('how your child is doing', 'how you are doing').replaceAll('your child’s', 'your');
  return words.replaceAll('your child', facts.child).replace('who you are', `who ${facts.child} is`);
}

function untilOf(lines: readonly CopyLine[]): string[] {
  const day = lines[0]?.expiresOn ?? null;
  return day === null ? [] : [`This ends on ${formatDate(day)}. We ask you again before then.`];
}

const phoneOf = ({ phone }: { phone: string | null }): string => (phone === null ? '' : ` on ${phone}`);

function byRecipient(lines: readonly CopyLine[]): CopyLine[][] {
  const groups = new Map<string, CopyLine[]>();
  for (const line of lines) groups.set(line.recipientId, [...(groups.get(line.recipientId) ?? []), line]);
  return [...groups.values()];
}

const section = (heading: string, words: string[]): CopySectionView => ({ heading, words });
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
