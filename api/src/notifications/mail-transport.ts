export interface Mail {
  /** The same for every try of one notice, so that a mail sent twice is one mail to whoever gets it. */
  messageId: string;
  recipientId: string;
  to: string;
  subject: string;
  text: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; text: string } | null;
}

/** A try that did not work. `code` is what may be kept: `ECONNREFUSED`, `550`. */
export class MailFailure extends Error {
  constructor(readonly code: string) {
    super(`the mail could not be handed over (${code})`);
  }
}

/** Hands a mail over, to be delivered by somebody else. @throws MailFailure */
export interface MailTransport {
  readonly kind: 'SERVER' | 'DEMO' | 'NONE';
  send(mail: Mail): Promise<void>;
  close(): void;
}

export const MAIL_TRANSPORT = Symbol('mail transport');
