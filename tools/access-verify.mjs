import pg from 'pg';
import { dataFolder } from './paths.mjs';
import { recall } from './kept-state.mjs';
import { startCluster } from './postgres/cluster.mjs';
import { Refusal, report } from './terminal.mjs';

/**
 * `npm run access:verify` works out again whatever is kept for lists and guards (who finds which case in a list, until
 * when a line or a place may be read, search keys) and names every difference. It asks the database of
 * `MIGRATION_DATABASE_URL`, or the one kept in the data folder, running or not.
 */
const DATABASE = 'encircle';

async function connect(url) {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  return client;
}

/** @returns {Promise<{ client: pg.Client, end: () => Promise<void> }>} */
async function open() {
  const given = process.env.MIGRATION_DATABASE_URL;
  if (given) {
    const client = await connect(given);
    return { client, end: () => client.end() };
  }
  const folder = dataFolder();
  const password = recall(folder, 'superuserPassword');
  if (!password) throw new Refusal('There is no database yet: npm start makes one.');
  const running = await connect(
    `postgres://postgres:${password}@127.0.0.1:${recall(folder, 'port')}/${DATABASE}`,
  ).catch(() => null);
  if (running) return { client: running, end: () => running.end() };
  const cluster = await startCluster({ dir: folder });
  const client = await connect(cluster.superuserUrl(DATABASE));
  return { client, end: () => client.end().then(() => cluster.stop()) };
}

async function main() {
  const { verifyMaterialised } = await import('./access/verify.mjs');
  const { client, end } = await open();
  try {
    const results = await verifyMaterialised(client);
    for (const { name, kept, differences, examples } of results) {
      process.stdout.write(`${name}: ${kept} rows, ${differences} differences\n`);
      for (const example of examples) process.stdout.write(`  ${example}\n`);
    }
    const differences = results.reduce((sum, each) => sum + each.differences, 0);
    process.stdout.write(
      `checked=${results.length} rows=${results.reduce((sum, each) => sum + each.kept, 0)} differences=${differences}\n`,
    );
    process.exitCode = differences === 0 ? 0 : 1;
  } finally {
    await end();
  }
}

main().catch(report);
