/** Reads the database as somebody who signed in, past the program: only row-level security stands between. */
export class GuardedReads {
  constructor(loginUrl: string);
  /** The first column of what this person may read. */
  as(token: string, sql: string, values: readonly unknown[]): Promise<string[]>;
  close(): Promise<void>;
}
