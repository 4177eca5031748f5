import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../build.mjs';
import { CASES } from './cases.mjs';
import { median, slot } from './load.mjs';
import { sameAnswers } from './same-answers.mjs';
import { setTheStage, signIn, startBoth } from './stage.mjs';
import { FULL, meetingsToHold, SMALL } from './world.mjs';

/**
 * 32 connections; slots of three seconds; seven rounds, the servers taking turns to go first. The bare server is asked
 * twice a round: as `pg` is used by default, which the goals are about, and with prepared statements, which tells how much
 * of the program's speed comes from planning each statement once a connection.
 */
const PLAN = { size: FULL, connections: 32, warmUp: 4, seconds: 3, pairs: 7 };
/** Shows that everything still runs; too short to say anything about speed. */
const QUICK = { size: SMALL, connections: 4, warmUp: 0.3, seconds: 0.4, pairs: 1 };

const round = (value, digits = 2) => Number(value.toFixed(digits));

/** @returns {Promise<{ figures: Record<string, number>, missed: string[] }>} */
export async function benchHttp({ quick, quiet }) {
  const plan = quick ? QUICK : PLAN;
  const say = (text) => (quiet ? process.stderr : process.stdout).write(`${text}\n`);
  await build(['shared', 'migrations', 'api']);
  const stage = await setTheStage(plan.size, { say });
  try {
    const readers = await signIn(stage.admin, plan.connections);
    const urls = await startBoth(stage);
    await sameAnswers(urls, readers[0]);
    await stage.admin.query('checkpoint');
    say(`both servers answer the same rows; load of the machine ${loadavg()[0].toFixed(1)}`);
    const figures = { pairs: plan.pairs, seconds: plan.seconds, connections: plan.connections };
    const missed = [];
    for (const one of CASES) {
      const measured = await measure(one, { plan, urls, readers, admin: stage.admin });
      Object.assign(figures, named(one.name, measured));
      say(line(one, measured));
      if (!quick && measured.ratio < one.goal)
        missed.push(`${one.title}: ${round(measured.ratio)} of the bare server, the goal is ${one.goal}`);
    }
    return { figures, missed };
  } finally {
    await stage.end();
  }
}

const SIDES = ['bare', 'ours', 'prepared'];

const requestOf = (one, side, reader) => {
  if (side === 'ours') return one.ours(reader);
  const request = one.bare(reader);
  return side === 'prepared' ? { ...request, path: `/prepared${request.path}` } : request;
};

async function measure(one, { plan, urls, readers, admin }) {
  const run = async (side, seconds) => {
    if (one.refresh) await startFromStored(admin, readers);
    const requests = readers.map((reader) => requestOf(one, side, reader));
    return slot({ url: side === 'ours' ? urls.ours : urls.bare, requests, seconds });
  };
  for (const side of SIDES) await run(side, plan.warmUp);
  const rounds = [];
  for (let n = 0; n < plan.pairs; n += 1) {
    const found = {};
    for (const side of [...SIDES.slice(n % SIDES.length), ...SIDES.slice(0, n % SIDES.length)])
      found[side] = await run(side, plan.seconds);
    rounds.push(found);
  }
  const ratios = (side) => rounds.map((round) => round.ours.rps / round[side].rps);
  const middle = (side, key) => median(rounds.map((round) => round[side][key]));
  const of = (side) => ({ rps: middle(side, 'rps'), p50: middle(side, 'p50'), p95: middle(side, 'p95') });
  return {
    ratio: median(ratios('bare')),
    low: Math.min(...ratios('bare')),
    high: Math.max(...ratios('bare')),
    prepared: median(ratios('prepared')),
    sides: Object.fromEntries(SIDES.map((side) => [side, of(side)])),
  };
}

/** What the last slot still had under way is saved by then. */
async function startFromStored(admin, readers) {
  await pause(500);
  for (const reader of readers) Object.assign(reader, await meetingsToHold(admin, reader));
}

function line({ title, goal }, { ratio, low, high, prepared, sides }) {
  const words = ({ rps, p50, p95 }) =>
    `${Math.round(rps)} a second, p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms`;
  return [
    title,
    `  ours             ${words(sides.ours)}`,
    `  bare             ${words(sides.bare)}`,
    `  bare, prepared   ${words(sides.prepared)}`,
    `  ratio ${round(ratio)} (${round(low)} to ${round(high)}), goal ${goal}; to the prepared one ${round(prepared)}`,
  ].join('\n');
}

function named(name, { ratio, low, high, prepared, sides }) {
  const figures = {
    [`${name}_ratio`]: round(ratio, 3),
    [`${name}_ratio_low`]: round(low, 3),
    [`${name}_ratio_high`]: round(high, 3),
    [`${name}_ratio_prepared`]: round(prepared, 3),
  };
  for (const [side, { rps, p50, p95 }] of Object.entries(sides)) {
    figures[`${name}_${side}_rps`] = Math.round(rps);
    figures[`${name}_${side}_p50_ms`] = round(p50, 1);
    figures[`${name}_${side}_p95_ms`] = round(p95, 1);
  }
  return figures;
}
