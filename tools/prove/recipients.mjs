import { randomOf } from './consent/random.mjs';
import { withDemo } from './meetings/demo.mjs';
import { mailServer } from './meetings/mails.mjs';
import { scanRecipients } from './meetings/recipients.mjs';

/**
 * Everything that reaches the people asked to the meetings of the demo, with a word of its own in everything kept of the family: of
 * all meetings, or of at least `--count`, or of as many as `--minutes` allow, drawn case by case. In the end two worlds that tell are
 * shown to the same scan: in one nobody may read anything, in the other a mail holds a word of the case; both must be found out,
 * or the proof does not hold. ENCIRCLE_SEED draws the same again.
 */
export async function prove({ count = Infinity, minutes = Infinity } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  const server = await mailServer();
  try {
    const mail = { ENCIRCLE_SMTP_URL: server.url, ENCIRCLE_MAIL_FROM: 'encircle@prove.example' };
    return await withDemo(mail, async (demo) => {
      const until = performance.now() + minutes * 60_000;
      const world = { ...demo, mails: () => server.caught };
      const random = randomOf(seed);
      const { holds, figures, found } = await scanRecipients(world, { most: count, random, until });
      found.slice(0, 20).forEach((line) => process.stdout.write(`${line}\n`));
      let telling = 0;
      for (const worse of [NOBODY_MAY_READ, MAILS_TELL])
        if ((await scanRecipients({ ...world, ...worse(world) }, { most: 1, random })).found.length > 0)
          telling += 1;
      return { holds: holds && telling === 2, figures: { seed, ...figures, tellingFound: telling } };
    });
  } finally {
    server.close();
  }
}

const NOBODY_MAY_READ = () => ({ readable: () => Promise.resolve([]) });
const MAILS_TELL = ({ mails }) => ({
  mails: () => mails().map(({ to, text }) => ({ to, text: `${text} zqminute1x` })),
});
