import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { inRoot } from '../../tools/paths.mjs';
import { movedTo } from '../../tools/postgres/location.mjs';
import { runningPostmaster, stopPostmaster } from '../../tools/postgres/postmaster.mjs';
import { commandLine, endsWithin, processesWorkingIn } from '../../tools/processes.mjs';
import { cleanEnvironment } from '../../tools/testing/environment.mjs';
import { saveSomething, stillThere } from '../../tools/try-clone/saved.mjs';

const LONG = 240_000;

interface Program {
  pid: number;
  address: string;
  output: () => string;
  exit: Promise<number | null>;
}

let folder: string;
let running: Program | null = null;
const data = () => join(movedTo(folder) ?? folder, 'postgres');

beforeAll(() => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  folder = mkdtempSync(inRoot('.tmp', 'start-'));
});
afterEach(async () => {
  if (running) process.kill(running.pid, 'SIGTERM');
  await running?.exit;
  running = null;
  const left = runningPostmaster(data());
  if (left) await stopPostmaster(left);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` without npm: the ready line, or what was said instead. */
function start(env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, [inRoot('tools/start.mjs')], {
    env: { ...cleanEnvironment(), ENCIRCLE_DATA_DIR: folder, PORT: '0', ...env },
  });
  let text = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return new Promise((resolve, reject) => {
    const hear = (chunk: string) => {
      text += chunk;
      const address = /^Encircle is ready at (\S+)$/m.exec(text)?.[1];
      if (!address || running) return;
      running = { pid: child.pid ?? 0, address, output: () => text, exit };
      resolve(running);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    void exit.then((code) => reject(new Error(`ended with ${code}:\n${text}`)));
  });
}

async function stop(program: Program, name: NodeJS.Signals): Promise<number | null> {
  process.kill(program.pid, name);
  const code = await program.exit;
  running = null;
  return code;
}

const apiOf = (program: Program) =>
  processesWorkingIn(inRoot().replace(/\/$/, '')).filter(
    (pid) => commandLine(pid).includes('api/dist/main.js') && parentOf(pid) === program.pid,
  );
const parentOf = (pid: number) =>
  Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

describe('npm start', () => {
  it(
    'serves screen and API on one port, keeps what was saved through a stop and through kill -9',
    async () => {
      const first = await start();
      const screen = await (await fetch(first.address)).text();
      expect(screen).toMatch(/<!doctype html>/i);
      const saved = await saveSomething(first.address);
      expect(first.output()).toContain(saved.email);
      await expect(start()).rejects.toThrow(/already runs on .* at http:\/\/localhost:\d+ \(process \d+\)/);
      expect(await stop(first, 'SIGINT')).toBe(0);
      expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false);

      const second = await start();
      await stillThere(second.address, saved);
      const [api] = apiOf(second);
      expect(api).toBeDefined();
      await stop(second, 'SIGKILL');
      // The API notices, finishes and frees the port; the database is stopped by the next start.
      expect(await endsWithin(api ?? 0, 15_000)).toBe(true);
      expect(runningPostmaster(data())).not.toBeNull();

      const third = await start();
      expect(third.output()).toContain('the database has recovered');
      await stillThere(third.address, saved);
      expect(await stop(third, 'SIGTERM')).toBe(0);
      expect(existsSync(join(folder, 'running.json'))).toBe(false);
    },
    LONG,
  );

  it(
    'ends with a message when the API dies, and takes the database with it',
    async () => {
      const program = await start();
      const [api] = apiOf(program);
      process.kill(api ?? 0, 'SIGKILL');
      expect(await program.exit).toBe(1);
      running = null;
      expect(program.output()).toContain('The API has stopped by itself (SIGKILL)');
      expect(runningPostmaster(data())).toBeNull();
    },
    LONG,
  );

  it('refuses a wrong setting by name before anything is started', async () => {
    await expect(start({ ENCIRCLE_DEMO: 'perhaps' })).rejects.toThrow(
      /ENCIRCLE_DEMO must be 1 or 0; it is "perhaps"/,
    );
    await expect(start({ PORT: 'http' })).rejects.toThrow(/PORT must be a whole number .* "http"/);
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
  });
});
