import { describe, expect, it } from '@jest/globals';
import { Cursors } from './keyset';

describe('cursors of a list', () => {
  it('leads from page to page and back', () => {
    const cursors = new Cursors();
    expect(cursors.before('cases', 1)).toBeNull();
    expect(cursors.before('cases', 2)).toBeUndefined();
    cursors.after('cases', 1, 'b');
    cursors.after('cases', 2, 'c');
    expect(cursors.before('cases', 2)).toBe('b');
    expect(cursors.before('cases', 3)).toBe('c');
  });

  it('forgets later pages when an earlier one is read again', () => {
    const cursors = new Cursors();
    cursors.after('cases', 1, 'b');
    cursors.after('cases', 2, 'c');
    cursors.after('cases', 1, 'b2');
    expect(cursors.before('cases', 2)).toBe('b2');
    expect(cursors.before('cases', 3)).toBeUndefined();
  });

  it('keeps lists apart and forgets all at sign-out', () => {
    const cursors = new Cursors();
    cursors.after('cases', 1, 'b');
    expect(cursors.before('meetings', 2)).toBeUndefined();
    cursors.forget();
    expect(cursors.before('cases', 2)).toBeUndefined();
  });
});
