import { describe, expect, it } from '@jest/globals';
import { KeyReader } from './keys';

const key = (name: string, more = {}) => ({ key: name, typing: false, modified: false, ...more });

describe('keys of the shell', () => {
  it('goes to my week with g and w, soon after each other', () => {
    const keys = new KeyReader();
    expect(keys.press(key('g'), true, 0)).toBeNull();
    expect(keys.press(key('w'), true, 900)).toEqual({ do: 'go', place: 'week' });
    expect(keys.press(key('w'), true, 1000)).toBeNull();
  });

  it('forgets g after a while', () => {
    const keys = new KeyReader();
    keys.press(key('g'), true, 0);
    expect(keys.press(key('w'), true, 1300)).toBeNull();
  });

  it('jumps and helps outside fields only', () => {
    const keys = new KeyReader();
    expect(keys.press(key('/'), true, 0)).toEqual({ do: 'jump' });
    expect(keys.press(key('?'), true, 0)).toEqual({ do: 'help' });
    expect(keys.press(key('/', { typing: true }), true, 0)).toBeNull();
    expect(keys.press(key('g', { modified: true }), true, 0)).toBeNull();
  });

  it('hides with the key the area has set', () => {
    const keys = new KeyReader('F2');
    expect(keys.press(key('F2'), true, 0)).toEqual({ do: 'hide' });
    expect(keys.press(key('F9'), true, 0)).toBeNull();
  });

  it('does nothing with letters for whoever turned them off, but always hides', () => {
    const keys = new KeyReader();
    expect(keys.press(key('/'), false, 0)).toBeNull();
    expect(keys.press(key('F9', { typing: true }), false, 0)).toEqual({ do: 'hide' });
  });
});
