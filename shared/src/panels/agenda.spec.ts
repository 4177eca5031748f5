import { describe, expect, it } from '@jest/globals';
import { lightOf, timeAfter } from './index.js';

describe('the agenda of a panel day', () => {
  it('counts when a case begins, and writes no time after midnight', () => {
    expect(timeAfter('09:30', 0)).toBe('09:30');
    expect(timeAfter('09:30', 45)).toBe('10:15');
    expect(timeAfter('23:30', 29)).toBe('23:59');
    expect(timeAfter('23:30', 30)).toBeNull();
  });

  it('says of what the members may read whether it is all, a part or nothing', () => {
    const all = { allowed: 3, asked: 3 };
    expect(lightOf(false, [all, all])).toBe('YES');
    expect(lightOf(false, [all, { allowed: 0, asked: 3 }])).toBe('PART');
    expect(lightOf(false, [{ allowed: 1, asked: 3 }])).toBe('PART');
    expect(lightOf(false, [{ allowed: 0, asked: 3 }])).toBe('NO');
    expect(lightOf(false, [])).toBe('NO');
    expect(lightOf(true, [{ allowed: 0, asked: 3 }])).toBe('WITHOUT_NAMES');
  });
});
