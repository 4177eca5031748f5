import { createHash, createHmac } from 'node:crypto';

/**
 * The secret of a link, made anew from the request's id whenever its mail goes out: 256 bits nobody can work out without the
 * installation's key. What is stored is its SHA-256 alone.
 */
export const reportToken = (key: Buffer, requestId: string): string =>
  createHmac('sha256', key).update(requestId).digest('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Behind the `#`, so that neither a server's log nor the page it came from ever holds it. */
export const reportPath = (token: string): string => `/report#${token}`;
export const answerPath = (token: string): string => `/answer#${token}`;
