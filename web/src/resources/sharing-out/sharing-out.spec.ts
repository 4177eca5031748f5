import { describe, expect, it } from '@jest/globals';
import { commandOf, OTHER } from './sharing-out.model';

describe('what is sent when something is shared without agreement', () => {
  it('is a service of the list, or a name, and nothing that is empty', () => {
    expect(
      commandOf({ subjectId: 'a', recipientAgencyId: 'x', recipient: 'left over' }, 'SHARED', true),
    ).toEqual({
      decision: 'SHARED',
      emergency: true,
      subjectId: 'a',
      recipientAgencyId: 'x',
    });
    expect(
      commandOf(
        { recipientAgencyId: OTHER, recipient: 'The vicar', categories: [], exactText: '' },
        'NOT_SHARED',
        false,
      ),
    ).toEqual({ decision: 'NOT_SHARED', emergency: false, recipient: 'The vicar' });
  });
});
