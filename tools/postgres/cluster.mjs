import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { freePort, isFree } from '../ports.mjs';
import { keep, recall } from '../kept-state.mjs';
import { Refusal } from '../terminal.mjs';
import { spawnAs } from './account.mjs';
import { binary } from './binaries.mjs';
import { initialise, isInitialised } from './initialise.mjs';
import { removeDatabase, settlePlace } from './location.mjs';
import { clearAfterKill, readPidFile, stopPostmaster } from './postmaster.mjs';
import { settingArguments } from './settings.mjs';

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

/**
 * A running PostgreSQL of ours.
 * @typedef {object} Cluster
 * @property {string} folder where its data and passwords are kept
 * @property {string} host
 * @property {number} port
 * @property {string} recovered what had to be cleared first: 'clean', 'stopped-orphan' or 'removed-stale-file'
 * @property {(database: string) => string} superuserUrl
 * @property {Promise<void>} ended resolves when the server is gone, wanted or not
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PostgreSQL on the data in `dir`, creating it the first time.
 * @param {object} options
 * @param {string} options.dir folder that holds the data, the log and what is kept about it
 * @param {boolean} [options.temporary] for tests: fast, unsafe, removed by `stop`
 * @param {Record<string, string | number>} [options.settings] further PostgreSQL settings
 * @param {boolean} [options.forceSwitch] behave as where user namespaces are refused
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ dir, temporary = false, settings = {}, forceSwitch = false }) {
  const place = settlePlace(dir, { forceSwitch });
  const password = superuserPassword(dir, isInitialised(place.data));
  if (!isInitialised(place.data)) await initialise(place, { password, sync: !temporary });
  const recovered = await clearAfterKill(place.data);
  const port = await choosePort(dir);
  const logFile = join(dir, 'postgres.log');
  const child = launch(place, settingArguments({ temporary, port, settings }), logFile);
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  await untilReady(place.data, child, logFile);
  const stop = async () => {
    await stopPostmaster(child.pid);
    if (temporary) removeTemporary(dir);
  };
  const superuserUrl = (database) => `postgres://postgres:${password}@${HOST}:${port}/${database}`;
  return { folder: dir, host: HOST, port, recovered, superuserUrl, ended, stop };
}

function superuserPassword(dir, initialised) {
  const kept = recall(dir, 'superuserPassword');
  if (!kept && initialised) {
    throw new Refusal(
      `The database in ${dir} has no password any more (secrets.json is missing). Restore that file, or remove the data with: npm run db:reset`,
    );
  }
  return kept ?? keep(dir, 'superuserPassword', randomBytes(24).toString('hex'));
}

/** The port of last time when it is free, so that an address once noted stays good. */
async function choosePort(dir) {
  const last = recall(dir, 'port');
  if (last && (await isFree(last, HOST))) return last;
  return keep(dir, 'port', await freePort(HOST));
}

function launch({ native, data, account }, args, logFile) {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  // Detached: Ctrl-C goes to the whole process group, and the database must outlive the program's last requests.
  const options = {
    cwd: '/',
    detached: true,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
  };
  const child = spawnAs(account, binary(native, 'postgres'), ['-D', data, ...args], options);
  child.unref();
  closeSync(log);
  return child;
}

async function untilReady(data, child, logFile) {
  const deadline = Date.now() + READY_WITHIN_MS;
  let failure = null;
  child.once('error', (error) => (failure = error));
  for (;;) {
    const file = readPidFile(data);
    if (file?.pid === child.pid && file.ready) return;
    if (failure || child.exitCode !== null || child.signalCode)
      throw new Error(startFailure(logFile, failure));
    if (Date.now() > deadline) {
      await stopPostmaster(child.pid);
      throw new Error(startFailure(logFile, new Error('it was not ready within a minute')));
    }
    await pause(20);
  }
}

function startFailure(logFile, cause) {
  const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  return `PostgreSQL did not start${cause ? `: ${cause.message}` : ''}. Last lines of ${logFile}:\n${tail}`;
}

function removeTemporary(dir) {
  removeDatabase(dir);
  rmSync(dir, { recursive: true, force: true });
}
