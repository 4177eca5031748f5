import { createHash } from 'node:crypto';
import { ByteWriter } from './byte-writer.js';

const VERSION = 1;
const out = new ByteWriter();

/** Where a chain begins: its own name, so that rows of one chain are no rows of another. */
export const chainRoot = (chainId: string): Buffer =>
  createHash('sha256').update(`encircle audit chain 1 ${chainId}`, 'utf8').digest();

/** `h_n = SHA-256(version | n | h_(n-1) | bytes of the row)`. @param row its canonical form */
export function nextHash(seq: number, previous: Buffer, row: Buffer): Buffer {
  out.clear();
  out.byte(VERSION);
  out.int64(BigInt(seq));
  out.raw(previous);
  out.raw(row);
  return createHash('sha256').update(out.bytes()).digest();
}
