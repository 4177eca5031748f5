import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What a checkpoint says: so many rows, and the last of them had this hash. All hashes in hex. */
export interface Statement {
  number: number;
  chain: string;
  seq: number;
  head: string;
  /** Digest of the checkpoint before; 64 zeros for the first. */
  previous: string;
  /** ISO instant with microseconds, UTC. */
  at: string;
}

export interface Checkpoint extends Statement {
  /** Fingerprint of the public key. */
  key: string;
  signature: string;
}

export const BEFORE_THE_FIRST = '0'.repeat(64);

/** The signed words. Line by line, so that a person can read and print them. */
const textOf = (c: Statement): string =>
  ['encircle audit checkpoint 1', c.number, c.chain, c.seq, c.head, c.previous, c.at, ''].join('\n');

export function fingerprint(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 32);
}

export function signed(statement: Statement, privateKey: KeyObject): Checkpoint {
  const signature = sign(null, Buffer.from(textOf(statement)), privateKey).toString('hex');
  return { ...statement, key: fingerprint(createPublicKey(privateKey)), signature };
}

export function signatureHolds(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  return verify(null, Buffer.from(textOf(checkpoint)), publicKey, Buffer.from(checkpoint.signature, 'hex'));
}

/** What the next checkpoint names as the one before it: words and signature. */
export const digestOf = (checkpoint: Checkpoint): string =>
  createHash('sha256').update(textOf(checkpoint)).update(checkpoint.signature, 'hex').digest('hex');

const HEX = { head: 64, previous: 64, signature: 128, key: 32 } as const;

/** A line of the file outside, or null when it is not one. */
export function parseCheckpoint(line: string): Checkpoint | null {
  let found: Partial<Record<keyof Checkpoint, unknown>>;
  try {
    found = JSON.parse(line) as typeof found;
  } catch {
    return null;
  }
  if (typeof found !== 'object' || found === null) return null;
  const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
  const hex = Object.entries(HEX).every(([name, length]) => {
    const value = found[name as keyof typeof HEX];
    return typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);
  });
  return hex &&
    whole(found.number) &&
    whole(found.seq) &&
    typeof found.chain === 'string' &&
    typeof found.at === 'string'
    ? (found as Checkpoint)
    : null;
}

export const lineOf = (c: Checkpoint): string => {
  const { number, chain, seq, head, previous, at, key, signature } = c;
  return `${JSON.stringify({ number, chain, seq, head, previous, at, key, signature })}\n`;
};
