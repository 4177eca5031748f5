import { MailFailure, type Mail, type MailTransport } from './mail-transport.js';
import type { Deliveries } from './persistence/deliveries.js';

/** Keeps what would have been sent, for the demo's own letter-box page. */
export class DemoTransport implements MailTransport {
  readonly kind = 'DEMO';

  constructor(private readonly deliveries: Deliveries) {}

  async send(mail: Mail): Promise<void> {
    if (!(await this.deliveries.keepDemoMail(mail))) throw new MailFailure('NO_DEMO');
  }

  close(): void {
    // Nothing is held open: the pool belongs to the program.
  }
}
