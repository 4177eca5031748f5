import { describe, expect, it } from '@jest/globals';
import { access } from './en/access';

/** The compiler sees that no code is missing (`satisfies`); what it cannot see is whether the words are words. */
describe('the words of decisions', () => {
  it.each(Object.entries(access.reason))('%s is a plain sentence', (_code, words) => {
    expect(words).toMatch(/^[A-Z][^_]{10,160}\.$/);
    expect(words).not.toMatch(/\b[A-Z]{3,}\d*_|\bR\d\d\b|\bDENY|\bALLOW|consent_/);
  });

  it('says something of its own for each code', () => {
    const words = Object.values(access.reason);
    expect(new Set(words).size).toBe(words.length);
    const limits = Object.values(access.limit);
    expect(new Set(limits).size).toBe(limits.length);
  });
});
