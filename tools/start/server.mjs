import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from '../paths.mjs';
import { endsWithin, signal } from '../processes.mjs';
import { Refusal } from '../terminal.mjs';

const READY_WITHIN_MS = 120_000;
const DRAIN_WITHIN_MS = 20_000;

/**
 * The running API, which serves the screen as well.
 * @typedef {{ address: string, ended: Promise<string>, stop: () => Promise<void> }} Server
 */

/**
 * Starts the built API and waits until it says it is ready.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ port: number, output?: 'inherit' | number }} options output: where its log goes
 * @returns {Promise<Server>}
 */
export async function startServer(env, { port, output = 'inherit' }) {
  const watch = pathToFileURL(inRoot('tools/start/end-with-parent.mjs')).href;
  const child = spawn(
    process.execPath,
    ['--import', watch, '--enable-source-maps', inRoot('api/dist/main.js')],
    {
      cwd: root,
      env: { ENCIRCLE_WEB_DIR: inRoot('web/dist'), ...env, PORT: String(port) },
      // A group of its own: Ctrl-C reaches us only, and we stop first the API, then the database.
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, name) => resolve(name ?? `exit code ${code}`));
  });
  const stop = () => stopServer(child);
  try {
    await untilReady(port, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://localhost:${port}`, ended, stop };
}

async function untilReady(port, ended) {
  const deadline = Date.now() + READY_WITHIN_MS;
  let end = null;
  void ended.then((how) => (end = how));
  while (Date.now() < deadline) {
    if (end) throw new Refusal(`The API stopped while starting (${end}). What it said is above.`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(50);
  }
  throw new Refusal(`The API was not ready within ${READY_WITHIN_MS / 1000} s.`);
}

async function stopServer(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode) return;
  signal(child.pid, 'SIGTERM');
  if (await endsWithin(child.pid, DRAIN_WITHIN_MS)) return;
  signal(child.pid, 'SIGKILL');
  await endsWithin(child.pid, DRAIN_WITHIN_MS);
}
