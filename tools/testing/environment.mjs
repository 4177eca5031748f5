import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { scratchFolder } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { prepareDatabase } from '../start/command-line.mjs';
import { addresses, withoutPowers } from '../start/embedded.mjs';
import { startServer } from '../start/server.mjs';

/** Each test file clones the template; the browser has copies of a database with the demo borough. */
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

/**
 * Starts the built program with the demo borough for the browser, once for each worker: stories move the clock of their
 * database. The logs are kept in `.tmp/e2e-server-1.log` and so on.
 * @param {import('../postgres/cluster.mjs').Cluster} cluster
 * @param {NodeJS.ProcessEnv} env
 * @param {number} workers
 */
export async function startPrograms(cluster, env, workers) {
  await prepareDatabase({ ...env, ...addresses(cluster, DEMO), ENCIRCLE_DEMO: '1' });
  const names = Array.from({ length: workers }, (_, index) => `${DEMO}_${index + 1}`);
  await cloneDatabases(cluster.superuserUrl('postgres'), DEMO, names);
  mkdirSync(scratchFolder, { recursive: true });
  const programs = await Promise.all(names.map((name, index) => startProgram(cluster, env, name, index + 1)));
  const facts = {
    ENCIRCLE_TEST_BASE_URL: programs.map(({ address }) => address).join(' '),
    // Nobody listens there until a story reads mail; what waits is tried again.
    ENCIRCLE_TEST_SMTP_URL: programs.map(({ mail }) => mail).join(' '),
    // The stories move the clock of this database and compare figures with plain SQL.
    ENCIRCLE_TEST_E2E_ADMIN_URL: names.map((name) => cluster.superuserUrl(name)).join(' '),
  };
  return { stop: () => Promise.all(programs.map(({ stop }) => stop())), facts };
}

async function startProgram(cluster, env, database, number) {
  const port = await freePort();
  const output = openSync(join(scratchFolder, `e2e-server-${number}.log`), 'w');
  const mail = `smtp://127.0.0.1:${await freePort()}`;
  const own = { ...env, ...addresses(cluster, database), ENCIRCLE_DEMO: '1', ENCIRCLE_SMTP_URL: mail };
  const { stop } = await startServer(withoutPowers(own), { port, output });
  return { address: `http://127.0.0.1:${port}`, mail, stop };
}

/** Copies a database nobody is connected to, with the rights to connect that a copy does not bring along. */
async function cloneDatabases(superuserUrl, template, names) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const name of names) {
      await client.query(`create database ${name} template ${template} owner encircle_owner`);
      await client.query(`revoke all on database ${name} from public`);
      await client.query(`grant connect on database ${name} to encircle_login, encircle_migrator`);
    }
  } finally {
    await client.end();
  }
}
