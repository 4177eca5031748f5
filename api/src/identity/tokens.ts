import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url. Only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest();
