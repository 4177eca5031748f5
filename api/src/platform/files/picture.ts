import { cleanJpeg } from './jpeg.js';
import { cleanPng } from './png.js';
import { refuse, type Harmless } from './refusal.js';
import { cleanWebp } from './webp.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, PNG.length).equals(PNG);
export const isWebp = (bytes: Buffer): boolean =>
  bytes.length > 16 &&
  bytes.toString('latin1', 0, 4) === 'RIFF' &&
  bytes.toString('latin1', 8, 12) === 'WEBP';

/** A picture by its first bytes, whatever it is called. */
export function cleanPicture(bytes: Buffer): Harmless {
  if (isJpeg(bytes)) return cleanJpeg(bytes);
  if (isPng(bytes)) return cleanPng(bytes);
  if (isWebp(bytes)) return cleanWebp(bytes);
  return refuse('BROKEN');
}
