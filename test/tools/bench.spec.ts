import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** The measuring itself: both servers answer the same rows and the figures come out. How fast is not judged here. */
describe('npm run bench', () => {
  it('measures reads and saves against a bare server and prints its figures', () => {
    const run = spawnSync(process.execPath, ['tools/bench.mjs', 'http', '--quick', '--json'], {
      cwd: process.cwd(),
      encoding: 'utf8',
      timeout: 240_000,
    });
    expect([run.status, run.status === 0 ? '' : run.stderr.slice(-600)]).toEqual([0, '']);
    const lines = run.stdout.trim().split('\n');
    const { bench, figures, missed } = JSON.parse(lines.at(-1) ?? '') as {
      bench: string;
      figures: Record<string, number>;
      missed: string[];
    };
    expect([bench, missed]).toEqual(['http', []]);
    for (const name of ['caseload', 'case_opened', 'attendance_saved']) {
      expect(figures[`${name}_ratio`]).toBeGreaterThan(0);
      expect(figures[`${name}_ours_rps`]).toBeGreaterThan(0);
      expect(figures[`${name}_bare_p95_ms`]).toBeGreaterThan(0);
    }
  }, 250_000);

  it('measures the list of cases in a generated country and compares it with the rule in plain words', () => {
    const run = spawnSync(process.execPath, ['tools/bench.mjs', 'access', '--smoke', '--json'], {
      cwd: process.cwd(),
      encoding: 'utf8',
      timeout: 240_000,
    });
    expect([run.status, run.status === 0 ? '' : run.stderr.slice(-600)]).toEqual([0, '']);
    const { figures, missed } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as {
      figures: Record<string, number>;
      missed: string[];
    };
    expect([missed, figures.scans]).toEqual([[], 0]);
    expect(figures.equal_users).toBe(23);
    expect(figures.equal_rows).toBeGreaterThan(200);
    expect(figures.statements).toBeGreaterThanOrEqual(30);
  }, 250_000);

  it('says what can be measured when asked for something else', () => {
    const run = spawnSync(process.execPath, ['tools/bench.mjs', 'moon'], { encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('Say what to measure: http, access, pdf');
  });
});
