import { isUtf8 } from 'node:buffer';
import { refuse, type Harmless } from './refusal.js';

/** Anything that is no letter, sign, line or tab. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** What the older Windows puts where Latin-1 has control codes; the decoder of Node does not know it everywhere. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Words and nothing else, kept as UTF-8. An older Windows text is read as what it was. */
export function cleanText(bytes: Buffer): Harmless {
  const text = wordsOf(bytes);
  if (NO_TEXT.test(text)) refuse('UNKNOWN_KIND');
  return { kind: 'TXT', bytes: Buffer.from(text, 'utf8'), takenOut: [], pages: null };
}

function wordsOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? '');
}
