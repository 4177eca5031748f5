import { build } from './build.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { report, say, secondsSince, step } from './terminal.mjs';
import { findBrowser } from './testing/browser.mjs';
import { cleanEnvironment, prepareTemplate, startPrograms } from './testing/environment.mjs';
import { runTier } from './testing/jest-run.mjs';
import { temporaryCluster } from './testing/temporary-cluster.mjs';
import { chooseTiers } from './testing/tiers.mjs';
import { add } from './testing/totals.mjs';

const started = Date.now();
const lifetime = new Lifetime({ onSignal: { code: 130, says: 'Stopping the tests ...' } });
const { tiers, rest } = chooseTiers(process.argv.slice(2));

/** Everything the tiers need, said step by step. @returns {Promise<NodeJS.ProcessEnv>} what the tests are told */
async function setUp(needs) {
  const env = cleanEnvironment();
  if (!needs.has('template')) return env;
  const [cluster] = await Promise.all([
    lifetime.hold(step('Starting a database for the tests', () => temporaryCluster())),
    build(needs.has('program') ? undefined : ['api']),
  ]);
  Object.assign(
    env,
    await step('Preparing the test database', () => prepareTemplate(cluster, cleanEnvironment())),
  );
  if (!needs.has('program')) return env;
  Object.assign(env, await findBrowser());
  const programs = Math.max(
    ...tiers.filter((tier) => tier.needs.includes('program')).map(({ workers }) => workers),
  );
  const starting = step('Starting the programs for the browser', () =>
    startPrograms(cluster, cleanEnvironment(), programs),
  );
  const { facts } = await lifetime.hold(starting);
  return Object.assign(env, facts);
}

async function test() {
  const env = await setUp(new Set(tiers.flatMap(({ needs }) => needs)));
  const all = [];
  for (const tier of tiers) {
    const since = Date.now();
    say(`\n=== ${tier.name}: ${tier.does}`);
    const totals = await runTier(tier, rest, env);
    all.push(totals);
    say(`=== ${tier.name}: ${totals.passed} passed, ${totals.failed} failed in ${secondsSince(since)}`);
  }
  return add(all);
}

/** A set-up that fails is a failure like another: the last line is always the count. */
async function testOrFail() {
  try {
    return await test();
  } catch (error) {
    if (!lifetime.ending) report(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

await lifetime.run(async () => {
  const totals = await testOrFail();
  const clean = await lifetime.close();
  if (totals.skipped > 0) say(`\n${totals.skipped} tests were left out on this machine.`);
  say(`\nTook ${secondsSince(started)}`);
  const failed = totals.failed + (clean ? 0 : 1);
  say(`${totals.passed} passed, ${failed} failed`);
  await lifetime.end(failed > 0 || totals.passed === 0 ? 1 : 0);
});
