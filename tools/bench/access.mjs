import { loadavg } from 'node:os';
import { build } from '../build.mjs';
import { connect, sameRows, timePage, timePlain } from './access-lists.mjs';
import { plansOf } from './access-plans.mjs';
import { COUNTRY, HAMLET, TENTH, makeCountry } from './access-world.mjs';
import { withSessions } from './access-workers.mjs';
import { median, percentile } from './load.mjs';
import { DATABASE, setTheStage } from './stage.mjs';

/** As in use a save waits for the disk; loading writes no more to the log than it must. */
const SETTINGS = {
  shared_buffers: '3GB',
  effective_cache_size: '12GB',
  max_wal_size: '24GB',
  checkpoint_timeout: '1h',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Pages of each worker, of which the middle one counts. */
const REPEATS = 5;
const OF_THE_LARGEST = 60;
/** The plain form takes up to seconds, so fewer are asked. */
const COMPARED = 12;

const GOALS = { page: 4, largest: 15, faster: 25, statements: 30 };

const round = (value, digits = 2) => Number(value.toFixed(digits));

/**
 * The list of cases at the size of a country: how long a page takes in the database, with row-level security on as the
 * guard, that its rows are those of the rule in plain words, and that nothing hot reads a whole table.
 * @returns {Promise<{ figures: Record<string, number>, missed: string[] }>}
 */
export async function benchAccess({ quick, smoke, quiet }) {
  const say = (text) => (quiet ? process.stderr : process.stdout).write(`${text}\n`);
  await build(['shared', 'migrations', 'api']);
  const size = smoke ? HAMLET : quick ? TENTH : COUNTRY;
  const stage = await setTheStage(size, { say, make: makeCountry, settings: smoke ? {} : SETTINGS });
  try {
    return await measureAccess(stage, { size, smoke, say });
  } finally {
    await stage.end();
  }
}

/** The measuring itself, in a world that stands. */
export async function measureAccess(stage, { size, smoke, say }) {
  const workers = await withSessions(stage.admin, smoke ? 20 : 200);
  const clients = await connect(stage, DATABASE);
  try {
    say(`${workers.random.length} workers drawn; load of the machine ${round(loadavg()[0], 1)}`);
    const load = round(loadavg()[0], 1);
    const times = await timesOf(clients, workers);
    say(
      `pages timed: p50 ${times.page_p50_ms} ms, p95 ${times.page_p95_ms} ms, largest p95 ${times.largest_p95_ms} ms`,
    );
    const compared = await comparedWithPlain(clients, workers.random.slice(0, smoke ? 4 : COMPARED));
    say(`compared with the plain form; load of the machine ${round(loadavg()[0], 1)}`);
    let rows = 0;
    const compare = [...workers.random, ...workers.managers, workers.largest];
    for (const worker of compare) rows += await sameRows(clients, worker);
    say(`${rows} rows are those of the plain predicate`);
    const plans = await plansOf(stage, [workers.leader, workers.largest]);
    for (const scan of plans.scans) say(`reads a whole table: ${scan}`);
    for (const path of plans.tooLong) say(`not answered in time: ${path}`);
    const figures = {
      ...size,
      ...times,
      ...compared,
      equal_users: compare.length,
      equal_rows: rows,
      reads: plans.reads,
      reads_too_long: plans.tooLong.length,
      statements: plans.statements,
      scans: plans.scans.length,
      small_scans: plans.smallScans.length,
      load,
    };
    return { figures, missed: missedOf(figures, { smoke, scans: plans.scans }) };
  } finally {
    await clients.end();
  }
}

/**
 * Database time is the time the serving process was at work; the time until the answer was here stands beside it. They are
 * the same on a machine that does nothing else.
 */
async function timesOf({ program }, { random, largest }) {
  for (const worker of random.slice(0, 20)) await timePage(program, worker);
  const middles = [];
  for (const worker of random) {
    const times = [];
    for (let n = 0; n < REPEATS; n += 1) times.push(await timePage(program, worker));
    middles.push({ work: median(times.map(({ work }) => work)), ms: median(times.map(({ ms }) => ms)) });
  }
  const manager = [];
  for (let n = 0; n < OF_THE_LARGEST; n += 1) manager.push(await timePage(program, largest));
  const of = (times, key, share) =>
    round(
      percentile(
        times.map((each) => each[key]),
        share,
      ),
    );
  return {
    page_p50_ms: of(middles, 'work', 0.5),
    page_p95_ms: of(middles, 'work', 0.95),
    page_p50_answered_ms: of(middles, 'ms', 0.5),
    page_p95_answered_ms: of(middles, 'ms', 0.95),
    largest_cases: largest.cases,
    largest_p50_ms: of(manager, 'work', 0.5),
    largest_p95_ms: of(manager, 'work', 0.95),
    largest_p95_answered_ms: of(manager, 'ms', 0.95),
  };
}

/** Turn about, so that both forms meet the same machine. */
async function comparedWithPlain({ program, owner }, workers) {
  const ours = [];
  const plain = [];
  for (const worker of workers) {
    plain.push((await timePlain(owner, worker)).work);
    ours.push((await timePage(program, worker)).work);
  }
  return {
    plain_p50_ms: round(median(plain)),
    compared_p50_ms: round(median(ours)),
    faster: round(median(plain) / median(ours), 1),
  };
}

function missedOf(figures, { smoke, scans }) {
  const missed = [];
  const must = (holds, text) => holds || missed.push(text);
  must(scans.length === 0, `${scans.length} hot statements read a whole protected table, the goal is none`);
  must(figures.statements >= GOALS.statements, `only ${figures.statements} statements were looked at`);
  if (smoke) return missed;
  must(
    figures.page_p95_ms < GOALS.page,
    `a page: p95 ${figures.page_p95_ms} ms, the goal is under ${GOALS.page}`,
  );
  must(
    figures.largest_p95_ms < GOALS.largest,
    `a page of the largest agency: p95 ${figures.largest_p95_ms} ms, the goal is under ${GOALS.largest}`,
  );
  must(
    figures.faster >= GOALS.faster,
    `${figures.faster} times as fast as the plain form, the goal is ${GOALS.faster}`,
  );
  return missed;
}
