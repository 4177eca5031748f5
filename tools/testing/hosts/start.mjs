import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../paths.mjs';

const HOST = join(root, 'tools/testing/hosts/host.mjs');

/** @returns {Promise<{ port: number, child: import('node:child_process').ChildProcess }>} */
function start() {
  return new Promise((resolve, reject) => {
    const child = fork(HOST, { execArgv: ['--enable-source-maps', '--no-warnings'] });
    child.once('message', ({ port }) => resolve({ port, child }));
    child.once('exit', (code) => reject(new Error(`a host of the program ended at its start (${code})`)));
  });
}

/** Starts a host for every Jest worker and tells the workers where they are. */
export default async function startHosts({ maxWorkers }) {
  const hosts = await Promise.all(Array.from({ length: Math.max(1, maxWorkers) }, start));
  for (const { child } of hosts) child.unref();
  globalThis.encircleHosts = hosts.map(({ child }) => child);
  process.env.ENCIRCLE_TEST_HOSTS = hosts.map(({ port }) => port).join(' ');
}
