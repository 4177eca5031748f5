import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Latin with all its marks, Vietnamese, Greek, Cyrillic; Arabic with Urdu and Persian; Bengali. */
export const FACES = ['text', 'arabic', 'bengali'] as const;
export type Face = (typeof FACES)[number];
export type Weight = 'regular' | 'bold' | 'italic';

const PLACES: Readonly<Record<Face, Readonly<Record<Weight, string>>>> = {
  text: {
    regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
    italic: 'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  },
  // These scripts have no slanted letters.
  arabic: {
    regular: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    bold: 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
    italic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  },
  bengali: {
    regular: 'hind-siliguri/400Regular/HindSiliguri_400Regular.ttf',
    bold: 'hind-siliguri/700Bold/HindSiliguri_700Bold.ttf',
    italic: 'hind-siliguri/400Regular/HindSiliguri_400Regular.ttf',
  },
};

const require = createRequire(import.meta.url);
const read = new Map<string, Buffer>();

/** The font that goes into a document, so that every viewer draws the same letters. Read once, when first needed. */
export function fontFile(face: Face, weight: Weight): Buffer {
  const place = PLACES[face][weight];
  const known = read.get(place) ?? readFileSync(require.resolve(`@expo-google-fonts/${place}`));
  read.set(place, known);
  return known;
}
