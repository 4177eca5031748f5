import pg from 'pg';

/** Reads the database as somebody who signed in, past the program: only row-level security stands between. */
export class GuardedReads {
  #client = null;

  constructor(loginUrl) {
    this.loginUrl = loginUrl;
  }

  /** The first column of what this person may read. */
  async as(token, sql, values) {
    const client = await (this.#client ??= connected(this.loginUrl));
    await client.query('begin; set local role app_user');
    try {
      await client.query('select sec.enter($1, null, null)', [token]);
      const { rows } = await client.query({ text: sql, values: [...values], rowMode: 'array' });
      return rows.map(([first]) => first ?? '');
    } finally {
      await client.query('rollback');
    }
  }

  async close() {
    await (await this.#client)?.end();
  }
}

async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
