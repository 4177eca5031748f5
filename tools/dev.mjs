import { spawn } from 'node:child_process';
import { dataFolder, inRoot, root } from './paths.mjs';
import { endsWithin, signal } from './processes.mjs';
import { claim } from './start/claim.mjs';
import { withoutPowers } from './start/embedded.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { preparedDatabase } from './start/prepared-database.mjs';
import { choosePort } from './start/settings.mjs';
import { say } from './terminal.mjs';

const TSC = inRoot('node_modules/ts7/bin/tsc');
const VITE = inRoot('web/node_modules/vite/bin/vite.js');
const STOP_WITHIN_MS = 10_000;

const lifetime = new Lifetime({ onSignal: { code: 0, says: 'Stopping ...' } });
lifetime.endWithNpm();

/** Starts a part that runs until the end, each line of it marked with its name. */
function keepRunning(name, args, { env = process.env, cwd = root } = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      for (const line of text.split('\n').filter((line) => line.trim())) say(`${name.padEnd(10)} ${line}`);
    });
  }
  lifetime.add(async () => {
    // Its whole group: the compiler and the watcher have processes of their own.
    signal(-child.pid, 'SIGTERM');
    if (!(await endsWithin(child.pid, STOP_WITHIN_MS))) signal(-child.pid, 'SIGKILL');
  });
  child.once('exit', (code, how) => {
    if (!lifetime.ending) void lifetime.end(1, `${name} has stopped (${how ?? code}).`);
  });
}

async function develop() {
  const port = await choosePort(process.env);
  if (!process.env.DATABASE_URL) {
    await claim(dataFolder(), 'tools/dev.mjs', lifetime, { address: `http://localhost:${port}` });
  }
  const env = withoutPowers(await preparedDatabase(lifetime, { projects: ['api'] }));
  for (const project of ['shared', 'migrations', 'api']) {
    keepRunning(project, [TSC, '-p', project, '--watch', '--preserveWatchOutput']);
  }
  const watched = ['api/dist', 'shared/dist'].map((folder) => `--watch-path=${inRoot(folder)}`);
  keepRunning(
    'server',
    [...watched, '--watch-preserve-output', '--enable-source-maps', inRoot('api/dist/main.js')],
    {
      env: { ...env, PORT: String(port) },
    },
  );
  keepRunning('screen', [VITE], {
    cwd: inRoot('web'),
    env: { ...process.env, ENCIRCLE_API: `http://localhost:${port}` },
  });
  say('\nThe screen with reload is at http://localhost:5173; a new migration needs npm run dev once more.\n');
}

await lifetime.run(develop);
