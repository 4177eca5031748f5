import { spawn } from 'node:child_process';
import { inRoot, root } from '../paths.mjs';
import { Refusal } from '../terminal.mjs';

const CLI = inRoot('api/dist/cli.js');

function run(args, env, stdio, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: root, env, stdio, signal });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(new Refusal(`api/dist/cli.js ${args.join(' ')} ended with ${code}. What it said is above.`));
    });
  });
}

/**
 * Creates roles and database where we may, migrates, and loads the demo on the first run. Says itself what it does.
 * @param {NodeJS.ProcessEnv} env with the addresses
 * @param {{ bare?: boolean, resetDemo?: boolean, signal?: AbortSignal }} [options] bare: without the demo
 */
export function prepareDatabase(env, { bare = false, resetDemo = false, signal } = {}) {
  return run(
    ['prepare', ...(bare ? ['--bare'] : []), ...(resetDemo ? ['--reset-demo'] : [])],
    env,
    ['ignore', 'inherit', 'inherit'],
    signal,
  );
}

/** The table of demo sign-ins, ready to print. @param {NodeJS.ProcessEnv} env @returns {Promise<string>} */
export function demoSignIns(env) {
  return run(['demo-sign-ins'], env, ['ignore', 'pipe', 'inherit']);
}

/**
 * Verifies or exports the audit log. What it finds is its output; the code says whether it held.
 * @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} 0, 1 or 2
 */
export function auditCommand(name, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, name, ...args], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 2));
  });
}
