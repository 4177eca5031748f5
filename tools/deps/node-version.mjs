/** @param {string} version as "20.19.0" */
const parts = (version) => version.split('.').map(Number);

/** Whether `actual` is at least `wanted`; both as "20.19.0". */
export function isAtLeast(actual, wanted) {
  const [a, w] = [parts(actual), parts(wanted)];
  for (let i = 0; i < w.length; i += 1) {
    if (a[i] !== w[i]) return a[i] > w[i];
  }
  return true;
}

/** The lowest Node the program runs on; package.json "engines" says the same. */
export const LOWEST_NODE = '20.19.0';

/** @returns {string | null} what to tell someone whose Node is too old */
export function tooOld(actual = process.versions.node) {
  if (isAtLeast(actual, LOWEST_NODE)) return null;
  return `Encircle needs Node.js ${LOWEST_NODE} or later; this is ${actual}. Install a newer one from https://nodejs.org and try again.`;
}
