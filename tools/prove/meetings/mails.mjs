import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** What was encoded on the way, as somebody reads it, behind what came over the wire. */
const readable = (raw) =>
  raw
    .replace(/\r\n/g, '\n')
    .replace(/(?<=Content-Transfer-Encoding: base64\n\n)[A-Za-z0-9+/=\n]+/g, (part) =>
      Buffer.from(part, 'base64').toString('utf8'),
    )
    .replace(/=\n/g, '')
    .replace(/\n[ \t]/g, '');

/** A mail server that keeps what it is given: to whom, and all of it. */
export async function mailServer() {
  const caught = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk) => (raw += chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        caught.push({ to, text: `${raw}\n${readable(raw)}` });
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  return { caught, url: `smtp://127.0.0.1:${smtp.server.address().port}`, close: () => smtp.close() };
}
