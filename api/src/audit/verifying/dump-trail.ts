import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { canonicalBytes, COLUMNS, type RawRow } from '#api/audit/chain/canonical.js';
import { parseCheckpoint, type Checkpoint } from '#api/audit/chain/checkpoint.js';
import { csvLine, csvRecords } from './csv.js';
import type { DatabaseTrail } from './database-trail.js';
import type { ChainFacts, Place, Trail } from './trail.js';

const HEADING = ['kind', 'seq', 'entry_id', 'hash', ...COLUMNS.map(([name]) => name)];

/** Writes a trail as CSV: what the chain says of itself, checkpoints, places in order, rows not sealed yet. @returns rows written */
export async function writeDump(trail: DatabaseTrail, out: Writable): Promise<number> {
  const put = async (values: readonly (string | null)[]): Promise<void> => {
    if (!out.write(csvLine(values))) await once(out, 'drain');
  };
  const { id, seq, head, below, checkpoints } = await trail.facts();
  await put(HEADING);
  await put(['chain', String(seq), id, head?.toString('hex') ?? null, below]);
  for (const checkpoint of checkpoints)
    await put(['checkpoint', null, null, null, JSON.stringify(checkpoint)]);
  let rows = 0;
  for await (const place of trail.placesInText()) {
    await put(['place', ...place]);
    rows += 1;
  }
  for await (const row of trail.unsealed()) {
    await put(['unsealed', null, null, null, ...row]);
    rows += 1;
  }
  return rows;
}

/** A value no column holds makes a row that fits no hash. */
function encoded(row: RawRow): Buffer {
  try {
    return canonicalBytes(row);
  } catch {
    return Buffer.alloc(0);
  }
}

/** A dump written by `writeDump`, read as often as it is asked for. */
export class DumpTrail implements Trail {
  constructor(private readonly file: string) {}

  async facts(): Promise<ChainFacts> {
    const facts: ChainFacts & { checkpoints: Checkpoint[] } = {
      id: null,
      seq: 0,
      head: null,
      below: '0',
      checkpoints: [],
    };
    let known = false;
    for await (const [kind, seq, entryId, hash, first] of this.records()) {
      if (kind === 'chain') {
        known = true;
        Object.assign(facts, {
          id: entryId,
          seq: Number(seq),
          head: hash ? Buffer.from(hash, 'hex') : null,
          below: first ?? '0',
        });
      } else if (kind === 'checkpoint') {
        const checkpoint = parseCheckpoint(first ?? '');
        if (checkpoint) facts.checkpoints.push(checkpoint);
      } else if (kind !== 'kind') break;
    }
    if (!known) throw new RangeError(`${this.file} is not a dump of an audit log`);
    return facts;
  }

  async *places(from: number): AsyncIterable<Place> {
    for await (const [kind, seq, entryId, hash, ...row] of this.records()) {
      if (kind !== 'place' || Number(seq) < from) continue;
      yield {
        seq: Number(seq),
        entryId: entryId ?? '',
        hash: Buffer.from(hash ?? '', 'hex'),
        bytes: row.length === 0 ? null : encoded(row),
      };
    }
  }

  async *unsealed(): AsyncIterable<RawRow> {
    for await (const [kind, , , , ...row] of this.records()) if (kind === 'unsealed') yield row;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private records(): AsyncIterable<(string | null)[]> {
    return csvRecords(createReadStream(this.file, { encoding: 'utf8' }));
  }
}
