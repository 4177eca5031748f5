import { latestOfSameRater, type OutcomeView } from '@encircle/shared/plans';

/** What the distance drawing needs; null before there is a first score. */
export function travelOf(outcome: OutcomeView) {
  if (outcome.baselineValue === null) return null;
  const scores = outcome.ratings
    .filter((each) => outcome.rater === null || each.rater === outcome.rater)
    .map((each) => each.value);
  return {
    label: measureWords(outcome) ?? outcome.statement,
    start: outcome.baselineValue,
    now: latestOfSameRater(outcome) ?? outcome.baselineValue,
    hope: outcome.targetValue,
    between: scores.slice(0, -1),
    low: endWords(outcome.lowWords),
    high: endWords(outcome.highWords),
    ruler: { from: outcome.scaleLow, to: outcome.scaleHigh },
    unit: outcome.scaleHigh === 100 ? '%' : '',
  };
}

/** The number stands there already; words that only repeat it are left out. */
const endWords = (words: string | null): string => (words === null || /^\d+\s*%?$/.test(words) ? '' : words);

/** What is measured, in words; older records hold a code there, which says nothing to people. */
export const measureWords = (outcome: OutcomeView): string | null =>
  outcome.measure === null || /^[A-Z_]+$/.test(outcome.measure) ? null : outcome.measure;
