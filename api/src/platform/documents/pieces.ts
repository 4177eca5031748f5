import type { Face } from './fonts.js';

/** A part of a text that one font can draw. */
export interface Piece {
  face: Face;
  text: string;
}

const OF_SCRIPT: readonly (readonly [Face, RegExp])[] = [
  ['arabic', /\p{Script_Extensions=Arabic}/u],
  ['bengali', /\p{Script_Extensions=Bengali}/u],
];

/** Spaces and joiners go with the letters before them. */
const GOES_ALONG = /^[\s\u200c\u200d]$/;
const NO_LETTER = /^\p{Default_Ignorable_Code_Point}$/u;

/**
 * Parts a text by the fonts it needs. Of a letter that no font has, the mark goes before the letter does; a sign that no
 * font has is drawn as the empty box every font has for it, so that nobody takes it for another.
 * @param has whether a font has a sign
 */
export function piecesOf(text: string, has: (face: Face, code: number) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const letter of text.normalize('NFC')) {
    const before = pieces.at(-1);
    const face = GOES_ALONG.test(letter) && before ? before.face : faceOf(letter);
    const drawn = drawable(letter, face, has);
    if (before?.face === face) before.text += drawn;
    else pieces.push({ face, text: `${takeSpace(before)}${drawn}` });
  }
  return pieces.length === 0 ? [{ face: 'text', text: '' }] : pieces;
}

/** The space behind a line from the right would stand on its wrong side: it opens what follows. */
function takeSpace(before: Piece | undefined): string {
  const space = before?.face === 'arabic' ? (/\s+$/.exec(before.text)?.[0] ?? '') : '';
  if (before && space !== '') before.text = before.text.slice(0, -space.length);
  return space;
}

/** Figures and points of ours are drawn with the text, in the order they are read. */
function faceOf(letter: string): Face {
  if (letter < '\u0080') return 'text';
  return OF_SCRIPT.find(([, script]) => script.test(letter))?.[0] ?? 'text';
}

function drawable(letter: string, face: Face, has: (face: Face, code: number) => boolean): string {
  const code = letter.codePointAt(0) ?? 0;
  if (GOES_ALONG.test(letter) || has(face, code)) return letter;
  if (NO_LETTER.test(letter)) return '';
  const bare = letter.normalize('NFD')[0] ?? '';
  return bare !== letter && has(face, bare.codePointAt(0) ?? 0) ? bare : letter;
}
