import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, scratchFolder } from '../paths.mjs';
import { count } from './totals.mjs';

const LONGEST_FIRST = join(root, 'tools/testing/longest-first.mjs');

/**
 * Runs one tier in a Jest of its own and shows what it says as it says it.
 * @param {{ name: string, workers: number, chapters?: boolean }} tier
 * @param {string[]} rest further words for Jest, as a path or `-t name`
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runTier({ name, workers, chapters = false }, rest, env) {
  const results = join(scratchFolder, 'results', `${name}.json`);
  mkdirSync(join(scratchFolder, 'results'), { recursive: true });
  rmSync(results, { force: true });
  // Whatever follows --selectProjects is taken for a project, so it comes last.
  const options = [
    '--ci',
    `--maxWorkers=${workers}`,
    '--json',
    `--outputFile=${results}`,
    ...(chapters ? [`--testSequencer=${LONGEST_FIRST}`] : []),
    '--selectProjects',
    name,
  ];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, ...rest, ...options];
  await new Promise((resolve, reject) => {
    // Its JSON goes to the file; reports go to the error stream.
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', resolve);
  });
  return count(readResults(results));
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
