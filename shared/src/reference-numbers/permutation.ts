/**
 * A keyed shuffle of the numbers 0 to 999 999: each number goes to exactly one other, and without the key the
 * order cannot be told. Gaps and neighbours in reference numbers then say nothing about how much work there
 * is (rule 3.1). It hides an order, it protects no secret.
 */
const HALF = 1000;
const ROUNDS = 8;

export const REFERENCE_COUNT = HALF * HALF;

// Taken once: this runs a million times in the test that tries every number.
const { floor, imul } = Math;

export function shuffled(key: string, n: number): number {
  checkRange(n);
  const seed = hash(key);
  let left = floor(n / HALF);
  let right = n % HALF;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = (left + mixed(seed, round, right)) % HALF;
    left = right;
    right = next;
  }
  return left * HALF + right;
}

/** The number a shuffled one came from. */
export function unshuffled(key: string, n: number): number {
  checkRange(n);
  const seed = hash(key);
  let left = floor(n / HALF);
  let right = n % HALF;
  for (let round = ROUNDS - 1; round >= 0; round -= 1) {
    const before = (right - mixed(seed, round, left) + HALF) % HALF;
    right = left;
    left = before;
  }
  return left * HALF + right;
}

function mixed(seed: number, round: number, half: number): number {
  return stir(seed ^ imul(round * HALF + half + 1, 0x9e3779b1)) % HALF;
}

/** FNV-1a over the text, stirred: 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = imul(value ^ text.charCodeAt(i), 0x01000193);
  return stir(value);
}

function stir(start: number): number {
  let value = imul(start ^ (start >>> 16), 0x85ebca6b);
  value = imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function checkRange(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n >= REFERENCE_COUNT)
    throw new RangeError(`A year holds references 0 to ${REFERENCE_COUNT - 1}, not ${n}`);
}
