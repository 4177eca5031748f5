import { describe, expect, it } from '@jest/globals';
import { isBehind, nextVersion, type StatementKey } from './statement-version.js';

const known: StatementKey[] = [
  { version: 'v1', language: 'en', form: 'FULL' },
  { version: 'v2', language: 'en', form: 'FULL' },
  { version: 'v1', language: 'pl', form: 'FULL' },
];

describe('the name of a new wording', () => {
  it('numbers English on', () => expect(nextVersion(known, { language: 'en', form: 'FULL' })).toBe('v3'));

  it('gives every other text the number of the English it says', () => {
    expect(nextVersion(known, { language: 'pl', form: 'FULL' })).toBe('v2');
    expect(nextVersion(known, { language: 'en', form: 'EASY_READ' })).toBe('v2');
  });

  it('and a letter when that is put right once more', () => {
    const once: StatementKey[] = [...known, { version: 'v2', language: 'pl', form: 'FULL' }];
    expect(nextVersion(once, { language: 'pl', form: 'FULL' })).toBe('v2b');
    const twice: StatementKey[] = [...once, { version: 'v2b', language: 'pl', form: 'FULL' }];
    expect(nextVersion(twice, { language: 'pl', form: 'FULL' })).toBe('v2c');
  });

  it('begins with the first', () => expect(nextVersion([], { language: 'en', form: 'FULL' })).toBe('v1'));
});

describe('a text that is behind', () => {
  it('says an older English', () => {
    expect(isBehind('v1', 'v2')).toBe(true);
    expect(isBehind('v2b', 'v2')).toBe(false);
  });
});
