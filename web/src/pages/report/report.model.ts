import { REPORT_QUESTIONS, type ReportQuestion } from '@encircle/shared/meetings';

export type ReportWords = Record<ReportQuestion, string>;
export const NO_WORDS: ReportWords = { goingWell: '', worries: '', nextSteps: '' };

/** One key only: what was typed for another link before is never shown under this one. */
export const KEPT = 'encircle.report-in-lieu';

/** The secret of a link is behind the `#`; null when the address holds none. */
export const tokenOf = (hash: string): string | null => /^#([A-Za-z0-9_-]{20,200})$/.exec(hash)?.[1] ?? null;

/** Enough of the secret to know it again, far too little to use it. */
const markOf = (token: string): string => token.slice(0, 8);

/** What is kept on this device while somebody writes: only words, and for which link. */
export const toKeep = (token: string, words: ReportWords): string =>
  JSON.stringify({ mark: markOf(token), words });

/** The words kept for this link; none when they belong to another one or cannot be read. */
export function keptFor(token: string, stored: string | null): ReportWords | null {
  if (stored === null) return null;
  try {
    const { mark, words } = JSON.parse(stored) as { mark?: unknown; words?: unknown };
    if (mark !== markOf(token)) return null;
    const said = words as Record<string, unknown>;
    const text = (question: ReportQuestion): string => {
      const value = said[question];
      return typeof value === 'string' ? value : '';
    };
    return { goingWell: text('goingWell'), worries: text('worries'), nextSteps: text('nextSteps') };
  } catch {
    return null;
  }
}

export const isEmpty = (words: ReportWords): boolean =>
  REPORT_QUESTIONS.every((question) => words[question].trim() === '');

/** What is sent: answers that say something. */
export const answered = (words: ReportWords): Partial<ReportWords> =>
  Object.fromEntries(REPORT_QUESTIONS.flatMap((q) => (words[q].trim() ? [[q, words[q].trim()]] : [])));

export const toSend = (token: string, words: ReportWords): Record<string, string> => ({
  token,
  ...answered(words),
});
