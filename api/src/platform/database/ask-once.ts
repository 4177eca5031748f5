import type { DataSource } from 'typeorm';
import { poolOf } from './pool-of.js';

/** One statement with a name, so that each connection plans it once. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

/** A single statement outside a unit of work. The login role may call nothing but functions granted to it. */
export async function askOnce<Row>(source: DataSource, statement: Statement): Promise<Row[]> {
  const { rows } = await poolOf(source).query<Row & object>({ ...statement, values: [...statement.values] });
  return rows;
}
