import { dataFolder } from './paths.mjs';
import { build } from './build.mjs';
import { recall } from './kept-state.mjs';
import { startCluster } from './postgres/cluster.mjs';
import { auditCommand } from './start/command-line.mjs';
import { claim, whoUses } from './start/claim.mjs';
import { addresses } from './start/embedded.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { Refusal } from './terminal.mjs';

/**
 * `npm run audit:verify` and `npm run audit:export`: on the database MIGRATION_DATABASE_URL names, on a dump (`--csv`), or
 * on the embedded one, which is started for it when the program does not run. Ends with 0: OK, 1: found something, 2: could
 * not be verified.
 */
const TOOL = 'tools/audit.mjs';
const [command, ...args] = process.argv.slice(2);
const lifetime = new Lifetime({ onSignal: { code: 2 } });

async function environment() {
  if (process.env.MIGRATION_DATABASE_URL || args.includes('--csv')) return process.env;
  if (process.env.DATABASE_URL)
    throw new Refusal(
      'The running role may not read the log. Set MIGRATION_DATABASE_URL, or verify a dump: --csv file',
    );
  const folder = dataFolder();
  const kept = recall(folder, 'superuserPassword');
  const port = recall(folder, 'port');
  if (!kept) throw new Refusal(`There is no database in ${folder} yet. npm start makes one.`);
  if (whoUses(folder)) {
    const superuserUrl = (database) => `postgres://postgres:${kept}@127.0.0.1:${port}/${database}`;
    return { ...process.env, ...addresses({ folder, host: '127.0.0.1', port, superuserUrl }, 'encircle') };
  }
  await claim(folder, TOOL, lifetime);
  const cluster = await lifetime.hold(startCluster({ dir: folder }));
  return { ...process.env, ...addresses(cluster, 'encircle') };
}

await lifetime.run(async () => {
  await build(['api']);
  const env = await environment();
  await lifetime.end(await auditCommand(`audit-${command}`, args, env));
});
