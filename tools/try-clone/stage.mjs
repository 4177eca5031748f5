import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { NOBODY } from '../postgres/account.mjs';

/**
 * The kinds of user a clone is tried as. As an ordinary user only the last can be tried.
 * @typedef {{ name: string, does: string, private: boolean, uid?: number }} Kind
 * @type {Kind[]}
 */
export const KINDS = [
  { name: 'root', does: 'as root', private: false },
  { name: 'private', does: 'as root, under a folder only root may enter', private: true },
  { name: 'user', does: 'as an ordinary user', private: false, uid: NOBODY },
];

const isRoot = process.getuid?.() === 0;

/** @param {string | undefined} only one kind by name, or all that can be tried here */
export function kindsToTry(only) {
  const here = isRoot ? KINDS : [{ ...KINDS[2], uid: undefined }];
  return only ? here.filter(({ name }) => name === only) : here;
}

/** Hands a tree over, links themselves and not what they point at. */
function give(path, uid) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chownSync(path, uid, uid);
  if (stat.isDirectory()) for (const name of readdirSync(path)) give(join(path, name), uid);
}

/**
 * A clean clone with a home, an empty npm cache and a temporary folder of its own.
 * @param {Kind} kind
 * @returns {{ base: string, clone: string, options: import('node:child_process').SpawnOptions }} how to run in it
 */
export function setStage(kind) {
  const base = mkdtempSync(join(tmpdir(), `encircle-${kind.name}-`));
  const [home, clone, temporary] = ['home', 'home/encircle', 'tmp'].map((name) => join(base, name));
  for (const folder of [home, temporary, join(base, 'npm-cache')]) mkdirSync(folder);
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { stdio: 'inherit' });
  if (kind.uid !== undefined) give(base, kind.uid);
  chmodSync(base, kind.private ? 0o700 : 0o755);
  if (kind.private) chmodSync(home, 0o700);
  const env = ownEnvironment({ HOME: home, TMPDIR: temporary, npm_config_cache: join(base, 'npm-cache') });
  const ids = kind.uid === undefined ? {} : { uid: kind.uid, gid: kind.uid };
  return { base, clone, options: { cwd: clone, env, ...ids } };
}

/** What a person who has just opened a terminal has: nothing of ours, nothing of the npm that runs this tool. */
function ownEnvironment(own) {
  const foreign =
    /^(npm_|ENCIRCLE_|DATABASE_URL$|MIGRATION_DATABASE_URL$|PG[A-Z]+$|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|CHROMIUM_PATH$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), ...own };
}
