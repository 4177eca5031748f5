import { GuardedReads } from '../../tools/prove/meetings/guarded.mjs';
import type { TestDatabase } from './database.js';

/** Reads the database as somebody who signed in, past the program: only row-level security stands between. */
export class GuardedReader {
  private readonly reads: GuardedReads;

  constructor(database: TestDatabase) {
    this.reads = new GuardedReads(database.loginUrl);
  }

  /** The first column of what this person may read. */
  as({ token }: { token: string }, sql: string, values: readonly unknown[]): Promise<string[]> {
    return this.reads.as(token, sql, values);
  }

  close(): Promise<void> {
    return this.reads.close();
  }
}
