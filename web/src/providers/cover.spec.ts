import { describe, expect, it } from '@jest/globals';
import { nextCover } from './cover';

describe('what lies over the page', () => {
  it('shows the neutral page at once, from wherever', () => {
    expect(nextCover(null, 'hide')).toBe('dates');
    expect(nextCover('idle', 'hide')).toBe('dates');
  });

  it('asks for the password only after Continue', () => {
    expect(nextCover('dates', 'expired')).toBe('dates');
    expect(nextCover('dates', 'idle')).toBe('dates');
    expect(nextCover('dates', 'continue')).toBe('hidden');
  });

  it('keeps its first reason and opens only by the password', () => {
    expect(nextCover(null, 'idle')).toBe('idle');
    expect(nextCover('idle', 'expired')).toBe('idle');
    expect(nextCover('hidden', 'continue')).toBe('hidden');
    expect(nextCover('hidden', 'open')).toBeNull();
  });
});
