import { MOST_PIXELS, type TakenOut } from '@encircle/shared/files';
import { refuse, type Harmless } from './refusal.js';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** Bits of the extended header that say camera data, XMP or a colour profile follow. */
const TELLING = 0x08 | 0x04 | 0x20;

/** The picture and nothing else. What lies behind the size it gives is left out. */
export function cleanWebp(bytes: Buffer): Harmless {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length || end < 20) refuse('BROKEN');
  const kept: Buffer[] = [];
  const takenOut = new Set<TakenOut>();
  let drawn = false;
  for (let at = 12; at < end;) {
    if (at + 8 > end) refuse('BROKEN');
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > end) refuse('BROKEN');
    const part = Buffer.from(bytes.subarray(at, next));
    if (name === 'VP8X') {
      if (length !== 10) refuse('BROKEN');
      const pixels = (part.readUIntLE(12, 3) + 1) * (part.readUIntLE(15, 3) + 1);
      if (pixels > MOST_PIXELS) refuse('TOO_MANY_PIXELS');
      part[8] = (part[8] ?? 0) & ~TELLING;
    }
    if (['VP8 ', 'VP8L', 'ANMF'].includes(name)) drawn = true;
    if (KEPT.has(name)) kept.push(part);
    else takenOut.add(name === 'EXIF' || name === 'XMP ' ? 'LOCATION' : 'PROPERTIES');
    at = next;
  }
  if (!drawn) refuse('BROKEN');
  if (end < bytes.length) takenOut.add('TRAILING');
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return { kind: 'WEBP', bytes: Buffer.concat([head, body]), takenOut: [...takenOut], pages: null };
}
