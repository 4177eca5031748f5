import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { startCluster } from './postgres/cluster.mjs';

/**
 * Compares entities with a freshly migrated database, and indexes, policies and grants with the committed dump.
 * `npm run db:drift -- --write` writes the dump anew, to be read by a person before it is committed.
 */
const GOLDEN = join(root, 'migrations', 'guards.golden.txt');

const { createRolesAndDatabase, drift, ENTITIES, guardsDump, migrate, migratingDataSource } =
  await import('../api/dist/testing.js');
const cluster = await startCluster({ dir: mkdtempSync(join(tmpdir(), 'encircle-drift-')), temporary: true });
try {
  const url = (user) => `postgres://${user}:drift@${cluster.host}:${cluster.port}/drift`;
  await createRolesAndDatabase(
    cluster.superuserUrl('postgres'),
    url('encircle_migrator'),
    url('encircle_login'),
  );
  await migrate(url('encircle_migrator'));
  const source = migratingDataSource(url('encircle_migrator'), [...ENTITIES]);
  await source.initialize();
  const differences = await drift(source);
  const dump = await guardsDump(source);
  await source.destroy();
  if (process.argv.includes('--write')) writeFileSync(GOLDEN, dump);
  const committed = readFileSync(GOLDEN, 'utf8');
  if (committed !== dump) differences.push(...changedLines(committed, dump));
  for (const line of differences) process.stdout.write(`${line}\n`);
  process.stdout.write(differences.length === 0 ? 'No drift\n' : `${differences.length} differences\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await cluster.stop();
}

function changedLines(before, after) {
  const [old, now] = [new Set(before.split('\n')), new Set(after.split('\n'))];
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `only in the committed dump: ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `only in the database: ${line}`),
  ];
}
