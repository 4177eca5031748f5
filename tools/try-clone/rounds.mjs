import { freePort } from '../ports.mjs';
import { killDatabase, npmStart } from './program.mjs';
import { saveSomething, stillThere } from './saved.mjs';
import { npmTest } from './tests.mjs';

/** Goals, in milliseconds. The installation is not counted. */
export const GOALS = { firstReady: 60_000, nextReady: 15_000, test: 12 * 60_000 };

/**
 * One measured step of a trial.
 * @typedef {{ what: string, ms: number, goal?: number }} Measured
 */

async function stopped(running) {
  await running.stop();
  if (!/Stopping: requests are finished first/.test(running.output()))
    throw new Error('it did not stop in order');
}

/**
 * First start with the installation, stop, second start, both programs killed, third start, database killed as well,
 * fourth start: after each, what was saved is still there.
 * @param {ReturnType<typeof import('./stage.mjs').setStage>} stage
 * @param {(measured: Measured) => void} note
 */
export async function tryStarts(stage, note) {
  const port = await freePort();
  const first = await npmStart(stage, port);
  note({ what: 'installation', ms: first.installMs ?? 0 });
  note({ what: 'first start, ready after the installation', ms: first.readyMs, goal: GOALS.firstReady });
  const saved = await saveSomething(first.address);
  await stopped(first);

  const second = await again('second start', stage, port, saved, note);
  await second.killPrograms();
  const third = await again('start after kill -9 of both programs', stage, port, saved, note);
  await killDatabase(stage.clone);
  await third.killPrograms().catch(() => undefined);
  const fourth = await again('start after kill -9 of the database too', stage, port, saved, note);
  await stopped(fourth);
}

async function again(what, stage, port, saved, note) {
  const running = await npmStart(stage, port);
  note({ what, ms: running.readyMs, goal: GOALS.nextReady });
  await stillThere(running.address, saved);
  return running;
}

/** @param {ReturnType<typeof import('./stage.mjs').setStage>} stage @param {(measured: Measured) => void} note */
export async function tryTests(stage, note) {
  const { ms, code, lastLine } = await npmTest(stage);
  note({ what: `npm test: ${lastLine || 'no count'}`, ms, goal: GOALS.test });
  if (code !== 0 || !/ 0 failed$/.test(lastLine)) throw new Error(`npm test ended with ${code}: ${lastLine}`);
}
