const HEARTBEAT_MS = 15_000;

// The reader may close its end (`npm run help | head`); that is no reason to stop a running program.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Seconds with one decimal, for people. @param {number} since milliseconds from `Date.now()` */
export const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** One line of progress. @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a long step and says when it starts, that it still runs, and how long it took: a silent terminal
 * looks like a program that hangs.
 * @template T
 * @param {string} label what is being done, as "Starting the database"
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = Date.now();
  say(`- ${label} ...`);
  const heartbeat = setInterval(
    () => say(`  ${label}: still working (${secondsSince(started)})`),
    HEARTBEAT_MS,
  );
  heartbeat.unref();
  try {
    const result = await work();
    say(`  ${label}: done in ${secondsSince(started)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** An error whose message is all the reader needs: no stack is printed for it. */
export class Refusal extends Error {}

/** Prints why a tool stopped and sets the exit code. @param {unknown} error */
export function report(error) {
  const text =
    error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
}
