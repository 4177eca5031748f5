import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../terminal.mjs';
import { commandLine, endsWithin, isAlive, signal } from '../processes.mjs';

const READY = /^Encircle is ready at (http:\/\/\S+)$/m;
const INSTALLED = /Installing packages: done/;
const START_WITHIN_MS = 15 * 60_000;

/**
 * `npm start` in a clone, followed until it is ready.
 * @typedef {{ address: string, installMs: number | null, readyMs: number, output: () => string,
 *   stop: () => Promise<number | null>, killPrograms: () => Promise<void> }} Running
 * @param {{ clone: string, options: import('node:child_process').SpawnOptions }} stage
 * @param {number} port
 * @returns {Promise<Running>} readyMs: from the end of the installation, or from the start when nothing was installed
 */
export async function npmStart({ clone, options }, port) {
  const since = Date.now();
  const env = { ...options.env, PORT: String(port) };
  const child = spawn('npm', ['start'], {
    ...options,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  let text = '';
  let installedAt = null;
  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal(`not ready in time:\n${text}`)), START_WITHIN_MS);
    const hear = (chunk) => {
      text += chunk;
      if (!installedAt && INSTALLED.test(text)) installedAt = Date.now();
      const found = READY.exec(text);
      if (found) resolve(found[1]);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    void exit.then((code) => reject(new Refusal(`npm start ended with ${code}:\n${text}`)));
    void Promise.allSettled([exit]).then(() => clearTimeout(timer));
  });
  const address = await ready;
  const readyMs = Date.now() - (installedAt ?? since);
  return {
    address,
    installMs: installedAt && installedAt - since,
    readyMs,
    output: () => text,
    // As Ctrl-C in a terminal: the whole group is told.
    stop: async () => {
      signal(-child.pid, 'SIGINT');
      return exit;
    },
    killPrograms: async () => {
      for (const pid of programs(clone)) signal(pid, 'SIGKILL');
      await exit;
    },
  };
}

/** The two Node processes of a running clone: the one that started everything, and the API. */
function programs(clone) {
  const note = JSON.parse(readFileSync(join(clone, '.data/running.json'), 'utf8'));
  return [note.pid, ...childrenOf(note.pid).filter((pid) => commandLine(pid).includes('api/dist/main.js'))];
}

function childrenOf(pid) {
  const tasks = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return tasks.trim().split(' ').filter(Boolean).map(Number);
}

/** Kills the database server of a clone outright. @param {string} clone */
export async function killDatabase(clone) {
  const pid = Number(readFileSync(join(clone, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  if (!isAlive(pid)) throw new Error('the database was not running');
  signal(pid, 'SIGKILL');
  await endsWithin(pid, 10_000);
}
