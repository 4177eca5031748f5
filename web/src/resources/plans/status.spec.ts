import { describe, expect, it } from '@jest/globals';
import { nextStatuses } from './status.model';

describe('where an action may go', () => {
  it('lets only the owner accept, or the lead for someone of the family', () => {
    const proposed = { status: 'PROPOSED', mine: false, ownerUserId: 'u' };
    expect(nextStatuses(proposed)).toEqual(['PROPOSED', 'CANCELLED']);
    expect(nextStatuses({ ...proposed, mine: true })).toContain('AGREED');
    expect(nextStatuses({ ...proposed, ownerUserId: null })).toContain('AGREED');
  });

  it('leaves what is done as it is', () => {
    expect(nextStatuses({ status: 'DONE', mine: true, ownerUserId: 'u' })).toEqual(['DONE']);
  });
});
