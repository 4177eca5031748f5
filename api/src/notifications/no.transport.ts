import { MailFailure, type MailTransport } from './mail-transport.js';

/** No mail server is set: people are told in the program only. */
export class NoTransport implements MailTransport {
  readonly kind = 'NONE';

  send(): Promise<void> {
    return Promise.reject(new MailFailure('NO_SERVER'));
  }

  close(): void {
    // There is nothing to close.
  }
}
