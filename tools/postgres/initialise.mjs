import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveTo, spawnAs } from './account.mjs';
import { binary } from './binaries.mjs';

/** English names in their order on any machine: ICU brings its own rules, the system's may be missing. */
const OPTIONS = [
  '--username=postgres',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=en-GB',
  '--encoding=UTF8',
  '--data-checksums',
  '--auth=scram-sha-256',
];

export const isInitialised = (data) => existsSync(join(data, 'PG_VERSION'));

/**
 * Creates the data directory. It is made under another name and renamed when complete, so that an interrupted
 * creation is never taken for a database.
 * @param {import('./location.mjs').Place} place
 * @param {{ password: string, sync: boolean }} options
 */
export async function initialise({ native, data, account }, { password, sync }) {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  giveTo(account, unfinished);
  // Beside the data, where the account can go: the folder for temporary files may be root's alone.
  const passwordFile = writePassword(account, dirname(data), password);
  try {
    const args = [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      ...OPTIONS,
      ...(sync ? [] : ['--no-sync']),
    ];
    await run(account, binary(native, 'initdb'), args);
  } finally {
    rmSync(dirname(passwordFile), { recursive: true, force: true });
  }
  renameSync(unfinished, data);
}

function writePassword(account, parent, password) {
  const folder = mkdtempSync(join(parent, '.initdb-'));
  const file = join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  giveTo(account, folder);
  giveTo(account, file);
  return file;
}

function run(account, command, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const child = spawnAs(account, command, args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb failed:\n${output.trim()}`)),
    );
  });
}
