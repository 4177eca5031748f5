import { createInterface } from 'node:readline/promises';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.mjs';
import { movedTo, removeDatabase } from './postgres/location.mjs';
import { clearAfterKill } from './postgres/postmaster.mjs';
import { claim } from './start/claim.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { Refusal, say } from './terminal.mjs';

const lifetime = new Lifetime({ onSignal: { code: 130 } });

async function agreed(folder) {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY)
    throw new Refusal('Nobody is here to ask. To remove the database without being asked: --yes');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`Remove the database in ${folder} with everything in it? Type yes: `);
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function reset() {
  if (process.env.DATABASE_URL) {
    throw new Refusal('DATABASE_URL is set. Only the embedded database is removed here, never another.');
  }
  const folder = dataFolder();
  await claim(folder, 'tools/db-reset.mjs', lifetime);
  if (!(await agreed(folder))) return say('Nothing was removed.');
  await clearAfterKill(join(movedTo(folder) ?? folder, 'postgres'));
  removeDatabase(folder);
  rmSync(join(folder, 'secrets.json'), { force: true });
  say('The database is gone. npm start makes a new one.');
}

await lifetime.run(async () => {
  await reset();
  await lifetime.end(0);
});
