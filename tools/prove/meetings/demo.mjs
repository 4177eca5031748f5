import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inRoot } from '../../paths.mjs';
import { startCluster } from '../../postgres/cluster.mjs';
import { GuardedReads } from './guarded.mjs';
import { RememberedReads } from './remembered.mjs';

/**
 * The demo as `npm start` loads it, on a database of its own, with the program inside this process.
 * @param settings beside the usual ones
 * @param run gets the world the proofs over meetings are written for
 */
export async function withDemo(settings, run) {
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'encircle-prove-')),
    temporary: true,
  });
  const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/prove`;
  try {
    loadDemo({
      ENCIRCLE_SUPERUSER_URL: cluster.superuserUrl('postgres'),
      MIGRATION_DATABASE_URL: url('encircle_migrator'),
      DATABASE_URL: url('encircle_login'),
    });
    const { buildApp, DeliveryService, poolOf, readSettings, RoomViewService, sourceOf } =
      await import('../../../api/dist/testing.js');
    const app = await buildApp(
      readSettings({
        DATABASE_URL: url('encircle_login'),
        ENCIRCLE_DEMO: '1',
        ENCIRCLE_LOG_LEVEL: 'fatal',
        ENCIRCLE_REFUSAL_BEAT_MS: '0',
        ENCIRCLE_SEAL_SECONDS: '0',
        ENCIRCLE_WORKER: '0',
        ...settings,
      }),
    );
    const memory = new RememberedReads();
    poolOf(sourceOf(app)).on('acquire', (client) => memory.hear(client));
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    const guarded = new GuardedReads(url('encircle_login'));
    try {
      const rows = async (sql, values = []) => (await admin.query(sql, values)).rows;
      return await run({
        rows,
        memory,
        ask: asker(app),
        readable: (who, sql, values) => guarded.as(who.token, sql, values),
        deliver: () => app.get(DeliveryService).round(),
        forgetting: (which, walls) => forgetting(app.get(RoomViewService), which, walls),
      });
    } finally {
      await guarded.close();
      await app.close();
      await admin.end();
    }
  } finally {
    await cluster.stop();
  }
}

function loadDemo(environment) {
  const { status, stderr } = spawnSync(process.execPath, [inRoot('api', 'dist', 'cli.js'), 'prepare'], {
    env: { ...process.env, ...environment, ENCIRCLE_DEMO: '1' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the demo was not loaded: ${stderr}`);
}

/** Runs with a wall that does not ask for one of those in the room: the first (0) or the last (-1). */
async function forgetting(service, which, walls) {
  const everybody = service.readers;
  service.readers = async (...asked) => (await everybody.apply(service, asked)).toSpliced(which, 1);
  try {
    return await walls();
  } finally {
    service.readers = everybody;
  }
}

/** One call as somebody signed in, or as nobody. @returns the answer as the test kit has it */
const asker = (app) => async (who, method, path, body) => {
  const answer = await app.inject({
    method,
    url: path,
    ...(body === undefined ? {} : { payload: body }),
    headers: {
      ...(who === null ? {} : { cookie: `encircle=${who.token}`, 'x-csrf-token': who.csrf }),
      host: 'localhost',
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
    },
  });
  return {
    status: answer.statusCode,
    text: answer.payload,
    bytes: answer.rawPayload,
    headers: answer.headers,
  };
};

/** Signs somebody in as what they are for one agency; the session row is what signing in makes. */
export async function signedIn(rows, userId, agencyId) {
  const [token, csrf] = [0, 1].map(() => randomBytes(32).toString('base64url'));
  const digest = (value) => createHash('sha256').update(value).digest();
  const made = await rows(
    `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
     select $2, $1, m.id, $3, interval '10 hours', clock_timestamp() + interval '10 hours' from app.membership m
     where m.user_id = $1 and m.agency_id is not distinct from $4 order by m.created_at, m.id limit 1 returning user_id`,
    [userId, digest(token), digest(csrf), agencyId],
  );
  return made.length === 1 ? { userId, token, csrf } : null;
}
