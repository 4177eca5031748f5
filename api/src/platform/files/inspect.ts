import { MOST_BYTES } from '@encircle/shared/files';
import { isKnownHarm } from './known-harm.js';
import { cleanOffice } from './office.js';
import { cleanPdf } from './pdf.js';
import { cleanPicture, isJpeg, isPng, isWebp } from './picture.js';
import { cleanText } from './plain-text.js';
import { refuse, type Harmless } from './refusal.js';

const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PHONE = /^(heic|heix|hevc|heim|heis|mif1|msf1|avif)$/;

/**
 * What a file is by its bytes, and the file with everything taken out that could harm or tell too much.
 * @throws FileRefused with why it is not taken
 */
export function inspect(bytes: Buffer): Harmless {
  if (bytes.length === 0) refuse('EMPTY');
  if (bytes.length > MOST_BYTES) refuse('TOO_LARGE');
  if (isKnownHarm(bytes)) refuse('HARMFUL');
  const clean = byKind(bytes);
  // Writing it anew must not make it larger than what is taken.
  if (clean.bytes.length > MOST_BYTES) refuse('TOO_LARGE');
  return clean;
}

function byKind(bytes: Buffer): Harmless {
  if (startsWith(bytes, '%PDF-')) return cleanPdf(bytes);
  if (isJpeg(bytes) || isPng(bytes) || isWebp(bytes)) return cleanPicture(bytes);
  if (startsWith(bytes, 'PK')) return cleanOffice(bytes);
  if (bytes.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) refuse('OLD_OFFICE');
  if (startsWith(bytes, 'ftyp', 4) && PHONE.test(bytes.toString('latin1', 8, 12))) refuse('PHONE_PICTURE');
  // A reader of PDF looks for its beginning anywhere in the first kilobyte.
  if (bytes.subarray(0, 1024).includes('%PDF-')) refuse('TWO_KINDS');
  return cleanText(bytes);
}
