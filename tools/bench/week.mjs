import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { build } from '../build.mjs';
import { freePort } from '../ports.mjs';
import { withoutPowers } from '../start/embedded.mjs';
import { startServer } from '../start/server.mjs';
import { percentile } from './load.mjs';
import { session, setTheStage } from './stage.mjs';
import { FEW, LARGE, makeWeeks, peopleOfTheWeek } from './week-world.mjs';
import { FULL, SMALL } from './world.mjs';

const TIMES = 60;
/** A statement is planned on a connection's first uses; a page opened later finds it planned. */
const WARM_UP = 12;
const GOAL_MS = 300;

const round = (value) => Number(value.toFixed(1));

/**
 * My week at the scale of `bench -- http`: how long the page takes for somebody who leads 40 cases and for a manager of 1,320.
 * The clock says what a person waits; what the database was at work does not count what else runs on the machine.
 * @returns {Promise<{ figures: Record<string, number>, missed: string[] }>}
 */
export async function benchWeek({ quick, quiet }) {
  const say = (text) => (quiet ? process.stderr : process.stdout).write(`${text}\n`);
  await build(['shared', 'migrations', 'api']);
  const stage = await setTheStage(quick ? SMALL : FULL, { say, make: makeWeeks(quick ? FEW : LARGE) });
  try {
    const port = await freePort();
    const server = await startServer(
      withoutPowers({ ...stage.env, ENCIRCLE_POOL_SIZE: '2', ENCIRCLE_WORKER: '0' }),
      { port },
    );
    stage.ends.push(() => server.stop());
    return await measureWeek(stage.admin, `http://127.0.0.1:${port}`, {
      times: quick ? 5 : TIMES,
      quick,
      say,
    });
  } finally {
    await stage.end();
  }
}

/** The measuring itself, in a world that stands behind a server. */
export async function measureWeek(admin, url, { times, quick, say }) {
  const figures = { load: round(loadavg()[0]) };
  const missed = [];
  for (const [who, worker] of Object.entries(await peopleOfTheWeek(admin))) {
    const { token } = await session(admin, worker);
    const page = async () => {
      const began = performance.now();
      const answer = await fetch(`${url}/api/my/week`, { headers: { cookie: `encircle=${token}` } });
      const body = await answer.json();
      if (answer.status !== 200)
        throw new Error(`my week answered ${answer.status}: ${JSON.stringify(body)}`);
      return { ms: performance.now() - began, body };
    };
    for (let n = 0; n < WARM_UP; n += 1) await page();
    const waits = [];
    const works = [];
    let body;
    for (let n = 0; n < times; n += 1) {
      const before = await workOf(admin);
      const answer = await page();
      works.push((await workOf(admin)) - before);
      waits.push(answer.ms);
      body = answer.body;
    }
    const p95 = round(percentile(waits, 0.95));
    Object.assign(figures, {
      [`${who}_cases`]: worker.cases,
      [`${who}_due`]: body.counts.all,
      [`${who}_p50_ms`]: round(percentile(waits, 0.5)),
      [`${who}_p95_ms`]: p95,
      [`${who}_database_p95_ms`]: round(percentile(works, 0.95)),
    });
    say(
      `${who} of ${worker.cases}: p50 ${figures[`${who}_p50_ms`]} ms, p95 ${p95} ms, at work in the database p95 ${figures[`${who}_database_p95_ms`]} ms`,
    );
    if (!quick && p95 >= GOAL_MS)
      missed.push(`my week of the ${who}: p95 ${p95} ms, the goal is under ${GOAL_MS}`);
  }
  return { figures, missed };
}

/** How long the program's connections have been at work, in milliseconds; 0 where the system does not say. */
async function workOf(admin) {
  const { rows } = await admin.query(
    `select pid from pg_stat_activity where usename = 'encircle_login' and datname = current_database()`,
  );
  return rows.reduce((sum, { pid }) => {
    const file = `/proc/${pid}/schedstat`;
    return sum + (existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0);
  }, 0);
}
