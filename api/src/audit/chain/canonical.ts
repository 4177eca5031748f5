import { ByteWriter } from './byte-writer.js';

/** What a column of `audit.entry` is, with the number PostgreSQL has given that type. */
const TYPES = {
  number8: 20,
  number4: 23,
  text: 25,
  texts: 1009,
  instant: 1184,
  uuid: 2950,
  uuids: 2951,
  transaction: 5069,
} as const;
type Kind = keyof typeof TYPES;

/**
 * The columns of `audit.entry` in the order they are hashed. The same order is written in the migration that seals;
 * a column added to the table without being added here and there is found by a test.
 */
export const COLUMNS = [
  ['id', 'number8'],
  ['at', 'instant'],
  ['xid', 'transaction'],
  ['actor_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['role', 'text'],
  ['session_ref', 'text'],
  ['action', 'text'],
  ['outcome', 'text'],
  ['episode_id', 'uuid'],
  ['child_ids', 'uuids'],
  ['categories', 'texts'],
  ['purpose', 'text'],
  ['reason', 'text'],
  ['basis', 'texts'],
  ['channel', 'text'],
  ['result_count', 'number4'],
  ['query_hash', 'text'],
  ['request_id', 'text'],
  ['fields', 'texts'],
] as const satisfies readonly (readonly [string, Kind])[];

/** A row as PostgreSQL writes it in text, in the order of `COLUMNS`, instants in UTC. */
export type RawRow = readonly (string | null)[];

type Put = (out: ByteWriter, value: string) => void;

const SECONDS_TO_2000 = 946_684_800;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\+00$/;

/**
 * The row as PostgreSQL sends it in binary (`record_send`): how many columns, then for each its type, its length (-1:
 * nothing) and its bytes. No row can be read as another.
 */
function writeCanonical(row: RawRow): void {
  out.int32(COLUMNS.length);
  for (let at = 0; at < PUTS.length; at += 1) {
    const { type, put } = PUTS[at] as (typeof PUTS)[number];
    const value = row[at];
    out.int32(type);
    if (value === null || value === undefined) out.int32(-1);
    else withLength(out, value, put);
  }
}

const out = new ByteWriter();

/** The canonical form of a row, worked out here without the database. @throws RangeError on what no column holds */
export function canonicalBytes(row: RawRow): Buffer {
  out.clear();
  writeCanonical(row);
  return Buffer.from(out.bytes());
}

function withLength(out: ByteWriter, value: string, put: Put): void {
  const start = out.reserve(4);
  put(out, value);
  out.int32At(start, out.length - start - 4);
}

const BYTES: Record<Kind, Put> = {
  number8: (out, value) => out.int64(BigInt(value)),
  number4: (out, value) => out.int32(Number(value)),
  instant: (out, value) => out.int64(microsecondsSince2000(value)),
  uuid: (out, value) => out.uuid(value),
  text: (out, value) => out.utf8(value),
  uuids: (out, value) => putList(out, value, TYPES.uuid, BYTES.uuid),
  texts: (out, value) => putList(out, value, TYPES.text, BYTES.text),
  transaction: (out, value) => out.int64(BigInt(value)),
};

const PUTS = COLUMNS.map(([, kind]) => ({ type: TYPES[kind], put: BYTES[kind] }));

/** Dimensions, whether anything is missing, type of the items; how many and from which number; each with its length. */
function putList(out: ByteWriter, value: string, type: number, put: Put): void {
  const items = arrayItems(value);
  out.int32(items.length === 0 ? 0 : 1);
  out.int32(items.includes(null) ? 1 : 0);
  out.int32(type);
  if (items.length === 0) return;
  out.int32(items.length);
  out.int32(1);
  for (const item of items) {
    if (item === null) out.int32(-1);
    else withLength(out, item, put);
  }
}

/** PostgreSQL counts time in microseconds since the year 2000. */
export function microsecondsSince2000(text: string): bigint {
  const found = INSTANT.exec(text);
  if (!found) throw new RangeError('not an instant in UTC as PostgreSQL writes it');
  const part = (at: number): number => Number(found[at]);
  const ms = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6));
  return BigInt(ms / 1000 - SECONDS_TO_2000) * 1_000_000n + BigInt(Number((found[7] ?? '').padEnd(6, '0')));
}

/** The items of a one-dimensional array in PostgreSQL's text form, `{a,"b c",NULL}`. */
export function arrayItems(text: string): (string | null)[] {
  if (text === '{}') return [];
  if (!text.startsWith('{') || !text.endsWith('}'))
    throw new RangeError('not an array as PostgreSQL writes it');
  if (!text.includes('"'))
    return text
      .slice(1, -1)
      .split(',')
      .map((item) => (item === 'NULL' ? null : item));
  const items: (string | null)[] = [];
  let at = 1;
  while (at < text.length) {
    let item = '';
    const quoted = text[at] === '"';
    if (quoted) at += 1;
    for (;;) {
      const c = text[at];
      if (c === undefined) throw new RangeError('an array without an end');
      if (quoted ? c === '"' : c === ',' || c === '}') break;
      if (quoted && c === '\\') at += 1;
      item += text[at] ?? '';
      at += 1;
    }
    if (quoted) at += 1;
    items.push(!quoted && item === 'NULL' ? null : item);
    at += 1;
  }
  return items;
}
