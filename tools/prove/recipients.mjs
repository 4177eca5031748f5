import { randomOf } from './consent/random.mjs';
import { withDemo } from './meetings/demo.mjs';
import { mailServer } from './meetings/mails.mjs';
import { scanRecipients } from './meetings/recipients.mjs';

/**
 * Everything that reaches the people asked to `--count` meetings of the demo, drawn from all of them, with a word of its own in
 * everything kept of the family. ENCIRCLE_SEED draws the same again.
 */
export async function prove({ count = 60 } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  const server = await mailServer();
  try {
    const mail = { ENCIRCLE_SMTP_URL: server.url, ENCIRCLE_MAIL_FROM: 'encircle@prove.example' };
    return await withDemo(mail, async (world) => {
      const { holds, figures, found } = await scanRecipients(
        { ...world, mails: () => server.caught },
        { most: count, random: randomOf(seed) },
      );
      found.slice(0, 20).forEach((line) => process.stdout.write(`${line}\n`));
      return { holds, figures: { seed, ...figures } };
    });
  } finally {
    server.close();
  }
}
