import { dataFolder } from './paths.mjs';
import { claim, refuseIfUsed } from './start/claim.mjs';
import { demoSignIns } from './start/command-line.mjs';
import { withoutPowers } from './start/embedded.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { preparedDatabase } from './start/prepared-database.mjs';
import { startServer } from './start/server.mjs';
import { choosePort } from './start/settings.mjs';
import { say, secondsSince, step } from './terminal.mjs';

const TOOL = 'tools/start.mjs';
const started = Date.now();
const lifetime = new Lifetime({
  onSignal: { code: 0, says: 'Stopping: requests are finished first, then the database ...' },
});

lifetime.endWithNpm();

/** Takes the data folder when the database in it is ours. @param {{ address?: string }} [facts] */
async function claimFolder(facts) {
  if (!process.env.DATABASE_URL) await claim(dataFolder(), TOOL, lifetime, facts);
}

async function resetDemo() {
  await claimFolder();
  await preparedDatabase(lifetime, { projects: ['api'], resetDemo: true });
  say('The demo borough has been loaded afresh. npm start shows it.');
  await lifetime.end(0);
}

async function start() {
  if (!process.env.DATABASE_URL) await refuseIfUsed(dataFolder());
  const port = await choosePort(process.env);
  await claimFolder({ address: `http://localhost:${port}` });
  const env = withoutPowers(await preparedDatabase(lifetime));
  const signIns = env.ENCIRCLE_DEMO === '1' ? demoSignIns(env) : Promise.resolve('');
  const starting = step('Starting the API', () => startServer(env, { port }));
  const [server, table] = await Promise.all([lifetime.hold(starting), signIns]);
  void server.ended.then((how) => {
    if (!lifetime.ending) void lifetime.end(1, `The API has stopped by itself (${how}).`);
  });
  say(`\nEncircle is ready at ${server.address}`);
  if (table) say(`\n${table.trimEnd()}`);
  say(`\n(after ${secondsSince(started)}; stop with Ctrl-C)`);
}

await lifetime.run(process.argv.includes('--reset-demo') ? resetDemo : start);
