import { deflateSync, inflateSync } from 'node:zlib';
import { MOST_PAGES, type TakenOut } from '@encircle/shared/files';
import { isKnownHarm } from './known-harm.js';
import { refuse, type Harmless } from './refusal.js';
import { endsAsZip } from './zip.js';

const MOST_OBJECTS = 60_000;
const MOST_UNPACKED = 150_000_000;
const MOST_UNPACKED_STREAM = 60_000_000;

/** A name as a reader takes it: any letter of it may be written as its number. */
const named = (name: string): string => `/${[...name].map(letterOrNumber).join('')}(?![A-Za-z0-9])`;
const letterOrNumber = (letter: string): string => {
  const number = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|#${number}|#${number.toUpperCase()})`;
};
const anyOf = (...names: string[]): RegExp => new RegExp(names.map(named).join('|'));

/** What makes a document more than pages: programs, sending forms, other files, films. */
const ACTIVE = anyOf(
  ...['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'RichMedia', 'XFA'],
  ...['SubmitForm', 'ImportData', 'GoToE', 'GoToR', 'Rendition', 'Movie', 'Sound', '3D', 'AA'],
);
/** Long enough not to come up by chance in compressed bytes. */
const ACTIVE_ANYWHERE = anyOf(
  'JavaScript',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'SubmitForm',
);
const ENCRYPTED = anyOf('Encrypt');
const OBJECT_STREAM = anyOf('ObjStm');
const METADATA = new RegExp(`${named('Type')}\\s*${named('Metadata')}`);
const FILTER = anyOf('Filter');
const FLATE_ONLY = /\/Filter\s*(\[\s*)?\/(FlateDecode|Fl)\s*(\])?\s*(?=[/>])/;
const PREDICTED = anyOf('DecodeParms');
const PAGE = new RegExp(`${named('Type')}\\s*${named('Page')}`, 'g');
const KIDS = new RegExp(`${named('Kids')}\\s*\\[([^\\]]*)\\]`, 'g');

interface Stream {
  /** The dictionary before it. */
  head: string;
  from: number;
  to: number;
}

/**
 * A document of pages and nothing else. Every dictionary is read, those in compressed objects too; what cannot be read is
 * refused. Who made it and with what is written over where it stands, so that no byte moves.
 */
export function cleanPdf(original: Buffer): Harmless {
  const bytes = Buffer.from(original);
  askEdges(bytes);
  const text = bytes.toString('latin1');
  const { plain, streams } = partsOf(text);
  if (ENCRYPTED.test(plain)) refuse('LOCKED');
  if (ACTIVE.test(plain) || ACTIVE_ANYWHERE.test(text)) refuse('ACTIVE_PDF');
  const packed = unpackAll(bytes, plain, streams);
  const objects = count(plain, /\b\d+\s+\d+\s+obj\b/g) + packed.reduce((sum, { held }) => sum + held, 0);
  if (objects > MOST_OBJECTS) refuse('TOO_MANY_PARTS');
  const pages = packed.reduce((sum, { text: inner }) => sum + count(inner, PAGE), count(plain, PAGE));
  if (pages === 0) refuse('BROKEN');
  if (pages > MOST_PAGES) refuse('TOO_MANY_PAGES');
  for (const each of [plain, ...packed.map(({ text: inner }) => inner)]) askKids(each);
  const takenOut = new Set<TakenOut>();
  if (blankProperties(bytes, plain, streams, packed)) takenOut.add('PROPERTIES');
  if (blankCamera(bytes)) takenOut.add('LOCATION');
  return { kind: 'PDF', bytes, takenOut: [...takenOut], pages };
}

/** A tree of pages that names a page twice may have more pages than the world has paper. */
function askKids(text: string): void {
  for (const [, kids = ''] of text.matchAll(KIDS)) {
    const all = kids.match(/\d+\s+\d+\s+R/g) ?? [];
    if (new Set(all).size !== all.length) refuse('TOO_MANY_PAGES');
  }
}

/** It begins and ends as what it is; nothing else hangs on to it. */
function askEdges(bytes: Buffer): void {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) refuse('BROKEN');
  if (tail.slice(end + 5).replace(/[\s\0]/g, '') !== '' || endsAsZip(bytes)) refuse('TWO_KINDS');
}

/** The text outside streams, and where the streams are. What is between two streams is never skipped. */
function partsOf(text: string): { plain: string; streams: Stream[] } {
  const streams: Stream[] = [];
  const plain: string[] = [];
  let at = 0;
  const begin = />>\s*stream(\r\n|\n|\r)/g;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const from = begin.lastIndex;
    const to = text.indexOf('endstream', from);
    if (to < 0) refuse('BROKEN');
    const before = text.slice(at, from);
    plain.push(before);
    streams.push({ head: before.slice(Math.max(0, before.lastIndexOf(' obj'))), from, to });
    if (streams.length > MOST_OBJECTS) refuse('TOO_MANY_PARTS');
    at = to;
    begin.lastIndex = to;
  }
  plain.push(text.slice(at));
  return { plain: plain.join('\n'), streams };
}

interface Packed {
  stream: Stream;
  text: string;
  held: number;
}

/** Objects may be compressed together: unpacked within limits and read like the rest. */
function unpackAll(bytes: Buffer, plain: string, streams: readonly Stream[]): Packed[] {
  let left = MOST_UNPACKED;
  const packed: Packed[] = [];
  // One that is named elsewhere than in front of its stream is one that was to be overlooked.
  const fronts = streams.filter(({ head }) => OBJECT_STREAM.test(head)).length;
  if (count(plain, new RegExp(OBJECT_STREAM, 'g')) !== fronts) refuse('BROKEN');
  for (const stream of streams) {
    const isObjects = OBJECT_STREAM.test(stream.head);
    const flate = FLATE_ONLY.test(stream.head);
    if (isObjects && ((FILTER.test(stream.head) && !flate) || PREDICTED.test(stream.head))) refuse('BROKEN');
    if (!isObjects && !flate) continue;
    const inner =
      isObjects && !flate ? bytes.subarray(stream.from, stream.to) : inflated(bytes, stream, left);
    if (inner === null) {
      if (isObjects) refuse('BROKEN');
      continue;
    }
    left -= inner.length;
    if (left <= 0) refuse('UNPACKS_TOO_LARGE');
    if (isKnownHarm(inner)) refuse('HARMFUL');
    if (!isObjects) continue;
    const text = inner.toString('latin1');
    if (ACTIVE.test(text)) refuse('ACTIVE_PDF');
    packed.push({ stream, text, held: Number(/\/N\s+(\d+)/.exec(stream.head)?.[1] ?? 0) });
  }
  return packed;
}

/** Null when it is no such stream after all: a reader shows nothing of it either. */
function inflated(bytes: Buffer, { from, to }: Stream, left: number): Buffer | null {
  try {
    return inflateSync(bytes.subarray(from, to), { maxOutputLength: Math.min(left, MOST_UNPACKED_STREAM) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') refuse('UNPACKS_TOO_LARGE');
    return null;
  }
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Texts of the entries that say who, what with, when. */
const ENTRY =
  /\/(Title|Author|Subject|Keywords|Creator|Producer|CreationDate|ModDate|Company|Manager|SourceModified)(\s*)(\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>)/g;

function blankProperties(
  bytes: Buffer,
  plain: string,
  streams: readonly Stream[],
  packed: readonly Packed[],
): boolean {
  let found = false;
  const whole = bytes.toString('latin1');
  const numbers = new Set([...plain.matchAll(/\/Info\s+(\d+)\s+\d+\s+R/g)].map(([, number = '']) => number));
  for (const number of numbers) {
    for (const { from, to } of objectsNumbered(number, whole)) {
      const body = whole.slice(from, to);
      const blanked = blank(body);
      if (blanked === body || streams.some((stream) => from >= stream.from && from < stream.to)) continue;
      bytes.write(blanked, from, 'latin1');
      found = true;
    }
    for (const { stream, text } of packed) {
      const place = placeInside(stream, text, number);
      if (!place) continue;
      const body = text.slice(place.from, place.to);
      const blanked = text.slice(0, place.from) + blank(body) + text.slice(place.to);
      if (blanked === text) continue;
      putBack(bytes, stream, Buffer.from(blanked, 'latin1'));
      found = true;
    }
  }
  for (const stream of streams) {
    const room = stream.to - stream.from;
    if (!METADATA.test(stream.head) || room < 32) continue;
    if (FILTER.test(stream.head)) bytes.set(spacesPackedTo(room), stream.from);
    else bytes.fill(0x20, stream.from, stream.to);
    found = true;
  }
  return found;
}

/** Every object of this number, older versions of it too. */
function objectsNumbered(number: string, whole: string): { from: number; to: number }[] {
  return [...whole.matchAll(new RegExp(`(?<![0-9])${number}\\s+\\d+\\s+obj\\b`, 'g'))].map(({ index }) => {
    const end = whole.indexOf('endobj', index);
    return { from: index, to: end < 0 ? whole.length : end };
  });
}

/** Where an object of this number stands among those compressed together. */
function placeInside({ head }: Stream, text: string, number: string): { from: number; to: number } | null {
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const pairs = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let n = 0; n + 1 < pairs.length; n += 2)
    if (pairs[n] === Number(number))
      return {
        from: first + (pairs[n + 1] ?? 0),
        to: n + 3 < pairs.length ? first + (pairs[n + 3] ?? 0) : text.length,
      };
  return null;
}

/** Letters of the texts become spaces (of numbers, 20), one for one. */
const blank = (text: string): string =>
  text.replace(ENTRY, (_, key: string, gap: string, value: string) => {
    const inner = value.startsWith('(')
      ? `(${' '.repeat(value.length - 2)})`
      : `<${'20'.repeat(Math.floor((value.length - 2) / 2))}${value.length % 2 ? ' ' : ''}>`;
    return `/${key}${gap}${inner}`;
  });

/** Written back in its own room: what is left of it is filled with nothing. */
function putBack(bytes: Buffer, { head, from, to }: Stream, text: Buffer): void {
  const body = FILTER.test(head) ? deflateSync(text, { level: 9 }) : text;
  if (body.length > to - from) refuse('BROKEN');
  bytes.fill(0x0a, from, to);
  bytes.set(body, from);
}

/** A compressed stream of exactly this many bytes that unpacks to spaces. */
function spacesPackedTo(size: number): Buffer {
  const body = deflateSync(Buffer.alloc(Math.min(size, 4096), 0x20), { level: 9 });
  const out = Buffer.alloc(size, 0x0a);
  out.set(body.length <= size ? body : deflateSync(Buffer.from(' ')), 0);
  return out;
}

const CAMERA = [Buffer.from('Exif\0\0', 'latin1'), Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')];

/** Photographs inside keep their camera data in segments of their own: their contents become nothing. */
function blankCamera(bytes: Buffer): boolean {
  let found = false;
  for (const word of CAMERA)
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
      if (at < 4 || bytes.readUInt16BE(at - 4) !== 0xffe1) continue;
      bytes.fill(0, at, Math.min(at - 2 + bytes.readUInt16BE(at - 2), bytes.length));
      found = true;
    }
  return found;
}
