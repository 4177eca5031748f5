import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprints } from './build/fingerprints.mjs';
import { PROJECTS, withNeeds } from './build/projects.mjs';
import { runNxBuild } from './build/run-nx.mjs';
import { removeStaleOutput } from './build/stale-output.mjs';
import { root, scratchFolder } from './paths.mjs';
import { report, say, step } from './terminal.mjs';

const STAMP = join(scratchFolder, 'built.json');

function builtBefore() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Builds what changed since the last build. Nx alone would take seconds to find that nothing did.
 * @param {import('./build/projects.mjs').Project[]} [wanted] all when left out
 * @returns {Promise<string[]>} the projects that were built
 */
export async function build(wanted = Object.keys(PROJECTS)) {
  const now = fingerprints(root);
  const before = builtBefore();
  const inDate = (name) => before[name] === now[name] && existsSync(join(root, PROJECTS[name].output));
  const stale = withNeeds(wanted).filter((name) => !inDate(name));
  if (stale.length === 0) return [];
  await step(`Building ${stale.join(', ')}`, () => runNxBuild(root, stale));
  for (const name of stale.filter((name) => name !== 'web')) {
    removeStaleOutput(join(root, name, 'src'), join(root, PROJECTS[name].output));
  }
  mkdirSync(scratchFolder, { recursive: true });
  const fresh = Object.fromEntries(stale.map((name) => [name, now[name]]));
  writeFileSync(STAMP, JSON.stringify({ ...builtBefore(), ...fresh }));
  return stale;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build()
    .then((built) => built.length === 0 && say('Nothing has changed since the last build.'))
    .catch(report);
}
