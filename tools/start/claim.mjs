import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from '../processes.mjs';
import { Refusal } from '../terminal.mjs';

const FILE = 'running.json';

/**
 * Who uses a data folder now, or null. A note of a program that was killed does not count.
 * @param {string} folder
 * @returns {{ pid: number, tool: string, address?: string } | null}
 */
export function whoUses(folder) {
  try {
    const note = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    return isAlive(note.pid) && commandLine(note.pid).includes(note.tool) ? note : null;
  } catch {
    return null;
  }
}

function write(folder, note, flag) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, FILE), `${JSON.stringify(note)}\n`, { mode: 0o600, flag });
}

/** Stops with a message when another program uses the folder. @param {string} folder */
export function refuseIfUsed(folder) {
  const holder = whoUses(folder);
  if (!holder) return;
  const where = holder.address ? ` at ${holder.address}` : '';
  throw new Refusal(`Encircle already runs on ${folder}${where} (process ${holder.pid}). Stop it first.`);
}

/**
 * Takes a data folder for this process; two programs on one database would each stop the other's.
 * @param {string} folder
 * @param {string} tool part of our command line, as "tools/start.mjs"
 * @param {{ address?: string }} [facts] shown to whoever comes second
 * @returns {() => void} gives the folder back
 */
export function claim(folder, tool, facts = {}) {
  refuseIfUsed(folder);
  const file = join(folder, FILE);
  rmSync(file, { force: true });
  write(folder, { pid: process.pid, tool, ...facts }, 'wx');
  return () => rmSync(file, { force: true });
}
