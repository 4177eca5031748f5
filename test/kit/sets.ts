/** Every set of these, from none to all. */
export function setsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, n) => (bits >> n) & 1));
}
