import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reasonToInstall, writeMarker } from '../../tools/deps/fingerprint.mjs';
import { LOWEST_NODE, isAtLeast, tooOld } from '../../tools/deps/node-version.mjs';
import { inRoot } from '../../tools/paths.mjs';

type Packages = Record<string, { version?: string; optional?: boolean; link?: boolean }>;

let checkout: string;
const write = (path: string, packages: Packages) =>
  writeFileSync(join(checkout, path), JSON.stringify({ packages }));
const lock = (packages: Packages) => write('package-lock.json', packages);
const installed = (packages: Packages) => write('node_modules/.package-lock.json', packages);

beforeEach(() => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  checkout = mkdtempSync(inRoot('.tmp', 'deps-'));
  lock({ '': {}, 'node_modules/a': { version: '1.0.0' } });
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

describe('when packages are installed', () => {
  it('installs into a fresh clone', () => {
    expect(reasonToInstall(checkout)).toBe('no packages are installed yet');
  });

  it('does not install again when nothing has changed', () => {
    mkdirSync(join(checkout, 'node_modules'));
    writeMarker(checkout);
    expect(reasonToInstall(checkout)).toBeNull();
  });

  it('installs when the lock has changed', () => {
    mkdirSync(join(checkout, 'node_modules'));
    installed({ 'node_modules/a': { version: '1.0.0' } });
    writeMarker(checkout);
    lock({ '': {}, 'node_modules/a': { version: '2.0.0' } });
    expect(reasonToInstall(checkout)).toMatch(/older than package-lock/);
  });

  it('installs after an interrupted installation, which leaves no record', () => {
    mkdirSync(join(checkout, 'node_modules/a'), { recursive: true });
    expect(reasonToInstall(checkout)).toMatch(/older than package-lock/);
  });

  it('accepts what was installed by hand when it agrees with the lock, platform packages of others left out', () => {
    mkdirSync(join(checkout, 'node_modules'));
    lock({
      '': {},
      shared: { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-other-platform': { version: '1.0.0', optional: true },
    });
    installed({ 'node_modules/a': { version: '1.0.0' }, shared: { version: '0.1.0' } });
    expect(reasonToInstall(checkout)).toBeNull();
  });

  it('installs when a package was taken out of the lock', () => {
    mkdirSync(join(checkout, 'node_modules'));
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
    expect(reasonToInstall(checkout)).toMatch(/older than package-lock/);
  });

  it('installs again for another major version of Node', () => {
    mkdirSync(join(checkout, 'node_modules'));
    writeFileSync(
      join(checkout, 'node_modules/.encircle-deps'),
      JSON.stringify({ lock: 'x', machine: 'node18-linux-x64' }),
    );
    expect(reasonToInstall(checkout)).toBe('packages were installed for node18-linux-x64');
  });
});

describe('the version of Node', () => {
  it.each([
    ['20.19.0', true],
    ['20.19.4', true],
    ['22.0.0', true],
    ['20.18.9', false],
    ['18.20.0', false],
  ])('%s is recent enough: %s', (version, enough) => {
    expect(isAtLeast(version, '20.19.0')).toBe(enough);
    expect(tooOld(version) === null).toBe(enough);
  });

  it('is the one package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${LOWEST_NODE}`);
  });

  it('says what is needed and what is there', () => {
    expect(tooOld('18.20.0')).toMatch(/20\.19\.0 or later; this is 18\.20\.0/);
  });
});
