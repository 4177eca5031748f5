import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** One answer in this many is lost after the server took the mail. */
const LOST = 10;

/** A mail server that keeps the Message-ID of what it took, also when its answer is lost. */
export async function catcher(random) {
  const caught = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk) => (raw += chunk));
      stream.on('end', () => {
        caught.push(/^Message-ID: (<[^>]+>)/im.exec(raw)?.[1] ?? 'none');
        const lost = random.chance(1 / LOST);
        done(lost ? Object.assign(new Error('lost'), { responseCode: 451 }) : undefined);
      });
    },
  });
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  return { caught, url: `smtp://127.0.0.1:${smtp.server.address().port}`, close: () => smtp.close() };
}
