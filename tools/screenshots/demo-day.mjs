import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { scratchFolder } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { prepareDatabase } from '../start/command-line.mjs';
import { addresses, withoutPowers } from '../start/embedded.mjs';
import { startServer } from '../start/server.mjs';
import { step } from '../terminal.mjs';
import { cleanEnvironment } from '../testing/environment.mjs';

const DATABASE = 'app_pictures';

/** The Monday the scenarios are told for, in the middle of a morning. */
export const PICTURE_TIME = '2026-03-16 10:42';

/**
 * The program with the demo as it is on the day of the pictures: the clock is moved before the demo is loaded.
 * @param {import('../postgres/cluster.mjs').Cluster} cluster
 */
export async function startDemoOnItsDay(cluster) {
  const env = { ...cleanEnvironment(), ...addresses(cluster, DATABASE), ENCIRCLE_DEMO: '1' };
  await step('Loading the demo', async () => {
    await prepareDatabase(env, { bare: true });
    await moveClock(cluster.superuserUrl(DATABASE));
    await prepareDatabase(env);
  });
  const port = await freePort();
  mkdirSync(scratchFolder, { recursive: true });
  const output = openSync(join(scratchFolder, 'pictures-server.log'), 'w');
  return step('Starting the program', () => startServer(withoutPowers(env), { port, output }));
}

async function moveClock(connectionString) {
  const admin = new pg.Client({ connectionString });
  await admin.connect();
  try {
    await admin.query(
      `update sec.clock set "offset" = ($1::timestamp at time zone 'Europe/London') - now()`,
      [PICTURE_TIME],
    );
  } finally {
    await admin.end();
  }
}
