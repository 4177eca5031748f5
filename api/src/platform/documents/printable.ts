/**
 * The built-in fonts know the letters of western Europe. A letter beyond them loses its mark rather than turning into a
 * wrong sign; the printed page shows every script as it is written.
 */
export function printable(text: string): string {
  return [...text]
    .map((letter) => (known(letter) ? letter : (letter.normalize('NFD')[0] ?? '')))
    .map((letter) => (known(letter) ? letter : '?'))
    .join('');
}

const TYPOGRAPHY = '‘’“”–—…•€ŠšŽžŒœŸ';
const known = (letter: string): boolean => letter <= 'ÿ' || TYPOGRAPHY.includes(letter);
