import { report, say } from '../terminal.mjs';

const PARENT_CHECK_MS = 100;

/**
 * What a tool has started and must undo, newest first: the API before the database it talks to. The end comes once,
 * whether from Ctrl-C, from an error or because the work is done.
 */
export class Lifetime {
  #undo = [];
  #interruption = new AbortController();
  #closed = null;

  /** @param {{ onSignal: { code: number, says?: string } }} options exit code and words after Ctrl-C or a plain kill */
  constructor({ onSignal }) {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(name, () => {
        if (!this.ending && onSignal.says) say(`\n${onSignal.says}`);
        void this.end(onSignal.code);
      });
    }
  }

  /**
   * npm passes a signal to the shell between us and ends without us. When that shell is gone, nobody can stop us any
   * more but by hand, so we end as well. Started without npm, we may outlive our parent.
   */
  endWithNpm(env = process.env) {
    if (!env.npm_lifecycle_event) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void this.end(0), PARENT_CHECK_MS).unref();
  }

  get ending() {
    return this.#closed !== null;
  }

  /** For work that can be given up half way. */
  get interrupted() {
    return this.#interruption.signal;
  }

  /** @param {() => Promise<void> | void} undo */
  add(undo) {
    this.#undo.push(undo);
  }

  /**
   * Keeps something that is still starting: it is stopped even when the end comes before it is up.
   * @template {{ stop: () => Promise<void> }} T
   * @param {Promise<T>} starting @returns {Promise<T>}
   */
  hold(starting) {
    this.add(async () => {
      const started = await starting.catch(() => null);
      await started?.stop();
    });
    return starting;
  }

  /** Undoes everything. @returns {Promise<boolean>} whether all of it could be undone */
  close() {
    this.#interruption.abort();
    this.#closed ??= this.#undoAll();
    return this.#closed;
  }

  /** @param {number} code exit code @param {string} [why] printed when the end was not asked for */
  async end(code, why) {
    if (why && !this.ending) process.stderr.write(`\n${why}\n`);
    const clean = await this.close();
    process.exit(clean ? code : 1);
  }

  /** Runs the tool; an error is told and ends it. @param {() => Promise<void>} work */
  async run(work) {
    try {
      await work();
    } catch (error) {
      if (!this.ending) report(error);
      await this.end(1);
    }
  }

  async #undoAll() {
    let clean = true;
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) {
      try {
        await undo();
      } catch (error) {
        report(error);
        clean = false;
      }
    }
    return clean;
  }
}
