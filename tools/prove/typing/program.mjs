import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from '../../paths.mjs';

const READY_MS = 60_000;

/** The program on a port of its own, to be killed outright and started again on the same one. */
export class KillableProgram {
  #child = null;

  /** @param {NodeJS.ProcessEnv} env @param {number} port */
  constructor(env, port) {
    this.env = {
      ENCIRCLE_WEB_DIR: inRoot('web/dist'),
      ...env,
      PORT: String(port),
      ENCIRCLE_LOG_LEVEL: 'fatal',
    };
    this.address = `http://127.0.0.1:${port}`;
  }

  async start() {
    this.#child = spawn(process.execPath, [inRoot('api', 'dist', 'main.js')], {
      env: this.env,
      stdio: 'ignore',
    });
    const until = performance.now() + READY_MS;
    while (performance.now() < until) {
      const answer = await fetch(`${this.address}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Error('the program did not get ready');
  }

  /** Nothing in it runs once more. */
  async kill() {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
