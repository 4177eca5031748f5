/** Anything that asks the database as its administrator: a program of the tests, or the clock of a story in the browser. */
export interface Rows {
  rows<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
}
