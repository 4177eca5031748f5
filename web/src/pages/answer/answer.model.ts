import { RSVP_ANSWERS } from '@encircle/shared/codes';
import type { AnswerLinkView } from '@encircle/shared/meetings';

/** Of services only: the family comes, in part or not. */
const OF_SERVICES: ReadonlySet<string> = new Set(['DEPUTY', 'SENDING_REPORT']);

export const answersFor = ({ family }: Pick<AnswerLinkView, 'family'>): { value: string; label: string }[] =>
  RSVP_ANSWERS.rows
    .filter(({ code }) => code !== 'NO_ANSWER' && !(family && OF_SERVICES.has(code)))
    .map(({ code, label }) => ({ value: code, label }));

/** What is sent: a deputy's name only with a deputy. */
export const toSend = (token: string, answer: string | null, deputyName: string): Record<string, string> => ({
  token,
  ...(answer === null ? {} : { answer }),
  ...(answer === 'DEPUTY' && deputyName.trim() ? { deputyName: deputyName.trim() } : {}),
});
