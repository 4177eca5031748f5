import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, endsWithin, isAlive } from '../processes.mjs';
import { Refusal } from '../terminal.mjs';

const FILE = 'running.json';
const ENDING_WITHIN_MS = 40_000;

/**
 * Who uses a data folder now, or null. A note of a program that was killed does not count.
 * @param {string} folder
 * @returns {{ pid: number, tool: string, address?: string, ending?: boolean } | null}
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

/** A program that is told to stop finishes its requests first; whoever starts the next one need not wait by hand. */
async function letItEnd(holder) {
  return holder?.ending ? endsWithin(holder.pid, ENDING_WITHIN_MS) : false;
}

/** Stops with a message when another program uses the folder and is not about to end. @param {string} folder */
export async function refuseIfUsed(folder) {
  const holder = whoUses(folder);
  if (!holder || (await letItEnd(holder))) return;
  const where = holder.address ? ` at ${holder.address}` : '';
  throw new Refusal(`Encircle already runs on ${folder}${where} (process ${holder.pid}). Stop it first.`);
}

/**
 * Takes a data folder until the lifetime ends; two programs on one database would each stop the other's.
 * @param {string} folder
 * @param {string} tool part of our command line, as "tools/start.mjs"
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {{ address?: string }} [facts] shown to whoever comes second
 */
export async function claim(folder, tool, lifetime, facts = {}) {
  await refuseIfUsed(folder);
  const file = join(folder, FILE);
  const note = { pid: process.pid, tool, ...facts };
  rmSync(file, { force: true });
  write(folder, note, 'wx');
  lifetime.interrupted.addEventListener('abort', () => write(folder, { ...note, ending: true }, 'w'));
  lifetime.add(() => rmSync(file, { force: true }));
}
