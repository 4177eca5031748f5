/** A small generator that gives the same run for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (n) => Math.floor(next() * n);
  return {
    upTo,
    chance: (share) => next() < share,
    one: (list) => list[upTo(list.length)],
    some: (list, most = list.length) => {
      const left = [...list];
      const count = 1 + upTo(Math.min(most, left.length));
      return Array.from({ length: count }, () => left.splice(upTo(left.length), 1)[0]);
    },
  };
}
