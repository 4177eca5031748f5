import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  commandLine,
  endsWithin,
  isAlive,
  processesWorkingIn,
  signal,
  workingFolder,
} from '../processes.mjs';

const FAST_STOP_MS = 30_000;
const IMMEDIATE_STOP_MS = 5_000;

/**
 * What PostgreSQL wrote into `postmaster.pid` of its data directory, or null when the file is not there.
 * @param {string} data
 * @returns {{ pid: number, port: number, ready: boolean } | null}
 */
export function readPidFile(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** Ids are used again: a process is only taken for the server of `data` when it also works in that folder. */
function serves(pid, data) {
  if (!isAlive(pid)) return false;
  const folder = workingFolder(pid);
  if (folder) return folder === data;
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(basename(data)) && command.includes(data);
}

/** Process id of the server of `data` that is running now, or null. @param {string} data */
export function runningPostmaster(data) {
  const file = readPidFile(data);
  return file && serves(file.pid, data) ? file.pid : null;
}

/**
 * Stops a server: fast (open transactions are rolled back, data is flushed), and if that takes too long, at once;
 * either way nothing committed is lost.
 * @param {number} pid
 */
export async function stopPostmaster(pid) {
  for (const [name, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ]) {
    signal(pid, name);
    if (await endsWithin(pid, patience)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

/**
 * Makes `data` startable after an earlier run ended badly: stops a server left running, and removes a process file
 * whose number now belongs to something else (PostgreSQL would refuse to start because of it).
 * @param {string} data
 * @returns {Promise<'clean' | 'stopped-orphan' | 'removed-stale-file'>}
 */
export async function clearAfterKill(data) {
  const orphan = runningPostmaster(data);
  if (orphan) {
    await stopPostmaster(orphan);
    return 'stopped-orphan';
  }
  const leftover = readPidFile(data);
  if (!leftover) return 'clean';
  // Backends of a killed server end by themselves; starting beside them would damage the data.
  for (const pid of processesWorkingIn(data)) {
    if (!(await endsWithin(pid, FAST_STOP_MS)))
      throw new Error(`A PostgreSQL process (${pid}) still uses ${data}`);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
  return 'removed-stale-file';
}
