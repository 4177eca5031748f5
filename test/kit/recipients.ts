import { randomOf } from '../../tools/prove/consent/random.mjs';
import { scanRecipients } from '../../tools/prove/meetings/recipients.mjs';
import type { Compared } from '../../tools/prove/meetings/rooms.mjs';
import type { MailCatcher } from './mail-catcher.js';
import { GuardedReader } from './guarded-reader.js';
import type { Program } from './program.js';
import { meetingWorld } from './rooms.js';

/** The same code as `npm run prove -- recipients`, over these meetings alone. */
export async function scanOf(
  program: Program,
  catcher: MailCatcher,
  { seed, ids }: { seed: number; ids: readonly string[] },
): Promise<Compared> {
  const guard = new GuardedReader(program.database);
  try {
    const world = {
      ...meetingWorld(program, guard),
      mails: () => catcher.caught.map(({ to, raw, readable }) => ({ to, text: `${raw}\n${readable}` })),
      deliver: () => program.deliver(),
    };
    return await scanRecipients(world, { most: ids.length, random: randomOf(seed), ids });
  } finally {
    await guard.close();
  }
}
