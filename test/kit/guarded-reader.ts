import pg from 'pg';
import type { TestDatabase } from './database.js';
import type { Client } from './program.js';

/** Reads the database as somebody who signed in, past the program: only row-level security stands between. */
export class GuardedReader {
  private readonly pool: pg.Pool;

  constructor(database: TestDatabase) {
    this.pool = new pg.Pool({ connectionString: database.loginUrl, max: 1 });
  }

  /** The first column of what this person may read. */
  async as({ token }: Client, sql: string, values: readonly unknown[]): Promise<string[]> {
    const client = await this.pool.connect();
    try {
      await client.query('begin; set local role app_user');
      await client.query('select sec.enter($1, null, null)', [token]);
      const { rows } = await client.query<string[]>({ text: sql, values: [...values], rowMode: 'array' });
      return rows.map(([first]) => first ?? '');
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
