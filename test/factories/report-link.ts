import type { CaughtMail } from '../kit/mail-catcher.js';

/** The secret of the link in a mail, or null when there is none in it. */
export const tokenIn = (mail: Pick<CaughtMail, 'readable'> | undefined): string | null =>
  /\/report#([A-Za-z0-9_-]{43})/.exec(mail?.readable ?? '')?.[1] ?? null;

/** The same of a link to answer an invitation by. */
export const answerTokenIn = (mail: Pick<CaughtMail, 'readable'> | undefined): string | null =>
  /\/answer#([A-Za-z0-9_-]{43})/.exec(mail?.readable ?? '')?.[1] ?? null;
