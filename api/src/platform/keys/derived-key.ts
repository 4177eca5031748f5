import { hkdfSync } from 'node:crypto';

/**
 * A key for one use, derived from the one secret of the installation: what leaks of one use says nothing about
 * another. @param use a short stable name; changing it changes every key @returns 32 bytes
 */
export function derivedKey(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'encircle', use, 32));
}
