import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRoot } from '../../tools/paths.mjs';
import { endsWithin } from '../../tools/processes.mjs';
import { claim, whoUses } from '../../tools/start/claim.mjs';
import { Lifetime } from '../../tools/start/lifetime.mjs';
import { choosePort, wantsDemo } from '../../tools/start/settings.mjs';

let folder: string;
beforeAll(() => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  folder = mkdtempSync(inRoot('.tmp', 'lifetime-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script that uses Lifetime; resolves with what it printed and how it ended. */
function runScript(
  body: string,
  interrupt?: NodeJS.Signals,
): Promise<{ output: string; code: number | null }> {
  const file = join(folder, `script-${Math.random()}.mjs`);
  const url = JSON.stringify(`file://${inRoot('tools/start/lifetime.mjs')}`);
  writeFileSync(file, `import { Lifetime } from ${url};\n${body}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file]);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (interrupt && output.includes('waiting')) child.kill(interrupt);
    });
    child.once('close', (code) => resolve({ output, code }));
  });
}

const started = `
  const lifetime = new Lifetime({ onSignal: { code: 0, says: 'stopping' } });
  lifetime.add(() => console.log('database stopped'));
  lifetime.add(async () => { await new Promise((r) => setTimeout(r, 20)); console.log('api stopped'); });`;

describe('the end of a tool', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops the API before the database on %s, and is clean',
    async (name) => {
      const { output, code } = await runScript(
        `${started} console.log('waiting'); setTimeout(() => {}, 30000);`,
        name,
      );
      expect(
        output
          .replace(/waiting\n/, '')
          .trim()
          .split(/\n+/),
      ).toEqual(['stopping', 'api stopped', 'database stopped']);
      expect(code).toBe(0);
    },
  );

  it('stops everything when the work fails, and says so in the exit code', async () => {
    const { output, code } = await runScript(
      `${started} await lifetime.run(async () => { throw new Error('x'); });`,
    );
    expect(output.trim().split('\n')).toEqual(['api stopped', 'database stopped']);
    expect(code).toBe(1);
  });

  it('stops what was still starting', async () => {
    const { output } = await runScript(`${started}
      const slow = new Promise((r) => setTimeout(() => r({ stop: async () => console.log('slow stopped') }), 50));
      void lifetime.hold(slow);
      await lifetime.end(0);`);
    expect(output.trim().split('\n')).toEqual(['slow stopped', 'api stopped', 'database stopped']);
  });

  it('goes on stopping when one part cannot be stopped, and tells', async () => {
    const { output, code } = await runScript(
      `${started} lifetime.add(() => { throw new Error('stuck'); }); await lifetime.end(0);`,
    );
    expect(output.trim().split('\n')).toEqual(['api stopped', 'database stopped']);
    expect(code).toBe(1);
  });
});

describe('a data folder', () => {
  it('is used by one program at a time', async () => {
    const dir = join(folder, 'claimed');
    const file = join(folder, 'holder.mjs');
    writeFileSync(file, `setTimeout(() => {}, 30000); console.log('up');`);
    const holder = spawn(process.execPath, [file]);
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    mkdirSync(dir);
    writeFileSync(
      join(dir, 'running.json'),
      JSON.stringify({ pid: holder.pid, tool: 'holder.mjs', address: 'http://localhost:3000' }),
    );
    const lifetime = new Lifetime({ onSignal: { code: 1 } });
    await expect(claim(dir, 'second.mjs', lifetime)).rejects.toThrow(
      /already runs on .* at http:\/\/localhost:3000 \(process \d+\)/,
    );
    holder.kill('SIGKILL');
    await endsWithin(holder.pid ?? 0, 5000);
    await claim(dir, 'jest', lifetime);
    expect(whoUses(dir)?.pid).toBe(process.pid);
    await lifetime.close();
    expect(whoUses(dir)).toBeNull();
  });

  it('is not held by an unrelated process that got the number of a dead one', () => {
    const dir = join(folder, 'reused');
    mkdirSync(dir);
    writeFileSync(
      join(dir, 'running.json'),
      JSON.stringify({ pid: process.pid, tool: 'tools/never-run.mjs' }),
    );
    expect(whoUses(dir)).toBeNull();
  });
});

describe('a program that npm started', () => {
  it('ends when npm and its shell are gone, which pass no signal on', async () => {
    const file = join(folder, 'under-npm.mjs');
    const ended = join(folder, 'under-npm.ended');
    const url = JSON.stringify(`file://${inRoot('tools/start/lifetime.mjs')}`);
    writeFileSync(
      file,
      `import { writeFileSync } from 'node:fs';
       import { Lifetime } from ${url};
       const lifetime = new Lifetime({ onSignal: { code: 0 } });
       lifetime.endWithNpm();
       lifetime.add(() => writeFileSync(${JSON.stringify(ended)}, 'clean'));
       console.log(process.pid);
       setTimeout(() => {}, 30000);`,
    );
    // The second command keeps the shell from replacing itself by Node.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${file}"; true`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    const pid = await new Promise<number>((resolve) =>
      shell.stdout.once('data', (text) => resolve(Number(text))),
    );
    shell.kill('SIGKILL');
    expect(await endsWithin(pid, 5000)).toBe(true);
    expect(existsSync(ended)).toBe(true);
  });
});

describe('the settings of a start', () => {
  it('takes a free port for 0, refuses one in use and names the setting', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await pause(20);
    const { port } = server.address() as { port: number };
    await expect(choosePort({ PORT: String(port) })).rejects.toThrow(`Port ${port} is already in use`);
    await expect(choosePort({ PORT: String(port) })).rejects.toThrow(`PORT=${port + 1} npm start`);
    server.close();
    expect(await choosePort({ PORT: '0' })).toBeGreaterThan(1023);
    await expect(choosePort({ PORT: 'http' })).rejects.toThrow(/PORT must be a whole number .* "http"/);
  });

  it('loads the demo with our own database, and elsewhere only when asked', () => {
    expect(wantsDemo({})).toBe(true);
    expect(wantsDemo({ ENCIRCLE_DEMO: '0' })).toBe(false);
    expect(wantsDemo({ DATABASE_URL: 'postgres://x' })).toBe(false);
    expect(wantsDemo({ DATABASE_URL: 'postgres://x', ENCIRCLE_DEMO: '1' })).toBe(true);
    expect(() => wantsDemo({ ENCIRCLE_DEMO: 'yes' })).toThrow(/ENCIRCLE_DEMO must be 1 or 0/);
  });
});
