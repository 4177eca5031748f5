import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: every path the tools use starts here. */
export const root = resolve(fileURLToPath(import.meta.url), '../..');

/** @param {string[]} parts path below the checkout */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * The folder of everything the running program keeps: database, passwords, remembered port.
 * `ENCIRCLE_DATA_DIR` moves it, for example to a disk with a backup.
 */
export function dataFolder(env = process.env) {
  return env.ENCIRCLE_DATA_DIR ? resolve(root, env.ENCIRCLE_DATA_DIR) : inRoot('.data');
}

/** Scratch space: may be deleted at any time when nothing runs. */
export const scratchFolder = inRoot('.tmp');
