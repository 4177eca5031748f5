import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AUTOMATIC, COMMANDS } from '../../tools/commands.mjs';
import { inRoot } from '../../tools/paths.mjs';

const scripts: Record<string, string> = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).scripts;
const listed = COMMANDS.flatMap(({ commands }) => commands);

describe('the list of commands', () => {
  it('names every script of package.json, and no other', () => {
    expect(listed.map(({ name }) => name).sort()).toEqual(
      Object.keys(scripts)
        .filter((name) => !AUTOMATIC.includes(name))
        .sort(),
    );
  });

  it('names each command once and says what it does', () => {
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    for (const { name, does } of listed) expect(`${name}: ${does}`).toMatch(/: .{15,}/);
  });

  it('has only automatic scripts that exist', () => {
    for (const name of AUTOMATIC) expect(scripts[name]).toBe('node tools/ensure-deps.mjs');
  });

  it('is what the build machine runs: npm test and nothing else', () => {
    const lines = readFileSync(inRoot('.ci/run'), 'utf8').trim().split('\n');
    expect(lines.slice(1)).toEqual(['set -e', 'cd "$(dirname "$0")/.."', 'npm test']);
    expect(statSync(inRoot('.ci/run')).mode & 0o111).toBe(0o111);
  });
});
