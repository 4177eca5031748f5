import type { Compared, MeetingWorld, Random } from './rooms.mjs';

export interface MailingWorld extends MeetingWorld {
  mails(): readonly { to: readonly string[]; text: string }[];
  /** One round of the outbox's worker. @returns whether there may be more */
  deliver(): Promise<boolean>;
}

export function scanRecipients(
  world: MailingWorld,
  how: { most: number; random: Random; ids?: readonly string[] | null; until?: number },
): Promise<Compared>;
