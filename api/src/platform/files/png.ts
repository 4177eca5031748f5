import { crc32 } from 'node:zlib';
import { MOST_PIXELS, type TakenOut } from '@encircle/shared/files';
import { refuse, type Harmless } from './refusal.js';

/** What a picture is drawn from; every other part tells something about its maker, or nothing at all. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'pHYs',
  'bKGD',
  'sBIT',
]);
const SIGNATURE = 8;

/** The picture and nothing else: texts, camera data, times, profiles and whatever lies behind its end are left out. */
export function cleanPng(bytes: Buffer): Harmless {
  const kept = [bytes.subarray(0, SIGNATURE)];
  const takenOut = new Set<TakenOut>();
  let at = SIGNATURE;
  for (let first = true; ; first = false) {
    if (at + 12 > bytes.length) refuse('BROKEN');
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const next = at + 12 + length;
    if (!/^[A-Za-z]{4}$/.test(name) || next > bytes.length || first !== (name === 'IHDR')) refuse('BROKEN');
    const part = bytes.subarray(at, next);
    if (crc32(part.subarray(4, 8 + length)) !== part.readUInt32BE(8 + length)) refuse('BROKEN');
    if (name === 'IHDR') askSize(part);
    if (KEPT.has(name)) kept.push(part);
    else takenOut.add(name === 'eXIf' ? 'LOCATION' : 'PROPERTIES');
    at = next;
    if (name === 'IEND') break;
  }
  if (at < bytes.length) takenOut.add('TRAILING');
  return { kind: 'PNG', bytes: Buffer.concat(kept), takenOut: [...takenOut], pages: null };
}

function askSize(header: Buffer): void {
  if (header.length !== 25) refuse('BROKEN');
  const pixels = header.readUInt32BE(8) * header.readUInt32BE(12);
  if (pixels === 0) refuse('BROKEN');
  if (pixels > MOST_PIXELS) refuse('TOO_MANY_PIXELS');
}
