export type FindingKind =
  | 'altered'
  | 'altered-link'
  | 'missing'
  | 'reordered'
  | 'inserted'
  | 'truncated'
  | 'recomputed'
  | 'wrong-signature'
  | 'checkpoint-missing'
  | 'checkpoint-altered';

/** One thing that is not as it was written. */
export interface Finding {
  kind: FindingKind;
  /** The place in the chain, or null when it is about a row or checkpoint outside it. */
  seq: number | null;
  says: string;
}

export interface Verdict {
  ok: boolean;
  chain: string | null;
  /** Places checked. */
  rows: number;
  from: number;
  to: number;
  /** Checkpoints whose signature held and whose place agreed. */
  checkpoints: number;
  /** Rows newer than the last round of sealing: outside the proof. */
  unsealed: number;
  /** Whether anything outside the database took part in the proof. */
  outside: boolean;
  /** The first bad place of the chain first, then what is wrong with checkpoints and rows beside it. */
  findings: Finding[];
}
