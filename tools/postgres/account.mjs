import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The unprivileged id ("nobody" on Linux) that PostgreSQL runs as when we are root, which it refuses to run as. */
export const NOBODY = 65534;

const NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/**
 * How PostgreSQL is started from the account we run as.
 * `direct`: as ourselves. `namespace`: in a user namespace that shows root as `nobody`, so the files stay root's and
 * folders only root may enter work. `switch`: truly as another id, which needs files and folders of that id.
 * @typedef {{ kind: 'direct' } | { kind: 'namespace' } | { kind: 'switch', uid: number, gid: number }} Account
 */

/** @returns {Account} */
export function chooseAccount({ uid = process.getuid?.(), native, parent }) {
  if (uid !== 0) return { kind: 'direct' };
  if (namespaceWorks(native, parent)) return { kind: 'namespace' };
  return { kind: 'switch', uid: NOBODY, gid: NOBODY };
}

/** Some containers refuse user namespaces, and a checkout of another user may not be entered from one: try it. */
function namespaceWorks(native, parent) {
  const probe = join(parent, `.probe-${process.pid}`);
  mkdirSync(probe, { recursive: true });
  const script = '"$1" --version && : > "$2/written"';
  const args = [...NAMESPACE, 'sh', '-c', script, 'probe', join(native, 'bin/postgres'), probe];
  const worked = spawnSync('unshare', args, { stdio: 'ignore' }).status === 0;
  rmSync(probe, { recursive: true, force: true });
  return worked;
}

/**
 * Data made under one id can only be served under that id: root serves an ordinary user's data as that user.
 * @param {Account} chosen @param {string} folder data directory, which may not exist yet @returns {Account}
 */
export function accountForData(chosen, folder) {
  if (chosen.kind === 'direct' || !existsSync(join(folder, 'PG_VERSION'))) return chosen;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? { kind: 'namespace' } : { kind: 'switch', uid, gid };
}

/** @param {Account} account @param {string} command @param {string[]} args */
function wrapped(account, command, args) {
  return account.kind === 'namespace'
    ? { command: 'unshare', args: [...NAMESPACE, command, ...args] }
    : { command, args };
}

const ids = (account) => (account.kind === 'switch' ? { uid: account.uid, gid: account.gid } : {});

/** @param {Account} account as `spawn` of node:child_process */
export function spawnAs(account, command, args, options) {
  const call = wrapped(account, command, args);
  return spawn(call.command, call.args, { ...options, ...ids(account) });
}

/** @param {Account} account as `spawnSync` of node:child_process */
export function spawnSyncAs(account, command, args, options) {
  const call = wrapped(account, command, args);
  return spawnSync(call.command, call.args, { ...options, ...ids(account) });
}

/** Makes a file or folder readable for the account. @param {Account} account @param {string} path */
export function giveTo(account, path) {
  if (account.kind === 'switch') chownSync(path, account.uid, account.gid);
}
