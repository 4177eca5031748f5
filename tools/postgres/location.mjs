import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { Refusal } from '../terminal.mjs';
import { NOBODY, accountForData, chooseAccount } from './account.mjs';
import { installedPostgres } from './binaries.mjs';

/** Where `nobody` can work when it may not enter the checkout; the first that can be made is taken. */
const OUTSIDE = ['/var/lib/encircle', '/var/tmp/encircle'];

/**
 * Where the database of a data folder lives and how it is run.
 * @typedef {{ native: string, data: string, account: import('./account.mjs').Account }} Place
 */

/**
 * Settles the place for `folder` (normally `.data`). The file `WHERE` in it names another folder when the database
 * could not be kept inside, and is obeyed ever after.
 * @param {string} folder
 * @param {{ uid?: number, forceSwitch?: boolean }} [options] forceSwitch: behave as where namespaces are refused
 * @returns {Place}
 */
export function settlePlace(folder, { uid, forceSwitch = false } = {}) {
  makeOurs(folder);
  const native = installedPostgres();
  const moved = movedTo(folder);
  if (moved) return outside(moved, native);
  const data = join(folder, 'postgres');
  const chosen = forceSwitch
    ? { kind: 'switch', uid: NOBODY, gid: NOBODY }
    : chooseAccount({ uid, native, parent: folder });
  const account = accountForData(chosen, data);
  if (account.kind !== 'switch' || existsSync(join(data, 'PG_VERSION'))) return { native, data, account };
  const elsewhere = makeOutsideFolder(folder);
  writeFileSync(join(folder, 'WHERE'), `${elsewhere}\n`);
  return outside(elsewhere, native);
}

function makeOurs(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be used (${error.code}). It may belong to another user: start as that user, or set ENCIRCLE_DATA_DIR to a folder of your own.`,
    );
  }
}

/** The folder named by the file WHERE, or null. @param {string} folder */
export function movedTo(folder) {
  const file = join(folder, 'WHERE');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** @returns {Place} */
function outside(elsewhere, native) {
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const account = { kind: 'switch', uid: NOBODY, gid: NOBODY };
  const data = join(elsewhere, 'postgres');
  return { native: enterable(native, account, elsewhere), data, account: accountForData(account, data) };
}

function makeOutsideFolder(folder) {
  const name = createHash('sha256').update(`${root}\0${folder}`).digest('hex').slice(0, 12);
  for (const base of OUTSIDE) {
    try {
      mkdirSync(join(base, name), { recursive: true, mode: 0o755 });
      return join(base, name);
    } catch {
      continue;
    }
  }
  throw new Error(
    `The database needs a folder outside ${folder}, and none of ${OUTSIDE.join(', ')} can be written`,
  );
}

/** The programs themselves if the account may run them where npm put them, else a copy it may run. */
function enterable(native, account, elsewhere) {
  const runs = spawnSync(join(native, 'bin/postgres'), ['--version'], { uid: account.uid, gid: account.gid });
  if (runs.status === 0) return native;
  const version = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version;
  const copy = join(elsewhere, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}

/** Removes the database of a data folder, wherever it lives. The cluster must not run. @param {string} folder */
export function removeDatabase(folder) {
  const moved = movedTo(folder);
  rmSync(moved ?? join(folder, 'postgres'), { recursive: true, force: true });
  rmSync(join(folder, 'WHERE'), { force: true });
}
