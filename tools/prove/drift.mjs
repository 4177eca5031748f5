import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.mjs';
import { compareYear } from './drift/compare.mjs';
import { DAYS, simulate } from './drift/simulate.mjs';
import { Year } from './drift/store.mjs';

/** Every week of the year is asked, so that a task is seen to come and to go. */
const STEP = 7;
const CASES_A_LEAD = 20;

/**
 * A simulated year of so many cases against an oracle told apart from the rules: the tasks of work that drifts (H5) are raised,
 * once, for the right person, and gone when no longer true. ENCIRCLE_SEED meets the same year again.
 */
export async function prove({ count = 400 } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  const api = await import('../../api/dist/testing.js');
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'encircle-prove-')),
    temporary: true,
  });
  const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/prove`;
  try {
    await api.createRolesAndDatabase(
      cluster.superuserUrl('postgres'),
      url('encircle_migrator'),
      url('encircle_login'),
    );
    await api.migrate(url('encircle_migrator'));
    const app = await api.buildApp(
      api.readSettings({
        DATABASE_URL: url('encircle_login'),
        ENCIRCLE_DEMO: '1',
        ENCIRCLE_LOG_LEVEL: 'fatal',
        ENCIRCLE_SEAL_SECONDS: '0',
        ENCIRCLE_WORKER: '0',
      }),
    );
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    try {
      const { wrong, ...figures } = await aYear({ api, app, admin, count, seed });
      wrong.slice(0, 10).forEach((line) => process.stdout.write(`${line}\n`));
      return {
        holds: wrong.length === 0 && figures.raised > 0 && figures.closed > 0,
        figures: { cases: count, seed, ...figures, wrong: wrong.length },
      };
    } finally {
      await admin.end();
      await app.close();
    }
  } finally {
    await cluster.stop();
  }
}

async function aYear({ api, app, admin, count, seed }) {
  const rows = async (sql, values = []) => (await admin.query(sql, values)).rows;
  const leads = await Year.people(rows, Math.max(2, Math.ceil(count / CASES_A_LEAD)));
  const sessions = [];
  for (const { userId } of leads) sessions.push(await session(rows, userId));
  const cases = simulate({ seed, count, leads: leads.length });
  return compareYear({
    year: new Year(rows, api, cases, leads),
    cases,
    leads,
    days: Array.from({ length: Math.floor(DAYS / STEP) }, (_, n) => n * STEP + (seed % STEP)),
    setNow: (instant) => rows(`update sec.clock set "offset" = $1::timestamptz - now()`, [instant]),
    ask: async (lead, query) => {
      const answer = await app.inject({
        method: 'GET',
        url: `/api/my/week?${query}`,
        headers: { ...sessions[lead], host: 'localhost' },
      });
      if (answer.statusCode !== 200)
        throw new Error(`my week answered ${answer.statusCode}: ${answer.payload}`);
      return JSON.parse(answer.payload);
    },
  });
}

async function session(rows, userId) {
  const [token, csrf] = [0, 1].map(() => randomBytes(32).toString('base64url'));
  const digest = (value) => createHash('sha256').update(value).digest();
  await rows(
    `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
     select $2, $1, m.id, $3, interval '10 hours', clock_timestamp() + interval '10 hours' from app.membership m where m.user_id = $1`,
    [userId, digest(token), digest(csrf)],
  );
  return { cookie: `encircle=${token}` };
}
