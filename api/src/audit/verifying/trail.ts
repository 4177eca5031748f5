import { COLUMNS, type RawRow } from '#api/audit/chain/canonical.js';
import type { Checkpoint } from '#api/audit/chain/checkpoint.js';

/** A link of the chain with the row it stands for. */
export interface Place {
  seq: number;
  entryId: string;
  hash: Buffer;
  /** The row in its canonical form. Null: the link is there and its row is not, or holds what no row can hold. */
  bytes: Buffer | null;
}

/** What the database says about its own chain. It is checked, not believed. */
export interface ChainFacts {
  id: string | null;
  seq: number;
  head: Buffer | null;
  /** Rows of transactions below this one are sealed. */
  below: string;
  checkpoints: readonly Checkpoint[];
}

/** An audit log to be verified: a database or a dump of one, read only. */
export interface Trail {
  facts(): Promise<ChainFacts>;
  /** Links from this place on, in their order. */
  places(from: number): AsyncIterable<Place>;
  /** Rows without a link. */
  unsealed(): AsyncIterable<RawRow>;
  close(): Promise<void>;
}

export const ID_COLUMN = COLUMNS.findIndex(([name]) => name === 'id');
export const XID_COLUMN = COLUMNS.findIndex(([name]) => name === 'xid');
