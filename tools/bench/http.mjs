import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../build.mjs';
import { CASES } from './cases.mjs';
import { median, slot } from './load.mjs';
import { sameAnswers } from './same-answers.mjs';
import { setTheStage, signIn, startBoth } from './stage.mjs';
import { FULL, meetingsToHold, SMALL } from './world.mjs';

/** 32 connections; slots of three seconds; seven pairs, the program and the bare server taking turns to go first. */
const PLAN = { size: FULL, connections: 32, warmUp: 4, seconds: 3, pairs: 7 };
/** Shows that everything still runs; too short to say anything about speed. */
const QUICK = { size: SMALL, connections: 4, warmUp: 1, seconds: 1, pairs: 1 };

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

async function measure(one, { plan, urls, readers, admin }) {
  const run = async (side, seconds) => {
    if (one.refresh) await startFromStored(admin, readers);
    return slot({ url: urls[side], requests: readers.map((reader) => one[side](reader)), seconds });
  };
  for (const side of ['bare', 'ours']) await run(side, plan.warmUp);
  const pairs = [];
  for (let pair = 0; pair < plan.pairs; pair += 1) {
    const order = pair % 2 === 0 ? ['bare', 'ours'] : ['ours', 'bare'];
    const found = {};
    for (const side of order) found[side] = await run(side, plan.seconds);
    pairs.push(found);
  }
  const ratios = pairs.map(({ ours, bare }) => ours.rps / bare.rps);
  const middle = (side, key) => median(pairs.map((pair) => pair[side][key]));
  const of = (side) => ({ rps: middle(side, 'rps'), p50: middle(side, 'p50'), p95: middle(side, 'p95') });
  return {
    ratio: median(ratios),
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    ours: of('ours'),
    bare: of('bare'),
  };
}

/** What the last slot still had under way is saved by then. */
async function startFromStored(admin, readers) {
  await pause(500);
  for (const reader of readers) Object.assign(reader, await meetingsToHold(admin, reader));
}

function line({ title, goal }, { ratio, low, high, ours, bare }) {
  const side = ({ rps, p50, p95 }) =>
    `${Math.round(rps)} a second, p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms`;
  return `${title}\n  bare  ${side(bare)}\n  ours  ${side(ours)}\n  ratio ${round(ratio)} (${round(low)} to ${round(high)}), goal ${goal}`;
}

function named(name, { ratio, low, high, ours, bare }) {
  const side = (which, { rps, p50, p95 }) => ({
    [`${name}_${which}_rps`]: Math.round(rps),
    [`${name}_${which}_p50_ms`]: round(p50, 1),
    [`${name}_${which}_p95_ms`]: round(p95, 1),
  });
  return {
    [`${name}_ratio`]: round(ratio, 3),
    [`${name}_ratio_low`]: round(low, 3),
    [`${name}_ratio_high`]: round(high, 3),
    ...side('ours', ours),
    ...side('bare', bare),
  };
}
