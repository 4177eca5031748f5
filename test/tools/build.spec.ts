import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprints } from '../../tools/build/fingerprints.mjs';
import { withNeeds } from '../../tools/build/projects.mjs';
import { removeStaleOutput } from '../../tools/build/stale-output.mjs';
import { inRoot } from '../../tools/paths.mjs';

let checkout: string;
function write(file: string, text = 'export {};'): void {
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), text);
}

beforeEach(() => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  checkout = mkdtempSync(inRoot('.tmp', 'build-'));
  for (const project of ['shared', 'migrations', 'api', 'web']) write(`${project}/src/a.ts`);
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

/** The projects whose fingerprint differs after `change`. */
function touched(change: () => void): string[] {
  const before = fingerprints(checkout);
  change();
  const after = fingerprints(checkout);
  return Object.keys(after).filter((name) => before[name as 'api'] !== after[name as 'api']);
}

describe('what is built again', () => {
  it('nothing when nothing changed', () => expect(touched(() => undefined)).toEqual([]));
  it('a project and those that need it', () =>
    expect(touched(() => write('shared/src/a.ts', 'export const b = 1;'))).toEqual(['shared', 'api', 'web']));
  it('only the project when nobody needs it', () =>
    expect(touched(() => write('web/src/b.tsx'))).toEqual(['web']));
  it('everything when the lock changes', () =>
    expect(touched(() => write('package-lock.json', '{}'))).toEqual(['shared', 'migrations', 'api', 'web']));
  it('nothing for a test or an output', () =>
    expect(touched(() => (write('api/src/a.spec.ts'), write('api/dist/a.js')))).toEqual([]));
  it('a project when a file was removed or renamed', () =>
    expect(touched(() => (rmSync(join(checkout, 'api/src/a.ts')), write('api/src/b.ts')))).toEqual(['api']));
});

describe('the order of building', () => {
  it('puts what is needed first, once', () => {
    expect(withNeeds(['api'])).toEqual(['shared', 'migrations', 'api']);
    expect(withNeeds(['web', 'api'])).toEqual(['shared', 'web', 'migrations', 'api']);
  });
});

describe('output without a source', () => {
  it('is removed, the rest is kept', () => {
    for (const file of ['a.js', 'a.js.map', 'a.d.ts', 'gone.js', 'gone.d.ts', 'gone/x.js', 'data.json']) {
      write(`api/dist/${file}`);
    }
    removeStaleOutput(join(checkout, 'api/src'), join(checkout, 'api/dist'));
    const left = ['a.js', 'a.js.map', 'a.d.ts', 'gone.js', 'gone.d.ts', 'gone', 'data.json'].filter((file) =>
      existsSync(join(checkout, 'api/dist', file)),
    );
    expect(left).toEqual(['a.js', 'a.js.map', 'a.d.ts', 'data.json']);
  });
});
