import type { LineDecision, RequestKind, WithholdGround } from './request-codes.js';

/** What the policy answers the one whose right is used, about one line. */
export type ReaderAnswer = 'ALLOW' | 'LIMITED' | 'DENY' | 'DENY_HIDE';

export interface Suggested {
  decision: LineDecision;
  ground: WithholdGround | null;
  locked: boolean;
}

const GOES_IN: Suggested = { decision: 'INCLUDE', ground: null, locked: false };
const kept = (ground: WithholdGround, locked = true): Suggested => ({ decision: 'WITHHOLD', ground, locked });

const TELLS_WHERE = new Set(['IDENT', 'INVOLVE']);
const OF_THE_WORK = new Set(['CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES']);

export interface PackItem {
  source: string;
  category: string;
  answer: ReaderAnswer;
}

/**
 * What becomes of a line unless the officer decides otherwise. What was disclosed without agreement is told (rule 6.11)
 * unless an exemption is given; what somebody said in confidence may be let out with a reason; what a child told one
 * worker, what is another person's, and what tells where a shielded child is, never are.
 */
export function suggestFor(kind: RequestKind, item: PackItem, located: boolean): Suggested {
  const { source, category, answer } = item;
  if (category === 'PRIVATE' && answer !== 'ALLOW') return kept('CHILD_CONFIDENCE');
  if (category === 'THIRD') return kept('THIRD_PARTY', false);
  if (located && TELLS_WHERE.has(category)) return kept('LOCATION');
  if (kind === 'COURT_COPY') return OF_THE_WORK.has(category) ? GOES_IN : kept('OTHER_PERSON');
  if (source === 'DISCLOSURE') return located ? kept('SERIOUS_HARM', false) : GOES_IN;
  if (answer === 'ALLOW' || answer === 'LIMITED') return GOES_IN;
  return kept('OTHER_PERSON');
}

export const MARK = '[withheld]';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text without the passages, however they are written and whatever spaces lie between their words. */
export function without(text: string, passages: readonly string[]): string {
  const longest = [...passages].filter((each) => each.trim() !== '').sort((a, b) => b.length - a.length);
  if (longest.length === 0) return text;
  const pattern = longest.map((each) => each.trim().split(/\s+/).map(escaped).join('\\s+')).join('|');
  const between = (left: string, right: string): RegExp => new RegExp(`${left}(?:${pattern})${right}`, 'giu');
  return text.replace(between('(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'), MARK);
}

export const holds = (text: string, passage: string): boolean => without(text, [passage]) !== text;

export interface Decided {
  text: string;
  decision: LineDecision;
  passages: readonly string[];
}

/** As it goes out. @param always what tells where a shielded child is, taken out of every line */
export function shownOf({ text, decision, passages }: Decided, always: readonly string[]): string | null {
  if (decision === 'WITHHOLD') return null;
  return without(text, decision === 'PART' ? [...passages, ...always] : always);
}
