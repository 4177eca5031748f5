/** A small generator of choices: the same seed makes the same ones everywhere (mulberry32). */
export function chooser(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let n = 0; n < 8; n += 1) next();
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const of = (list) => list[Math.floor(next() * list.length)];
  let made = 0;
  return {
    between,
    of,
    chance: (share) => next() < share,
    /** One to `most` of a list, without repeating, in the list's order. */
    some: (list, most = list.length) => {
      const wanted = Math.min(list.length, between(1, most));
      const left = [...list];
      const taken = new Set();
      while (taken.size < wanted) taken.add(left.splice(Math.floor(next() * left.length), 1)[0]);
      return list.filter((one) => taken.has(one));
    },
    /** Three in four of a list. */
    most: (list) => list.filter(() => next() < 0.75),
    weighted: (pairs) => {
      let left = next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
      return (pairs.find(([weight]) => (left -= weight) < 0) ?? pairs[0])[1];
    },
    id: () => {
      made += 1;
      const tail = made.toString(16).padStart(12, '0');
      return `${(seed >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-${tail}`;
    },
  };
}
