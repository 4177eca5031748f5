import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  to: string[];
  /** Header lines and body as they came over the wire. */
  raw: string;
  /** All of it as somebody reads it: lines joined, encoded parts decoded. */
  readable: string;
  messageId: string;
  subject: string;
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im')
    .exec(raw)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ')
    .trim() ?? '';

const readable = (raw: string): string =>
  raw
    .replace(/\r\n/g, '\n')
    .replace(/(?<=Content-Transfer-Encoding: base64\n\n)[A-Za-z0-9+/=\n]+/g, (part) =>
      Buffer.from(part, 'base64').toString('utf8'),
    )
    .replace(/=\n/g, '')
    .replace(/\n[ \t]/g, '');

/** A real mail server that keeps what it is given, and can be made to refuse. */
export class MailCatcher {
  readonly caught: CaughtMail[] = [];
  /** While set, every message is refused with this answer. */
  refuse: { code: number; words: string } | null = null;

  private constructor(private readonly server: SMTPServer) {}

  /** @param port where to listen; left out: wherever there is room */
  static async start(port = 0): Promise<MailCatcher> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (catcher.refuse) {
            done(Object.assign(new Error(catcher.refuse.words), { responseCode: catcher.refuse.code }));
            return;
          }
          const raw = Buffer.concat(chunks).toString('utf8');
          const to = session.envelope.rcptTo.map(({ address }) => address);
          catcher.caught.push({
            to,
            raw,
            readable: readable(raw),
            messageId: header(raw, 'Message-ID'),
            subject: header(raw, 'Subject'),
          });
          done();
        });
      },
    });
    const catcher = new MailCatcher(server);
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    return catcher;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): CaughtMail[] {
    return this.caught.filter((mail) => mail.to.includes(address));
  }

  clear(): void {
    this.caught.length = 0;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The calendar file of a mail, as a calendar program gets it. */
export function calendarOf(mail: CaughtMail): string | null {
  return /BEGIN:VCALENDAR[^]*?END:VCALENDAR/.exec(mail.raw)?.[0] ?? null;
}
