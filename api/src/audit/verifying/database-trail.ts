import pg from 'pg';
import { COLUMNS, type RawRow } from '#api/audit/chain/canonical.js';
import type { Checkpoint } from '#api/audit/chain/checkpoint.js';
import type { ChainFacts, Place, Trail } from './trail.js';

const PAGE = 4000;
/** Values as PostgreSQL writes them: nothing is understood before it is hashed. */
const RAW = { getTypeParser: () => (value: string) => value };
/** `\\x0a1b` as PostgreSQL writes bytes. */
const fromHex = (text: string): Buffer => Buffer.from(text.slice(2), 'hex');
const ROW = COLUMNS.map(([name]) => `e.${name}`).join(', ');

/** The audit log of a database, in one snapshot and read only. The connection may be the migrating role's or an administrator's. */
export class DatabaseTrail implements Trail {
  private cursors = 0;

  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<DatabaseTrail> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`begin isolation level repeatable read read only; set local role encircle_owner;
      set local timezone = 'UTC'; set local datestyle = 'ISO'; set local search_path = ''; set local jit = off`);
    return new DatabaseTrail(client);
  }

  async facts(): Promise<ChainFacts> {
    const chain = await this.client.query<{
      id: string | null;
      seq: string;
      head: Buffer | null;
      below: string;
    }>('select id, seq::text, head, below::text from audit.chain');
    const kept = await this.client.query<{ line: Checkpoint }>(
      'select audit.as_line(k) as line from audit.checkpoint k order by k.number',
    );
    const row = chain.rows[0];
    return {
      id: row?.id ?? null,
      seq: Number(row?.seq ?? 0),
      head: row?.head ?? null,
      below: row?.below ?? '0',
      checkpoints: kept.rows.map(({ line }) => line),
    };
  }

  async *places(from: number): AsyncIterable<Place> {
    // PostgreSQL's own binary form, so that a million rows need not be written as text and read again.
    const sql = `select l.seq, l.entry_id, l.hash, case when e.id is not null then pg_catalog.record_send(row(${ROW})) end
      from audit.link l left join audit.entry e on e.id = l.entry_id where l.seq >= ${Math.trunc(from)} order by l.seq`;
    for await (const [seq, entryId, hash, bytes] of this.stream(sql))
      yield {
        seq: Number(seq),
        entryId: entryId ?? '',
        hash: fromHex(hash ?? ''),
        bytes: bytes === null || bytes === undefined ? null : fromHex(bytes),
      };
  }

  /** The same with the rows in text, for a dump: place, row id, hash in hex, then the columns, none when the row is gone. */
  async *placesInText(): AsyncIterable<(string | null)[]> {
    const sql = `select l.seq, l.entry_id, encode(l.hash, 'hex'), e.id, ${ROW}
      from audit.link l left join audit.entry e on e.id = l.entry_id order by l.seq`;
    for await (const [seq, entryId, hash, found, ...row] of this.stream(sql))
      yield [seq ?? null, entryId ?? null, hash ?? null, ...(found === null ? [] : row)];
  }

  unsealed(): AsyncIterable<RawRow> {
    return this.stream(`select ${ROW} from audit.entry e
      where not exists (select 1 from audit.link l where l.entry_id = e.id) order by e.id`);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async *stream(sql: string): AsyncIterable<(string | null)[]> {
    this.cursors += 1;
    const name = `trail_${this.cursors}`;
    await this.client.query(`declare ${name} no scroll cursor for ${sql}`);
    const fetch = () =>
      this.client.query<(string | null)[]>({
        text: `fetch ${PAGE} from ${name}`,
        rowMode: 'array',
        types: RAW as unknown as pg.CustomTypesConfig,
      });
    let next = fetch();
    try {
      for (;;) {
        const { rows } = await next;
        if (rows.length === 0) break;
        // The next page is on its way while this one is hashed.
        next = fetch();
        yield* rows;
      }
    } finally {
      await next.catch(() => undefined);
      await this.client.query(`close ${name}`);
    }
  }
}
