import 'reflect-metadata';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.mjs';
import { commandsAndClock } from './consent/run.mjs';
import { readWhileWithdrawn } from './consent/together.mjs';
import { story } from './consent/world.mjs';

/**
 * Agreement takes effect as the policy says and at once (rules 6.2, 6.3, 6.10): random commands and moves of the clock,
 * each followed by what twenty people can list and read; then eight at a time read while agreement is taken back.
 */
export async function prove({ count = 200, seed = 20260316 } = {}) {
  const { buildApp, createRolesAndDatabase, DEMO_SECRET, loadStory, migrate, readSettings } =
    await import('../../api/dist/testing.js');
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'encircle-prove-')),
    temporary: true,
  });
  /** Runs on a database of its own: what one run leaves behind must not decide what the next expects. */
  const onOwn = async (database, run) => {
    const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/${database}`;
    await createRolesAndDatabase(
      cluster.superuserUrl('postgres'),
      url('encircle_migrator'),
      url('encircle_login'),
    );
    await migrate(url('encircle_migrator'));
    const people = story();
    await loadStory(cluster.superuserUrl(database), people, DEMO_SECRET);
    const app = await buildApp(
      readSettings({
        DATABASE_URL: url('encircle_login'),
        ENCIRCLE_DEMO: '1',
        ENCIRCLE_LOG_LEVEL: 'fatal',
        // How long a refusal takes is proved elsewhere.
        ENCIRCLE_REFUSAL_BEAT_MS: '0',
      }),
    );
    const admin = new pg.Client({ connectionString: cluster.superuserUrl(database) });
    await admin.connect();
    try {
      await admin.query(
        `update app.app_user set training_valid_to = '2099-01-01', vetting_valid_to = '2099-01-01'`,
      );
      for (const user of people.users) user.trainingValidTo = user.vettingValidTo = '2099-01-01';
      return await run(worldOf(app, admin, people));
    } finally {
      await admin.end();
      await app.close();
    }
  };
  try {
    const steps = await onOwn('prove', (world) => commandsAndClock(world, { count, seed }));
    process.stderr.write(`${JSON.stringify(steps.figures)}\n`);
    const rounds = Math.max(3, Math.round(count / 4));
    const together = await onOwn('prove_together', (world) => readWhileWithdrawn(world, { rounds }));
    for (const line of [...steps.found, ...together.found].slice(0, 40)) process.stderr.write(`${line}\n`);
    return {
      holds: steps.holds && together.holds,
      figures: { seed, ...steps.figures, ...together.figures },
    };
  } finally {
    await cluster.stop();
  }
}

function worldOf(app, admin, people) {
  const tabs = new Map();
  const tabOf = async (who) => {
    if (!tabs.has(who)) tabs.set(who, await tab(admin, people.users.find(({ key }) => key === who).id));
    return tabs.get(who);
  };
  return {
    story: people,
    setNow: (instant) => admin.query(`update sec.clock set "offset" = $1::timestamptz - now()`, [instant]),
    call: async (who, method, path, body) => {
      const answer = await app.inject({
        method,
        url: path,
        ...(body === undefined ? {} : { payload: body }),
        headers: {
          ...(await tabOf(who)),
          host: 'localhost',
          'idempotency-key': randomUUID(),
          // Whoever looks from outside the work with the family says why.
          'x-encircle-reason': 'Somebody asked for help',
        },
      });
      return { status: answer.statusCode, body: JSON.parse(answer.payload) };
    },
  };
}

/** The headers of a signed-in tab; the session row is what signing in makes. */
async function tab(admin, user) {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const digest = (value) => createHash('sha256').update(value).digest();
  await admin.query(
    `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
     select $2, $1, m.id, $3, interval '10 hours', clock_timestamp() + interval '10 hours'
     from app.membership m where m.user_id = $1 limit 1`,
    [user, digest(token), digest(csrf)],
  );
  return { cookie: `encircle=${token}`, 'x-csrf-token': csrf };
}
