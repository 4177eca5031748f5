import { describe, expect, it } from '@jest/globals';
import { cleanEnvironment } from '../../tools/testing/environment.mjs';
import { TIERS, chooseTiers } from '../../tools/testing/tiers.mjs';
import { add, count } from '../../tools/testing/totals.mjs';

const results = (passed: number, failed: number, broken = 0, skipped = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numRuntimeErrorTestSuites: broken,
});

describe('counting', () => {
  it.each([
    ['all passed', results(5, 0), { passed: 5, failed: 0, skipped: 0 }],
    ['some failed', results(5, 2), { passed: 5, failed: 2, skipped: 0 }],
    ['a file that does not run is a failure', results(5, 0, 1), { passed: 5, failed: 1, skipped: 0 }],
    ['a run without tests is a failure', results(0, 0), { passed: 0, failed: 1, skipped: 0 }],
    ['a run without a result is a failure', null, { passed: 0, failed: 1, skipped: 0 }],
    ['what was left out is told', results(5, 0, 0, 3), { passed: 5, failed: 0, skipped: 3 }],
  ])('%s', (_what, given, expected) => expect(count(given)).toEqual(expected));

  it('adds up the tiers', () => {
    expect(add([count(results(5, 0)), count(results(7, 1))])).toEqual({ passed: 12, failed: 1, skipped: 0 });
  });
});

describe('choosing', () => {
  const names = (words: string[]) => chooseTiers(words).tiers.map(({ name }) => name);
  it('runs all tiers when none is named', () => expect(names([])).toEqual(TIERS.map(({ name }) => name)));
  it('runs the named ones in the order of the house', () =>
    expect(names(['e2e', 'unit'])).toEqual(['unit', 'e2e']));
  it('hands everything else to Jest', () =>
    expect(chooseTiers(['api', 'test/api/plans', '-t', 'refuses']).rest).toEqual([
      'test/api/plans',
      '-t',
      'refuses',
    ]));
});

describe('the environment of the tests', () => {
  it("does not carry the machine's own database or settings", () => {
    const clean = cleanEnvironment({
      PATH: '/bin',
      DATABASE_URL: 'postgres://real',
      MIGRATION_DATABASE_URL: 'postgres://real',
      ENCIRCLE_SECRET: 'real',
      PGHOST: 'real',
      NODE_ENV: 'production',
      ENCIRCLE_SEED: '7',
    });
    expect(clean).toEqual({ PATH: '/bin', ENCIRCLE_SEED: '7', TZ: 'UTC', FORCE_COLOR: '0' });
  });
});
