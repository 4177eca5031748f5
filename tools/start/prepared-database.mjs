import { build } from '../build.mjs';
import { dataFolder } from '../paths.mjs';
import { startCluster } from '../postgres/cluster.mjs';
import { Refusal, say, step } from '../terminal.mjs';
import { prepareDatabase } from './command-line.mjs';
import { addresses } from './embedded.mjs';
import { wantsDemo } from './settings.mjs';

/** Starts the database while the rest is built: the one waits for the disk, the other for the processor. */
async function startDatabaseAndBuild(lifetime, projects) {
  const starting = step('Starting the database', () => startCluster({ dir: dataFolder() }));
  const [cluster] = await Promise.all([lifetime.hold(starting), build(projects)]);
  if (cluster.recovered !== 'clean') say('  The last run did not end properly; the database has recovered.');
  void cluster.ended.then(() => {
    if (!lifetime.ending)
      void lifetime.end(1, 'The database has stopped; see postgres.log in the data folder.');
  });
  return { ...process.env, ...addresses(cluster, 'encircle') };
}

/**
 * A migrated database, ours or the one DATABASE_URL names, and the built program.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {{ projects?: import('../build/projects.mjs').Project[], resetDemo?: boolean }} [options]
 * @returns {Promise<NodeJS.ProcessEnv>} the environment with the addresses
 */
export async function preparedDatabase(lifetime, { projects, resetDemo = false } = {}) {
  const demo = wantsDemo(process.env) ? '1' : '0';
  const own = !process.env.DATABASE_URL;
  const base = own ? await startDatabaseAndBuild(lifetime, projects) : process.env;
  if (!own) await build(projects);
  const env = { ...base, ENCIRCLE_DEMO: demo };
  if (env.MIGRATION_DATABASE_URL) {
    await step('Preparing the database', () =>
      prepareDatabase(env, { resetDemo, signal: lifetime.interrupted }),
    );
  } else if (resetDemo) {
    throw new Refusal('Loading the demo afresh needs MIGRATION_DATABASE_URL beside DATABASE_URL.');
  } else {
    say('MIGRATION_DATABASE_URL is not set: the database is taken as it is.');
  }
  return env;
}
