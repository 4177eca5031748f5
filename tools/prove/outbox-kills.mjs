import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.mjs';
import { randomOf } from './consent/random.mjs';
import { killRounds } from './outbox/rounds.mjs';
import { makePeople } from './outbox/world.mjs';

const PEOPLE = 40;
/** How long one of them lives at most, and how many mails it sees go at most: beginning and ending are met alike. */
const [LONGEST_LIFE_MS, MAILS] = [8_000, 200];

/** `--count` rounds, or `--minutes` of them, of what `tools/prove/outbox/rounds.mjs` describes. ENCIRCLE_SEED draws the same again. */
export async function prove({ count = 40, minutes } = {}) {
  const { createRolesAndDatabase, migrate } = await import('../../api/dist/testing.js');
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'encircle-prove-')),
    temporary: true,
  });
  const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/prove`;
  try {
    await createRolesAndDatabase(
      cluster.superuserUrl('postgres'),
      url('encircle_migrator'),
      url('encircle_login'),
    );
    await migrate(url('encircle_migrator'));
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    try {
      const { holds, figures } = await killRounds({
        admin,
        databaseUrl: url('encircle_login'),
        world: await makePeople(admin, PEOPLE),
        random: randomOf(seed),
        how: {
          mails: MAILS,
          longestLifeMs: LONGEST_LIFE_MS,
          rounds: minutes === undefined ? count : Infinity,
          until: minutes === undefined ? Infinity : performance.now() + minutes * 60_000,
        },
      });
      return { holds, figures: { seed, ...figures } };
    } finally {
      await admin.end();
    }
  } finally {
    await cluster.stop();
  }
}
