import pg from 'pg';

/** Reads the database as somebody who signed in, past the program: only row-level security stands between. */
export class GuardedReads {
  constructor(loginUrl) {
    this.pool = new pg.Pool({ connectionString: loginUrl, max: 1 });
  }

  /** The first column of what this person may read. */
  async as(token, sql, values) {
    const client = await this.pool.connect();
    try {
      await client.query('begin; set local role app_user');
      await client.query('select sec.enter($1, null, null)', [token]);
      const { rows } = await client.query({ text: sql, values: [...values], rowMode: 'array' });
      return rows.map(([first]) => first ?? '');
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  close() {
    return this.pool.end();
  }
}
