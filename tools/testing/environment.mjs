import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { prepareDatabase } from '../start/command-line.mjs';
import { addresses, withoutPowers } from '../start/embedded.mjs';
import { startServer } from '../start/server.mjs';

/** Each test file clones the template; the browser has a database of its own with the demo borough. */
const TEMPLATE = 'app_template';
const DEMO = 'app_demo';

/** What chooses the worlds that tests generate. */
const CHOSEN = ['ENCIRCLE_SEED', 'ENCIRCLE_WORLDS'];

/** Nothing else of the machine's own settings reaches the tests: they must not touch a real database. */
export function cleanEnvironment(env = process.env) {
  const ours = ([name]) =>
    CHOSEN.includes(name) ||
    !/^(DATABASE_URL|MIGRATION_DATABASE_URL|PORT|NODE_ENV|NODE_OPTIONS|ENCIRCLE_.*|PG[A-Z]+)$/.test(name);
  return {
    ...Object.fromEntries(Object.entries(env).filter(ours)),
    TZ: 'UTC',
    FORCE_COLOR: env.FORCE_COLOR ?? '0',
  };
}

/** Settings the program asks for outside the demo. */
const serious = () => ({
  ENCIRCLE_DEMO: '0',
  ENCIRCLE_SECRET: randomBytes(24).toString('hex'),
  ENCIRCLE_PUBLIC_URL: 'https://encircle.test',
});

/**
 * Migrates the database that test files clone, and says how to reach it.
 * Afterwards nobody is connected to it: PostgreSQL refuses to clone a database in use.
 */
export async function prepareTemplate(cluster, env) {
  const urls = addresses(cluster, TEMPLATE);
  await prepareDatabase({ ...env, ...urls, ...serious() });
  return {
    ENCIRCLE_TEST_SUPERUSER_URL: urls.ENCIRCLE_SUPERUSER_URL,
    ENCIRCLE_TEST_MIGRATOR_URL: urls.MIGRATION_DATABASE_URL,
    ENCIRCLE_TEST_LOGIN_URL: urls.DATABASE_URL,
    ENCIRCLE_TEST_TEMPLATE: TEMPLATE,
  };
}

/** Starts the built program with the demo borough for the browser. Its log is kept in `.tmp/e2e-server.log`. */
export async function startProgram(cluster, env) {
  const urls = addresses(cluster, DEMO);
  const own = { ...env, ...urls, ENCIRCLE_DEMO: '1' };
  await prepareDatabase(own);
  const port = await freePort();
  mkdirSync(scratchFolder, { recursive: true });
  const output = openSync(join(scratchFolder, 'e2e-server.log'), 'w');
  const server = await startServer(withoutPowers(own), { port, output });
  const facts = {
    ENCIRCLE_TEST_BASE_URL: `http://127.0.0.1:${port}`,
    ENCIRCLE_TEST_DEMO_DATABASE: DEMO,
    // The stories move the clock of this database and compare figures with plain SQL.
    ENCIRCLE_TEST_E2E_ADMIN_URL: cluster.superuserUrl(DEMO),
  };
  return { stop: server.stop, facts };
}
