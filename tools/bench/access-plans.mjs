import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { withoutPowers } from '../start/embedded.mjs';
import { startServer } from '../start/server.mjs';

/** Figures over everything there is are counted by reading everything there is. */
const NOT_HOT = /^\/api\/(reports|openapi|demo)/;
const EPISODE = '{episodeId}';
/** What a list or a search needs to be asked with. */
const ASKED = { '/api/jump': '?q=Given12' };
/** A table smaller than this is read faster than its index, at any size of the country. */
const SMALL_ROWS = 10_000;

/**
 * Runs the program on this database with every plan written to the log, asks each read there is for a list or a case as
 * each of these workers, and looks in the plans of all statements, those inside functions too, for a scan of a whole table.
 * @param {object} stage
 * @param {{ token: string, csrf: string, case: string }[]} workers
 * @returns {Promise<{ statements: number, reads: number, tooLong: string[], scans: string[], smallScans: string[] }>}
 */
export async function plansOf(stage, workers) {
  const { admin, env, cluster } = stage;
  await watch(admin, true);
  const log = join(cluster.folder, 'postgres.log');
  const from = readFileSync(log).length;
  const server = await startServer(withoutPowers(env), { port: await freePort() });
  const tooLong = [];
  let reads = 0;
  try {
    const { paths } = await (await fetch(`${server.address}/api/openapi.json`)).json();
    for (const worker of workers)
      for (const path of hotReads(paths)) {
        const answer = await fetch(
          server.address + path.replace(EPISODE, worker.case) + (ASKED[path] ?? ''),
          { headers: { cookie: `encircle=${worker.token}`, 'x-csrf-token': worker.csrf } },
        );
        await answer.text();
        if (answer.status >= 500) tooLong.push(`${path} for ${worker.role} (${answer.status})`);
        if (answer.status === 200) reads += 1;
      }
  } finally {
    await server.stop();
    await watch(admin, false);
  }
  const plans = plansIn(readFileSync(log).subarray(from).toString());
  return { statements: plans.size, reads, tooLong, ...(await scansIn(admin, plans)) };
}

const hotReads = (paths) =>
  Object.entries(paths)
    .filter(
      ([path, methods]) => methods.get && !NOT_HOT.test(path) && !path.replace(EPISODE, '').includes('{'),
    )
    .map(([path]) => path);

const WATCH = {
  session_preload_libraries: `'auto_explain'`,
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_verbose': 'on',
};

async function watch(admin, on) {
  await admin.query(`load 'auto_explain'`);
  for (const [name, value] of Object.entries(WATCH))
    await admin.query(`alter role encircle_login ${on ? `set ${name} = ${value}` : `reset ${name}`}`);
}

/** Statement to the lines of its plan that read a whole table. */
function plansIn(log) {
  const plans = new Map();
  for (const entry of log.split(/^\d{4}-\d\d-\d\d [^\n]*? LOG:  duration: [\d.]+ ms  plan:\n/m).slice(1)) {
    const lines = entry.split('\n').filter((line) => line.startsWith('\t'));
    const end = lines.findIndex((line) => /\((cost|rows)=/.test(line));
    const statement = lines
      .slice(0, end)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .replace('Query Text: ', '')
      .trim();
    const scanned = [...entry.matchAll(/Seq Scan on (\w+\.\w+)/g)].map(([, table]) => table);
    plans.set(statement, new Set([...(plans.get(statement) ?? []), ...scanned]));
  }
  return plans;
}

async function scansIn(admin, plans) {
  const { rows } = await admin.query(
    `select c.oid::regclass::text as name, c.reltuples::int as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity`,
  );
  const protectedRows = new Map(rows.map(({ name, rows: count }) => [name, count]));
  const scans = [];
  const smallScans = new Set();
  for (const [statement, tables] of plans)
    for (const table of tables) {
      if (!protectedRows.has(table)) continue;
      if (protectedRows.get(table) < SMALL_ROWS) smallScans.add(table);
      else scans.push(`${table}: ${statement.slice(0, 160)}`);
    }
  return { scans, smallScans: [...smallScans] };
}
