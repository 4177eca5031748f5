import { nextHash } from '#api/audit/chain/link.js';
import type { Finding } from './finding.js';
import type { Place, Trail } from './trail.js';

/** The hash a row has at a place, or null where there is none. */
const hashOf = (seq: number, previous: Buffer, bytes: Buffer | null): Buffer | null =>
  bytes && nextHash(seq, previous, bytes);

const same = (a: Buffer | null | undefined, b: Buffer | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && a.equals(b);

/**
 * Why a place does not hold: the chain was right up to `previous`.
 * @param known hashes known from elsewhere for this place: the head kept beside the chain, checkpoints
 */
export async function diagnose(
  trail: Trail,
  place: Place,
  previous: Buffer,
  known: readonly (Buffer | null)[],
): Promise<Finding> {
  const { seq, entryId } = place;
  const computed = hashOf(seq, previous, place.bytes);
  const after = await following(trail, seq, 2);
  const [next, second] = after;
  if (
    (computed && next && same(hashOf(next.seq, computed, next.bytes), next.hash)) ||
    (!next && known.some((hash) => same(hash, computed)))
  )
    return {
      kind: 'altered-link',
      seq,
      says: `the link at place ${seq} was altered; its row (${entryId}) is as it was`,
    };
  // What follows holds if everything from here on is counted one place further on: one was taken out here.
  if (next && same(hashOf(next.seq + 1, place.hash, next.bytes), next.hash))
    return {
      kind: 'missing',
      seq,
      says: `a row was taken out at place ${seq}, and those after it were moved up`,
    };
  // The row of the next place belongs here, and the one after it follows: this one was put in.
  if (
    next &&
    same(hashOf(seq, previous, next.bytes), next.hash) &&
    second &&
    same(hashOf(seq + 1, next.hash, second.bytes), second.hash)
  )
    return { kind: 'inserted', seq, says: `row ${entryId} was put in at place ${seq}` };
  for await (const other of trail.places(1)) {
    if (other.seq === seq) continue;
    const here = hashOf(seq, previous, other.bytes);
    if (same(here, place.hash) || same(here, other.hash))
      return {
        kind: 'reordered',
        seq,
        says: `place ${seq} holds row ${entryId}; the row that belongs there is at place ${other.seq} (${other.entryId})`,
      };
  }
  return { kind: 'altered', seq, says: `row ${entryId} at place ${seq} is not as it was written` };
}

async function following(trail: Trail, seq: number, most: number): Promise<Place[]> {
  const found: Place[] = [];
  for await (const place of trail.places(seq + 1)) {
    found.push(place);
    if (found.length === most) break;
  }
  return found;
}
