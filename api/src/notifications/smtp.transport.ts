import { createTransport, type Transporter } from 'nodemailer';
import { MailFailure, type Mail, type MailTransport } from './mail-transport.js';

const PATIENCE_MS = 15_000;

/** Hands mail to the server of the settings. */
export class SmtpTransport implements MailTransport {
  readonly kind = 'SERVER';
  private readonly transporter: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transporter = createTransport(url, {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as object);
  }

  async send({ messageId, to, subject, text, calendar }: Mail): Promise<void> {
    try {
      await this.transporter.sendMail({
        messageId,
        from: this.from,
        to,
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(calendar === null
          ? {}
          : { icalEvent: { method: calendar.method, filename: 'meeting.ics', content: calendar.text } }),
      });
    } catch (error) {
      throw new MailFailure(codeOf(error));
    }
  }

  close(): void {
    this.transporter.close();
  }
}

function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number') return String(responseCode);
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'UNKNOWN';
}
