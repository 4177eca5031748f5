import type { KeyObject } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { BEFORE_THE_FIRST, digestOf, signed, type Checkpoint } from '#api/audit/chain/checkpoint.js';
import { appendCheckpoints, checkpointFile, readCheckpoints } from './checkpoint-file.js';

const BATCH = 5000;
const LINES = 500;
export const ROWS_A_CHECKPOINT = 10_000;
const SECONDS_A_CHECKPOINT = 600;

export interface Sealed {
  sealed: number;
  seq: number;
  chain: string;
  sinceCheckpoint: number;
  checkpointAge: number | null;
}

interface Due {
  chain: string;
  seq: number;
  head: string;
  at: string;
  last: Checkpoint | null;
}

/** The file outside knows of checkpoints the database has lost, or of others: the chain was cut or replaced. */
export class CheckpointConflictError extends Error {}

/** One round of sealing, signing and writing outside. Several replicas may ask; the database lets one at a time. */
export class Sealer {
  constructor(
    private readonly source: DataSource,
    private readonly key: KeyObject,
    private readonly folder: string,
  ) {}

  /** Seals what is there now. @returns null when another replica is at it */
  async seal(): Promise<Sealed | null> {
    for (;;) {
      const done = await this.ask<Sealed>('select audit.seal($1) as answer', [BATCH]);
      if (!done || done.sealed < BATCH) return done;
      if (done.sinceCheckpoint >= ROWS_A_CHECKPOINT) await this.checkpoint();
    }
  }

  /** Seals, and signs when it is time. @param last sign whatever is not signed yet: the program is stopping */
  async round(last = false): Promise<Sealed | null> {
    const done = await this.seal();
    if (!done || done.sinceCheckpoint === 0) return done;
    const old = done.checkpointAge === null || done.checkpointAge >= SECONDS_A_CHECKPOINT;
    if (last || old || done.sinceCheckpoint >= ROWS_A_CHECKPOINT) await this.checkpoint();
    return done;
  }

  /** Signs the present head and adds it to the file outside. */
  async checkpoint(): Promise<void> {
    await this.inTransaction(async (runner) => {
      const due = await one<Due>(runner, 'select audit.checkpoint_due() as answer', []);
      if (!due) return;
      const { last, ...statement } = due;
      const checkpoint = signed(
        { ...statement, number: (last?.number ?? 0) + 1, previous: last ? digestOf(last) : BEFORE_THE_FIRST },
        this.key,
      );
      await runner.query('select audit.keep_checkpoint($1)', [JSON.stringify(checkpoint)]);
    });
    await this.writeOutside();
  }

  /**
   * Brings the file up to what the database has. Called at start too: a crash may have come between the two.
   * @throws CheckpointConflictError when the file knows better
   */
  async writeOutside(): Promise<void> {
    for (let more = true; more;) more = await this.inTransaction((runner) => this.writeSome(runner));
  }

  private async writeSome(runner: QueryRunner): Promise<boolean> {
    const from = (number: number) =>
      one<{ chain: string | null; lines: Checkpoint[] }>(
        runner,
        'select audit.checkpoints_from($1, $2) as answer',
        [number, LINES],
      );
    const first = await from(Number.MAX_SAFE_INTEGER);
    if (!first?.chain) return false;
    const file = checkpointFile(this.folder, first.chain);
    const { checkpoints, whole } = await readCheckpoints(file);
    const known = checkpoints.at(-1);
    const kept = await from(known?.number ?? 1);
    if (!kept) return false;
    const fresh = known ? kept.lines.slice(1) : kept.lines;
    if (known && kept.lines[0]?.signature !== known.signature)
      throw new CheckpointConflictError(`checkpoint ${known.number} of ${file} is not the database's`);
    if (fresh.length > 0) await appendCheckpoints(file, fresh, whole);
    return kept.lines.length === LINES;
  }

  private ask<T>(sql: string, values: unknown[]): Promise<T | null> {
    return this.inTransaction((runner) => one<T>(runner, sql, values));
  }

  private async inTransaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.query(`begin; set local statement_timeout = '30s'; set local lock_timeout = '3s'`);
      const result = await work(runner);
      await runner.query('commit');
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function one<T>(runner: QueryRunner, sql: string, values: unknown[]): Promise<T | null> {
  const rows = (await runner.query(sql, values)) as { answer: T | null }[];
  return rows[0]?.answer ?? null;
}
