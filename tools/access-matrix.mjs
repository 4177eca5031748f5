import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { report, say, step } from './terminal.mjs';
import { cleanEnvironment, prepareTemplate } from './testing/environment.mjs';
import { runTier } from './testing/jest-run.mjs';
import { temporaryCluster } from './testing/temporary-cluster.mjs';

/**
 * `npm run access:matrix` compares what every route answers to everybody with the tables of docs/access, as the tests do;
 * with `-- --write` it keeps what is so now. The change of the tables is what a reviewer reads.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const lifetime = new Lifetime({ onSignal: { code: 130, says: 'Stopping ...' } });

async function run() {
  const [cluster] = await Promise.all([
    lifetime.hold(step('Starting a database', () => temporaryCluster())),
    build(['api']),
  ]);
  const env = await step('Preparing it', () => prepareTemplate(cluster, cleanEnvironment()));
  const asked = values.write ? { ENCIRCLE_ACCESS_MATRIX: 'write' } : {};
  return runTier({ name: 'access', workers: 2 }, ['test/access/matrix'], { ...env, ...asked });
}

await lifetime.run(async () => {
  const totals = await run().catch((error) => {
    if (!lifetime.ending) report(error);
    return { passed: 0, failed: 1 };
  });
  await lifetime.close();
  if (values.write && totals.failed === 0)
    say('Written: docs/access. Look at what changed before you commit it.');
  await lifetime.end(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
});
