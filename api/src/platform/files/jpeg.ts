import { MOST_PIXELS, type TakenOut } from '@encircle/shared/files';
import { refuse, type Harmless } from './refusal.js';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const JFIF = 0xe0;
const EXIF = 0xe1;
const ADOBE = 0xee;
const QUANTA = 0xdb;
const HUFFMAN = 0xc4;
const ARITHMETIC = 0xcc;
const RESTART_EVERY = 0xdd;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![HUFFMAN, ARITHMETIC, 0xc8].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
const isKept = (marker: number): boolean =>
  isFrame(marker) || [QUANTA, HUFFMAN, ARITHMETIC, RESTART_EVERY, SCAN].includes(marker);

/**
 * The picture and nothing else: its tables, frames and scans are copied; where it was taken, with what, by whom, previews,
 * comments and whatever lies behind its end are not. Which way up it was held is written anew.
 */
export function cleanJpeg(bytes: Buffer): Harmless {
  const kept: Buffer[] = [];
  const takenOut = new Set<TakenOut>();
  let turned = 1;
  let colours: Buffer | null = null;
  let frame = false;
  let scanned = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) refuse('BROKEN');
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? refuse('BROKEN');
    if (marker === END) break;
    if (marker === START || marker === 0 || isRestart(marker) || at + 4 > bytes.length) refuse('BROKEN');
    const length = bytes.readUInt16BE(at + 2);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) refuse('BROKEN');
    const segment = bytes.subarray(at, next);
    if (isFrame(marker)) {
      askSize(segment);
      frame = true;
    }
    if (marker === EXIF) turned = turnOf(segment) ?? turned;
    if (marker === ADOBE && length === 14 && segment.toString('latin1', 4, 9) === 'Adobe') colours = segment;
    if (isKept(marker)) kept.push(segment);
    else if (marker !== JFIF && marker !== ADOBE) takenOut.add(marker === EXIF ? 'LOCATION' : 'PROPERTIES');
    at = next;
    if (marker === SCAN) {
      const end = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, end));
      scanned = true;
      at = end;
    }
  }
  if (!frame || !scanned) refuse('BROKEN');
  if (at + 2 < bytes.length) takenOut.add('TRAILING');
  const head = [Buffer.from([0xff, START]), turned === 1 ? JFIF_HEAD : exifOf(turned)];
  const body = [...head, ...(colours ? [colours] : []), ...kept, Buffer.from([0xff, END])];
  return { kind: 'JPEG', bytes: Buffer.concat(body), takenOut: [...takenOut], pages: null };
}

const JFIF_HEAD = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

function askSize(segment: Buffer): void {
  if (segment.length < 9) refuse('BROKEN');
  const pixels = segment.readUInt16BE(5) * segment.readUInt16BE(7);
  if (pixels === 0) refuse('BROKEN');
  if (pixels > MOST_PIXELS) refuse('TOO_MANY_PIXELS');
}

/** Where the compressed data of a scan ends: at the next marker that is no escaped byte and no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) refuse('BROKEN');
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** The one thing of what a camera writes that a picture needs: which way up it was held, 1 to 8. */
function turnOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return null;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  const entries = short(directory);
  for (let n = 0; n < entries; n += 1) {
    const entry = directory + 2 + n * 12;
    if (entry + 12 > tiff.length) return null;
    if (short(entry) === 0x0112) {
      const turned = short(entry + 8);
      return turned >= 1 && turned <= 8 ? turned : null;
    }
  }
  return null;
}

function exifOf(turned: number): Buffer {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Buffer.from([0xff, EXIF, 0, body.length + 2, ...body]);
}
