import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../paths.mjs';
import { startCluster } from '../postgres/cluster.mjs';
import { movedTo, removeDatabase } from '../postgres/location.mjs';
import { clearAfterKill } from '../postgres/postmaster.mjs';
import { isAlive } from '../processes.mjs';

const FOLDER = join(scratchFolder, 'clusters');

/** Clusters of test runs that were killed: each folder is named after the process that made it. */
async function sweep() {
  for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : []) {
    if (isAlive(Number(name))) continue;
    const dir = join(FOLDER, name);
    await clearAfterKill(join(movedTo(dir) ?? dir, 'postgres'));
    removeDatabase(dir);
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * A fast PostgreSQL for one run of a tool; it and its folder are gone after `stop`.
 * @param {Record<string, string | number>} [settings]
 * @returns {Promise<import('../postgres/cluster.mjs').Cluster>}
 */
export async function temporaryCluster(settings = {}) {
  await sweep();
  const folder = join(FOLDER, String(process.pid));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return startCluster({ dir: folder, temporary: true, settings });
}
