import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const FILE = 'secrets.json';

/** What is kept between runs beside the database: passwords and the port. @param {string} folder */
function read(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/** @param {string} folder data folder @param {string} name @returns {any} undefined when never kept */
export const recall = (folder, name) => read(folder)[name];

/**
 * Keeps a value, readable by the owner of the folder only; written whole or not at all.
 * @template T
 * @param {string} folder @param {string} name @param {T} value
 * @returns {T}
 */
export function keep(folder, name, value) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify({ ...read(folder), [name]: value }, null, 2)}\n`, {
    mode: 0o600,
  });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
  return value;
}

/** A random secret, made the first time it is asked for. @param {string} folder @param {string} name */
export function secret(folder, name) {
  return recall(folder, name) ?? keep(folder, name, randomBytes(24).toString('hex'));
}
