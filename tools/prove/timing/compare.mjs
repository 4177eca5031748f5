import { performance } from 'node:perf_hooks';
import { mannWhitney, median } from './statistics.mjs';

/** A difference one could measure at all over a network, in milliseconds. */
const MEASURABLE = 2;
const CHANCE = 0.01;

/**
 * Asks two addresses in turn, the order of each pair drawn by lot, and compares how long the answers took.
 * @param {() => Promise<unknown>} one @param {() => Promise<unknown>} other @param {number} pairs
 */
export async function comparePairs(one, other, pairs, random = Math.random) {
  const times = { one: /** @type {number[]} */ ([]), other: /** @type {number[]} */ ([]) };
  const timed = async (ask) => {
    const since = performance.now();
    await ask();
    return performance.now() - since;
  };
  for (let n = 0; n < pairs; n += 1) {
    if (random() < 0.5) {
      times.one.push(await timed(one));
      times.other.push(await timed(other));
    } else {
      times.other.push(await timed(other));
      times.one.push(await timed(one));
    }
  }
  return { difference: median(times.one) - median(times.other), p: mannWhitney(times.one, times.other) };
}

/**
 * What three repeats say. A chance result does not repeat; a difference does, and in the same direction.
 * @param {readonly { difference: number, p: number }[]} repeats
 */
export function verdict(repeats) {
  const measurable = repeats.every(({ difference }) => Math.abs(difference) >= MEASURABLE);
  const unlikely = repeats.every(({ p }) => p <= CHANCE);
  const oneWay = new Set(repeats.map(({ difference }) => Math.sign(difference))).size === 1;
  return {
    alike: !(measurable || (unlikely && oneWay)),
    difference: median(repeats.map(({ difference }) => difference)),
    p: Math.max(...repeats.map(({ p }) => p)),
  };
}
