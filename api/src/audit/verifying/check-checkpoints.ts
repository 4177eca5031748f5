import type { KeyObject } from 'node:crypto';
import {
  BEFORE_THE_FIRST,
  digestOf,
  fingerprint,
  signatureHolds,
  type Checkpoint,
} from '#api/audit/chain/checkpoint.js';
import type { Finding } from './finding.js';
import type { ChainFacts } from './trail.js';

export interface Trusted {
  /** By place in the chain: the head it must have. */
  heads: ReadonlyMap<number, Checkpoint>;
  findings: Finding[];
}

/**
 * Signatures, numbering and the links between checkpoints, of the file outside and of the database's own copies. Only
 * those whose signature holds are used to judge the chain.
 * @param keys public keys known from outside; without any, signatures are not judged and nothing here is trusted
 */
export function checkCheckpoints(
  facts: ChainFacts,
  outside: readonly Checkpoint[] | null,
  keys: readonly KeyObject[],
): Trusted {
  const heads = new Map<number, Checkpoint>();
  const findings: Finding[] = [];
  const known = new Map(keys.map((key) => [fingerprint(key), key]));
  const judge = (list: readonly Checkpoint[], where: string): void => {
    let before: Checkpoint | null = null;
    for (const checkpoint of list) {
      const found = fault(checkpoint, before, facts, known, where);
      if (found) return void findings.push(found);
      heads.set(checkpoint.seq, checkpoint);
      before = checkpoint;
    }
  };
  if (outside) {
    judge(outside, 'outside the database');
    findings.push(...differences(facts.checkpoints, outside));
  }
  if (known.size > 0) judge(facts.checkpoints, 'in the database');
  return { heads, findings };
}

function fault(
  checkpoint: Checkpoint,
  before: Checkpoint | null,
  facts: ChainFacts,
  keys: ReadonlyMap<string, KeyObject>,
  where: string,
): Finding | null {
  const name = `checkpoint ${checkpoint.number} ${where}`;
  const { seq } = checkpoint;
  const key = keys.get(checkpoint.key);
  if (!key) return { kind: 'wrong-signature', seq, says: `${name} is signed with a key nobody here knows` };
  if (!signatureHolds(checkpoint, key))
    return { kind: 'wrong-signature', seq, says: `the signature of ${name} is wrong` };
  if (checkpoint.chain !== facts.id)
    return {
      kind: 'recomputed',
      seq,
      says: `${name} is of chain ${checkpoint.chain}, the database holds chain ${facts.id ?? 'none'}`,
    };
  const first = (before?.number ?? 0) + 1;
  if (checkpoint.number !== first)
    return { kind: 'checkpoint-missing', seq, says: `${name} comes where number ${first} belongs` };
  if (checkpoint.previous !== (before ? digestOf(before) : BEFORE_THE_FIRST))
    return { kind: 'checkpoint-altered', seq, says: `${name} does not follow from the one before it` };
  return null;
}

/** The database's copies against the file: the file is the one an administrator of the database cannot reach. */
function differences(inside: readonly Checkpoint[], outside: readonly Checkpoint[]): Finding[] {
  const copies = new Map(inside.map((c) => [c.number, c]));
  for (const checkpoint of outside) {
    const copy = copies.get(checkpoint.number);
    const name = `checkpoint ${checkpoint.number}`;
    if (!copy)
      return [
        {
          kind: 'checkpoint-missing',
          seq: checkpoint.seq,
          says: `${name} is outside but no longer in the database`,
        },
      ];
    if (digestOf(copy) !== digestOf(checkpoint))
      return [
        {
          kind: 'checkpoint-altered',
          seq: checkpoint.seq,
          says: `${name} in the database is not the one outside`,
        },
      ];
  }
  return [];
}
