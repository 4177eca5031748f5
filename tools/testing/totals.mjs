/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/**
 * Counts what Jest wrote. A file that could not be run, a run without a result and a run without a test each count as
 * one failure: silence is not success.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   numRuntimeErrorTestSuites: number } | null} results
 * @returns {Totals}
 */
export function count(results) {
  if (!results) return { passed: 0, failed: 1, skipped: 0 };
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + (results.numTodoTests ?? 0);
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped };
}

/** @param {Totals[]} all @returns {Totals} */
export function add(all) {
  const sum = (name) => all.reduce((total, one) => total + one[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
