import type { AlertLook, AlertRow } from '@encircle/shared/alerts';
import {
  ALERT_OUTCOMES,
  ALERT_RULES,
  INFORMATION_CATEGORIES,
  LOOK_REASONS,
  type CodeList,
} from '@encircle/shared/codes';
import { formatShort, londonDate, londonTime } from '@encircle/shared/dates';

const label = (list: CodeList, code: string): string =>
  list.rows.find((row) => row.code === code)?.label ?? code;

export const ruleWords = (rule: string): string => label(ALERT_RULES, rule);
export const outcomeWords = (outcome: string): string => label(ALERT_OUTCOMES, outcome);
export const kindWords = (categories: readonly string[]): string =>
  categories.map((category) => label(INFORMATION_CATEGORIES, category)).join(', ');

/** A reason chosen from a list, in its words; one that was typed, as it was typed. */
export const whyWords = (reason: string | null): string | null => reason && label(LOOK_REASONS, reason);

export const momentWords = (instant: string): string =>
  `${formatShort(londonDate(instant))}, ${londonTime(instant)}`;

/** One moment, one day with two times, or two days. */
export function periodWords({ from, until }: Pick<AlertRow, 'from' | 'until'>): string {
  const [first, last] = [londonDate(from), londonDate(until)];
  if (first !== last) return `${formatShort(first)} – ${formatShort(last)}`;
  const [begins, ends] = [londonTime(from), londonTime(until)];
  return begins === ends ? momentWords(from) : `${formatShort(first)}, ${begins}–${ends}`;
}

/** The log's name of what was done, as words: `break-glass.opened` is "Break glass opened". A refusal is named by its address. */
export function actionWords(
  { action, outcome }: Pick<AlertLook, 'action' | 'outcome'>,
  refused: string,
): string {
  if (outcome === 'DENY' || outcome === 'DENY_HIDE' || action.includes('/')) return refused;
  const words = action.replaceAll(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
