import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { refuse } from './refusal.js';

export interface ZipPart {
  name: string;
  bytes: Buffer;
  /** Kept without compression. */
  stored: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_PARTS = 2_000;
const MOST_UNPACKED = 100_000_000;
/** Real documents pack to a tenth; drawings full of one colour to a hundredth. */
const MOST_RATIO = 250;
const RATIO_FROM = 1_000_000;
const LOCKED_OR_STREAMED_NAMES = 0x0001 | 0x2000;

/** Whether an archive hangs at the end of these bytes: a directory of parts that is where its end says. */
export function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue;
    const directory = at - bytes.readUInt32LE(at + 12);
    if (directory >= 0 && directory + 4 <= at && bytes.readUInt32LE(directory) === CENTRAL) return true;
  }
  return false;
}

/**
 * The parts of an archive. Its own word about sizes is checked before anything is unpacked, and held to while it is. Bytes
 * before the first part, between parts, or behind the end are refused.
 */
export function readZip(bytes: Buffer): ZipPart[] {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL) refuse('BROKEN');
  const end = bytes.length - 22;
  // A comment behind the end, or a second archive, is not something an office program writes.
  if (bytes.readUInt32LE(end) !== END || bytes.readUInt16LE(end + 20) !== 0) refuse('TWO_KINDS');
  const count = bytes.readUInt16LE(end + 10);
  const from = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || from === 0xffffffff || count > MOST_PARTS) refuse('TOO_MANY_PARTS');
  if (bytes.readUInt32LE(end + 4) !== 0 || from + bytes.readUInt32LE(end + 12) !== end) refuse('BROKEN');
  const entries = readDirectory(bytes, from, end, count);
  askSizes(entries);
  const places = entries.map((entry) => placeOf(bytes, entry, from));
  askOverlap(places);
  return entries.map((entry, n) => unpack(bytes, entry, places[n] ?? { from: 0, to: 0, data: 0 }));
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

interface Place {
  from: number;
  data: number;
  to: number;
}

function readDirectory(bytes: Buffer, from: number, end: number, count: number): Entry[] {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = from;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) refuse('BROKEN');
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const [nameLength = 0] = lengths;
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    askName(name, names);
    if (bytes.readUInt16LE(at + 8) & LOCKED_OR_STREAMED_NAMES) refuse('LOCKED');
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  if (at !== end) refuse('BROKEN');
  return entries;
}

/** Names that lead out of the archive, or that two systems would read differently. */
function askName(name: string, names: Set<string>): void {
  const parts = name.split('/');
  const leadsOut =
    parts.includes('..') || parts.includes('.') || name.startsWith('/') || /^[A-Za-z]:/.test(name);
  if (name === '' || name.length > 240 || leadsOut || /[\\\u0000-\u001f\u007f\ufffd]/.test(name))
    refuse('BAD_PART_NAMES');
  const alike = name.toLowerCase();
  if (names.has(alike)) refuse('BAD_PART_NAMES');
  names.add(alike);
}

function askSizes(entries: readonly Entry[]): void {
  const all = entries.reduce((sum, { size }) => sum + size, 0);
  if (all > MOST_UNPACKED) refuse('UNPACKS_TOO_LARGE');
  for (const { size, packed } of entries)
    if (size > RATIO_FROM && size > packed * MOST_RATIO) refuse('UNPACKS_TOO_LARGE');
}

/** Where the data of a part lies; the two descriptions of it must agree. */
function placeOf(bytes: Buffer, entry: Entry, directory: number): Place {
  const { at } = entry;
  if (at + 30 > directory || bytes.readUInt32LE(at) !== LOCAL) refuse('BROKEN');
  const nameLength = bytes.readUInt16LE(at + 26);
  const data = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
  const to = data + entry.packed;
  if (to > directory || bytes.readUInt16LE(at + 8) !== entry.method) refuse('BROKEN');
  if (bytes.toString('utf8', at + 30, at + 30 + nameLength) !== entry.name) refuse('BAD_PART_NAMES');
  return { from: at, data, to };
}

/** Parts that share their bytes unpack to more than the archive holds. */
function askOverlap(places: readonly Place[]): void {
  const ordered = [...places].sort((a, b) => a.from - b.from);
  if (ordered[0] && ordered[0].from !== 0) refuse('TWO_KINDS');
  for (const [n, place] of ordered.entries()) {
    const next = ordered[n + 1];
    if (next && next.from < place.to) refuse('UNPACKS_TOO_LARGE');
  }
}

function unpack(bytes: Buffer, { name, method, crc, size }: Entry, { data, to }: Place): ZipPart {
  const packed = bytes.subarray(data, to);
  if (method !== 0 && method !== 8) refuse('BROKEN');
  const unpacked = method === 0 ? packed : inflateTo(packed, size);
  if (unpacked.length !== size || crc32(unpacked) !== crc) refuse('BROKEN');
  return { name, bytes: unpacked, stored: method === 0 };
}

function inflateTo(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    return refuse(
      (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'UNPACKS_TOO_LARGE' : 'BROKEN',
    );
  }
}

/** 1 January 1980, the first day an archive can name: when a part was made is nobody's business. */
const NO_DAY = 0x0021;

/** A new archive of these parts: nothing of the old one's own bytes is in it. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, stored } of parts) {
    const data = stored ? bytes : deflateRawSync(bytes);
    const label = Buffer.from(name, 'utf8');
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt16LE(NO_DAY, 8);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([signature(LOCAL), head, label, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([signature(CENTRAL), Buffer.from([20, 0]), head, tail, label]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, signature(END), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
