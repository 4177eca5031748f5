import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Refusal } from '../terminal.mjs';

/** No background process, no cloud, no screen control: the same on a laptop and on a build machine. */
const QUIET = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NX_ANALYTICS: 'false',
  FORCE_COLOR: '0',
};

/**
 * Builds projects in the order their package.json files ask for; nothing is printed unless it fails.
 * @param {string} root @param {string[]} projects
 */
export function runNxBuild(root, projects) {
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const names = projects.map((project) => `@encircle/${project}`).join(',');
  const args = [nx, 'run-many', '-t', 'build', '-p', names, '--outputStyle=stream', '--parallel=2'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...QUIET },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Refusal(`${output.trim()}\n\nThe build failed.`)),
    );
  });
}
