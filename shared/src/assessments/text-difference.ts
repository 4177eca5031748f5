/** A run of words that is in both texts (as the older one has it), or only in the older or the newer one. */
export interface Difference {
  kind: 'SAME' | 'GONE' | 'NEW';
  text: string;
}

/** Longer texts are compared line by line: comparing thousands of words each way would hold the screen up. */
const WORDS_COMPARED = 600;

/** What changed between two texts, word by word, in reading order. */
export function textDifference(before: string, after: string): Difference[] {
  const [old, now] = [pieces(before), pieces(after)];
  const coarse = old.length > WORDS_COMPARED || now.length > WORDS_COMPARED;
  return withoutChance(compare(coarse ? lines(before) : old, coarse ? lines(after) : now));
}

function pieces(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function compare(old: readonly string[], now: readonly string[]): Difference[] {
  const lengths = commonLengths(old, now);
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && same(old[i], now[j])) {
      add(found, 'SAME', old[i] ?? '');
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      add(found, 'GONE', old[i] ?? '');
      i += 1;
    } else {
      add(found, 'NEW', now[j] ?? '');
      j += 1;
    }
  }
  return found;
}

/** Length of the longest common run of pieces from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      row[j] = same(old[i], now[j])
        ? at(table, i + 1, j + 1) + 1
        : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}

const at = (table: readonly number[][], i: number, j: number): number => table[i]?.[j] ?? 0;

/** The same word, whatever stands round it and however it begins. */
const same = (a: string | undefined, b: string | undefined): boolean => bare(a) === bare(b);

function bare(piece: string | undefined): string | undefined {
  const word = piece?.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return word === '' ? piece?.trim() : word;
}

/** One word that both texts happen to have between changed ones is not what stayed: it reads as noise. */
function withoutChance(found: readonly Difference[]): Difference[] {
  const isChance = (run: Difference, index: number): boolean =>
    run.kind === 'SAME' &&
    pieces(run.text.trim()).length < WORDS_MEANT &&
    touches(found, index - 1) &&
    touches(found, index + 1);
  const runs: Difference[] = [];
  found.forEach((run, index) => {
    if (!isChance(run, index)) return add(runs, run.kind, run.text);
    add(runs, 'GONE', run.text);
    add(runs, 'NEW', run.text);
  });
  return runs;
}

const WORDS_MEANT = 2;

const touches = (found: readonly Difference[], index: number): boolean =>
  found[index] !== undefined && found[index].kind !== 'SAME';

function add(found: Difference[], kind: Difference['kind'], text: string): void {
  const last = found.at(-1);
  if (last?.kind === kind) last.text += text;
  else found.push({ kind, text });
}
