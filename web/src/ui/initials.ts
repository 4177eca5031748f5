/** Two letters for a person's dot: first of the first and of the last word, or the first two of one name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return '?';
  if (words.length === 1) return [...first].slice(0, 2).join('');
  return `${[...first][0]}${[...last][0]}`.toLocaleUpperCase('en-GB');
}
