import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './initials';

describe('initials of a person', () => {
  it.each([
    ['Lena Marsh', 'LM'],
    ['Ava', 'Av'],
    ['Łukasz van der Żak', 'ŁŻ'],
    ['Dr Imran Vale', 'DV'],
    ['', '?'],
  ])('%s becomes %s', (name, letters) => {
    expect(initialsOf(name)).toBe(letters);
  });
});
