import type { DataSource } from 'typeorm';

/** One statement with a name, so that each connection plans it once. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

interface Pool {
  query(question: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** A single statement outside a unit of work. The login role may call nothing but functions granted to it. */
export async function askOnce<Row>(source: DataSource, statement: Statement): Promise<Row[]> {
  const pool = (source.driver as unknown as { master: Pool }).master;
  const { rows } = await pool.query({ ...statement, values: [...statement.values] });
  return rows as Row[];
}
