const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/ph/g, 'f'],
  [/ght/g, 't'],
  [/gh/g, ''],
  [/sch/g, 's'],
  [/tch|ch|sh/g, 'x'],
  [/ck|cq|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x$/, 'x'],
  [/th/g, 't'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/j|dg(?=[eiy])/g, 'g'],
  [/d/g, 't'],
  [/b/g, 'p'],
];

/**
 * A rough key of how a folded name sounds in English: consonants by sound, a vowel only where it begins the name.
 * "Eva" and "Ava", "Aimes" and "Ames", "Catherine" and "Kathryn" have equal keys. Letters of other scripts stay.
 */
export function soundKey(folded: string): string {
  const sound = SAME_SOUND.reduce((text, [from, to]) => text.replace(from, to), folded);
  const first = /^[aeiouy]/.test(sound) ? 'a' : '';
  return first + sound.replace(/[aeiouyhw]/g, '').replace(/(.)\1+/gu, '$1');
}

export function soundsLike(a: string, b: string): boolean {
  return a !== b && soundKey(a).length > 1 && soundKey(a) === soundKey(b);
}
