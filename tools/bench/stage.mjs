import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { inRoot, scratchFolder } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { startCluster } from '../postgres/cluster.mjs';
import { removeDatabase } from '../postgres/location.mjs';
import { addresses, withoutPowers } from '../start/embedded.mjs';
import { startServer } from '../start/server.mjs';
import { digest } from './cases.mjs';
import { makeWorld, meetingsToHold, readersOf } from './world.mjs';

export const DATABASE = 'encircle_bench';
const POOL = 16;

/** As in use: a save waits for the disk. Only the borough is loaded without, which nobody would mourn. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '8GB' };
const waitForTheDisk = async (admin, on) => {
  await admin.query(on ? 'alter system reset fsync' : 'alter system set fsync = off');
  await admin.query('select pg_reload_conf()');
};

/**
 * A database of its own with a large invented world.
 * @param {import('./world.mjs').Size} size
 * @param {{ say: (text: string) => void, make?: typeof makeWorld, settings?: Record<string, string> }} options
 */
export async function setTheStage(size, { say, make = makeWorld, settings = SETTINGS }) {
  const dir = join(scratchFolder, `bench-${process.pid}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const cluster = await startCluster({ dir, settings });
  const remove = () => {
    removeDatabase(dir);
    rmSync(dir, { recursive: true, force: true });
  };
  const ends = [remove, () => cluster.stop()];
  const end = async () => {
    for (const each of ends.reverse()) await each();
  };
  try {
    const env = {
      ...process.env,
      ...addresses(cluster, DATABASE),
      ENCIRCLE_DEMO: '1',
      ENCIRCLE_LOG_LEVEL: 'fatal',
    };
    await migrated(env);
    const admin = new pg.Client({ connectionString: cluster.superuserUrl(DATABASE) });
    await admin.connect();
    ends.push(() => admin.end());
    say(`${size.children} children, ${size.cases} cases, ${size.users} users`);
    await waitForTheDisk(admin, false);
    await make(admin, size, { say });
    await waitForTheDisk(admin, true);
    await admin.query('checkpoint');
    const { rows } = await admin.query('show fsync');
    if (rows[0].fsync !== 'on') throw new Error('the database does not wait for the disk');
    return { cluster, admin, env, ends, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function migrated(env) {
  return new Promise((resolve, reject) => {
    const child = fork(inRoot('api/dist/cli.js'), ['prepare', '--bare'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the database was not prepared')),
    );
  });
}

/** Workers who are signed in, each with a case to open and two meetings of today to hold: one for either side. */
export async function signIn(admin, count) {
  const readers = await readersOf(admin, count);
  if (readers.length < count)
    throw new Error(`the world has only ${readers.length} workers with a full list`);
  const signedIn = [];
  for (const reader of readers)
    signedIn.push({ ...reader, ...(await session(admin, reader)), ...(await meetingsToHold(admin, reader)) });
  return signedIn;
}

/** A session of this worker, made as signing in makes it. @returns {Promise<{ token: string, csrf: string }>} */
export async function session(admin, { user, hat }) {
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(32).toString('base64url');
  await admin.query(
    `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
     values ($1, $2, $3, $4, interval '10 hours', clock_timestamp() + interval '10 hours')`,
    [digest(token), user, hat, digest(csrf)],
  );
  return { token, csrf };
}

/** The program as it is built, and the bare server beside it, both ready. */
export async function startBoth({ cluster, env, ends }) {
  const ours = await startServer(withoutPowers({ ...env, ENCIRCLE_POOL_SIZE: String(POOL) }), {
    port: await freePort(),
  });
  ends.push(() => ours.stop());
  const child = fork(inRoot('tools/bench/bare-server.mjs'), [], {
    env: { ...process.env, BARE_DATABASE_URL: cluster.superuserUrl(DATABASE), BARE_POOL_SIZE: String(POOL) },
  });
  ends.push(() => void child.kill());
  const port = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
  });
  return { ours: ours.address, bare: `http://127.0.0.1:${port}` };
}
