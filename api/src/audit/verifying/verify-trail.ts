import type { KeyObject } from 'node:crypto';
import type { Checkpoint } from '#api/audit/chain/checkpoint.js';
import { chainRoot, nextHash } from '#api/audit/chain/link.js';
import { checkCheckpoints, type Trusted } from './check-checkpoints.js';
import { diagnose } from './diagnose.js';
import type { Finding, Verdict } from './finding.js';
import { ID_COLUMN, XID_COLUMN, type ChainFacts, type Place, type Trail } from './trail.js';

export interface Question {
  /** Places, both counted. */
  from?: number;
  to?: number;
  /** Checkpoints from outside the database; null: none are at hand. */
  outside: readonly Checkpoint[] | null;
  keys: readonly KeyObject[];
}

/** Recomputes the chain and says OK, or what was done to it and where. Reads only. */
export async function verifyTrail(trail: Trail, question: Question): Promise<Verdict> {
  const facts = await trail.facts();
  const trusted = checkCheckpoints(facts, question.outside, question.keys);
  const to = question.to ?? Number.POSITIVE_INFINITY;
  const walk = await walkChain(trail, facts, trusted, question.from ?? 1, to);
  const beside = await besideTheChain(trail, facts);
  const findings = [
    ...(walk.finding ? [walk.finding] : []),
    ...trusted.findings,
    ...(beside.finding ? [beside.finding] : []),
  ];
  return {
    ok: findings.length === 0,
    chain: facts.id,
    rows: walk.rows,
    from: walk.from,
    to: walk.last,
    checkpoints: walk.checkpoints,
    unsealed: beside.unsealed,
    outside: question.outside !== null && question.outside.length > 0,
    findings,
  };
}

interface Walk {
  from: number;
  last: number;
  rows: number;
  checkpoints: number;
  finding: Finding | null;
}

async function walkChain(
  trail: Trail,
  facts: ChainFacts,
  { heads }: Trusted,
  from: number,
  to: number,
): Promise<Walk> {
  const start = await startBefore(trail, facts, heads, from);
  const walk: Walk = {
    from: start.seq + 1,
    last: start.seq,
    rows: 0,
    checkpoints: 0,
    finding: start.finding,
  };
  let previous = start.hash;
  if (start.finding) return walk;
  for await (const place of trail.places(walk.from)) {
    if (place.seq > to) return walk;
    const finding = await faultAt(trail, facts, heads, walk.last + 1, place, previous);
    if (finding) return { ...walk, finding };
    const checkpoint = heads.get(place.seq);
    if (checkpoint && checkpoint.head !== place.hash.toString('hex'))
      return { ...walk, finding: recomputed(checkpoint) };
    walk.checkpoints += checkpoint ? 1 : 0;
    walk.last = place.seq;
    walk.rows += 1;
    previous = place.hash;
  }
  return { ...walk, finding: faultAtEnd(facts, heads, walk.last, previous) };
}

/** The nearest checkpoint before the first place asked for, or the beginning, so that what is before is not taken on trust. */
async function startBefore(
  trail: Trail,
  facts: ChainFacts,
  heads: ReadonlyMap<number, Checkpoint>,
  from: number,
): Promise<{ seq: number; hash: Buffer; finding: Finding | null }> {
  const before = [...heads.keys()].filter((seq) => seq < from).sort((a, b) => b - a)[0];
  const checkpoint = before === undefined ? undefined : heads.get(before);
  if (checkpoint) return { seq: checkpoint.seq, hash: Buffer.from(checkpoint.head, 'hex'), finding: null };
  if (facts.id) return { seq: 0, hash: chainRoot(facts.id), finding: null };
  for await (const place of trail.places(1))
    return {
      seq: 0,
      hash: place.hash,
      finding: { kind: 'altered-link', seq: place.seq, says: 'there are links, but the chain has no name' },
    };
  return { seq: 0, hash: Buffer.alloc(32), finding: null };
}

async function faultAt(
  trail: Trail,
  facts: ChainFacts,
  heads: ReadonlyMap<number, Checkpoint>,
  expected: number,
  place: Place,
  previous: Buffer,
): Promise<Finding | null> {
  const { seq, entryId } = place;
  if (seq < expected)
    return { kind: 'inserted', seq, says: `row ${entryId} is at place ${seq} a second time` };
  if (seq > expected) {
    const gap = seq - expected === 1 ? `place ${expected} is` : `places ${expected} to ${seq - 1} are`;
    return { kind: 'missing', seq: expected, says: `${gap} missing from the chain` };
  }
  if (!place.bytes) return { kind: 'missing', seq, says: `row ${entryId} of place ${seq} is missing` };
  if (nextHash(seq, previous, place.bytes).equals(place.hash)) return null;
  const checkpoint = heads.get(seq);
  return diagnose(trail, place, previous, [
    facts.seq === seq ? facts.head : null,
    checkpoint ? Buffer.from(checkpoint.head, 'hex') : null,
  ]);
}

function recomputed(checkpoint: Checkpoint): Finding {
  return {
    kind: 'recomputed',
    seq: checkpoint.seq,
    says:
      `the chain was computed anew: place ${checkpoint.seq} is not what checkpoint ${checkpoint.number} signed at ${checkpoint.at}; ` +
      `what was changed lies before it`,
  };
}

function faultAtEnd(
  facts: ChainFacts,
  heads: ReadonlyMap<number, Checkpoint>,
  last: number,
  head: Buffer,
): Finding | null {
  const signed = Math.max(0, ...heads.keys());
  if (signed > last)
    return {
      kind: 'truncated',
      seq: last + 1,
      says: `the chain ends at place ${last}; checkpoint ${heads.get(signed)?.number ?? '?'} has signed ${signed}`,
    };
  if (facts.seq > last)
    return { kind: 'truncated', seq: last + 1, says: `the chain ends at place ${last} of ${facts.seq}` };
  if (facts.seq < last)
    return {
      kind: 'inserted',
      seq: facts.seq + 1,
      says: `the sealer made ${facts.seq} links, there are ${last}`,
    };
  if (facts.head && !facts.head.equals(head))
    return { kind: 'altered-link', seq: last, says: `the head kept beside the chain is not the last link` };
  return null;
}

/** Rows no link stands for: waiting to be sealed, or slipped in where the sealer had been already. */
async function besideTheChain(
  trail: Trail,
  facts: ChainFacts,
): Promise<{ unsealed: number; finding: Finding | null }> {
  let unsealed = 0;
  for await (const row of trail.unsealed()) {
    if (BigInt(row[XID_COLUMN] ?? 0) < BigInt(facts.below)) {
      const says = `row ${row[ID_COLUMN] ?? '?'} was put in after its time was sealed; no link stands for it`;
      return { unsealed, finding: { kind: 'inserted', seq: null, says } };
    }
    unsealed += 1;
  }
  return { unsealed, finding: null };
}
