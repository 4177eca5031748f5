import { describe, expect, it } from '@jest/globals';
import { alreadyThere } from './line.model';

describe('a change that is sent again because its answer was lost', () => {
  it('was ours when what is stored is what was sent', () => {
    const sent = { version: 3, change: 'DETAILS', levelAgreed: 2 };
    expect(alreadyThere({ version: 4, levelAgreed: 2 }, sent)).toBe(true);
    expect(alreadyThere({ version: 4, levelAgreed: 3 }, sent)).toBe(false);
  });

  it('was ours when its words are the last that were said about the action', () => {
    const sent = { version: 1, meetingId: 'm', comment: 'Both done' };
    expect(alreadyThere({ version: 2, comments: [{ text: 'Begun' }, { text: 'Both done' }] }, sent)).toBe(
      true,
    );
    expect(alreadyThere({ version: 2, comments: [{ text: 'Both done' }, { text: 'No' }] }, sent)).toBe(false);
    expect(alreadyThere({ version: 2, comments: [] }, sent)).toBe(false);
  });

  it('is not when nothing can be compared', () => {
    expect(alreadyThere(null, { version: 1, text: 'A' })).toBe(false);
    expect(alreadyThere({ version: 2 }, { version: 1 })).toBe(false);
  });
});
