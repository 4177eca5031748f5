import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.mjs';
import { comparePairs, verdict } from './timing/compare.mjs';

const REPEATS = 3;

/** Questions about one record, with what stands for it in the address. */
const ROUTES = [
  'episodes/{case}',
  'episodes/{case}/plan',
  'episodes/{case}/notes',
  'episodes/{case}/team',
  'episodes/{case}/consents',
  'episodes/{case}/meetings',
  'episodes/{case}/content?category=CHILD',
  'children/{child}',
  'meetings/{meeting}',
];

/**
 * How long a refusal takes does not tell whether there is a record: a practitioner without any relation asks about a
 * case, about a shielded one and about none, in turn, over HTTP to the real program.
 */
export async function prove({ count = 500 } = {}) {
  const { buildApp, createRolesAndDatabase, DEMO_SECRET, loadStory, migrate, readSettings } =
    await import('../../api/dist/testing.js');
  const { fixture, FIXTURE_TODAY } = await import('../../shared/dist/fixture/index.js');
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
    await loadStory(cluster.superuserUrl('prove'), fixture(FIXTURE_TODAY), DEMO_SECRET, {
      avasTeamsWork: true,
    });
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    await admin.query(`update sec.clock set "offset" = '2026-03-16T10:00:00Z'::timestamptz - now()`);
    await admin.query('analyze');
    const app = await buildApp(
      readSettings({
        DATABASE_URL: url('encircle_login'),
        ENCIRCLE_DEMO: '1',
        ENCIRCLE_LOG_LEVEL: 'fatal',
        ENCIRCLE_SEAL_SECONDS: '0',
        // Long enough for every answer here, and short enough for ten thousand of them.
        ENCIRCLE_REFUSAL_BEAT_MS: '20',
      }),
    );
    await app.listen(0, '127.0.0.1');
    try {
      return await measure(await app.getUrl(), admin, count);
    } finally {
      await admin.end();
      await app.close();
    }
  } finally {
    await cluster.stop();
  }
}

async function measure(base, admin, count) {
  const headers = { cookie: `encircle=${await signIn(admin, 'wes@%')}` };
  const records = {
    hidden: await idsOf(admin, 'Ava'),
    shielded: await idsOf(admin, 'Eli'),
  };
  const odd = [];
  let worst = 0;
  let least = 1;
  for (const route of ROUTES)
    for (const [kind, ids] of Object.entries(records)) {
      if (route.includes('{meeting}') && !ids.meeting) continue;
      const ask = (fill) => async () => {
        const path = route.replace(/\{(\w+)\}/, (_, noun) => fill(noun));
        const answer = await fetch(`${base}/api/${path}`, { headers });
        await answer.arrayBuffer();
        if (answer.status !== 404)
          throw new Error(`${route} of a ${kind} record was answered ${answer.status}`);
      };
      const there = ask((noun) => ids[noun]);
      const nowhere = ask(() => randomUUID());
      await comparePairs(there, nowhere, Math.min(20, count));
      const repeats = [];
      for (let n = 0; n < REPEATS; n += 1) repeats.push(await comparePairs(there, nowhere, count));
      const { alike, difference, p } = verdict(repeats);
      worst = Math.max(worst, Math.abs(difference));
      least = Math.min(least, p);
      if (!alike) odd.push(`${route} of a ${kind} record`);
      process.stdout.write(
        `${route} ${kind}: ${difference.toFixed(3)} ms, p ${p.toFixed(3)}${alike ? '' : ' DIFFERENT'}\n`,
      );
    }
  return {
    holds: odd.length === 0,
    figures: {
      comparisons: ROUTES.length * 2,
      pairs: count,
      repeats: REPEATS,
      largest_median_difference_ms: worst.toFixed(3),
      smallest_p: least.toFixed(4),
      different: odd.length,
    },
  };
}

async function signIn(admin, email) {
  const token = randomBytes(32).toString('base64url');
  const { rowCount } = await admin.query(
    `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
     select $2, u.id, m.id, '\\x00', interval '1 day', clock_timestamp() + interval '1 day'
     from app.app_user u join app.membership m on m.user_id = u.id where u.email like $1 limit 1`,
    [email.replace('@', '%@'), createHash('sha256').update(token).digest()],
  );
  if (rowCount !== 1) throw new Error(`nobody signs in as ${email}`);
  return token;
}

async function idsOf(admin, child) {
  const { rows } = await admin.query(
    `select s.episode_id as case, p.id as child, (select m.id from app.meeting m where m.episode_id = s.episode_id limit 1) as meeting
     from app.person p join app.episode_subject s on s.person_id = p.id where p.given_names = $1`,
    [child],
  );
  return rows[0];
}
