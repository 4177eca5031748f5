import type { LeadHistoryLine } from '@encircle/shared/episodes';

export interface Nobody {
  kind: 'NOBODY';
  from: string;
  until: string | null;
}

/** Instants between two leads closer than this are one handing over to the next. */
const NO_GAP_MS = 60_000;

/** Latest first, with the times in between in which nobody led; `vacant` when nobody does now. */
export function withGaps(
  lines: readonly LeadHistoryLine[],
  vacant: boolean,
): readonly (LeadHistoryLine | Nobody)[] {
  const led = lines.filter((line) => line.kind === 'LED');
  const gaps = led.flatMap((line, index): Nobody[] => {
    const next = led[index - 1];
    if (line.until === null || (next === undefined && !vacant)) return [];
    if (next !== undefined && Date.parse(next.from) - Date.parse(line.until) < NO_GAP_MS) return [];
    return [{ kind: 'NOBODY', from: line.until, until: next?.from ?? null }];
  });
  return [...lines, ...gaps].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}
