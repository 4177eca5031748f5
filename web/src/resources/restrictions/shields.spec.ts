import { describe, expect, it } from '@jest/globals';
import { GROUNDS_OF, shieldStanding } from './shields.model';

const shield = { until: null, liftAskedBy: null, reviewOn: '2026-06-16' };

describe('where a protection stands', () => {
  it('is due on its day, waits for a second person before that, and is over when it ended', () => {
    expect(shieldStanding(shield, '2026-06-15')).toBe('holds');
    expect(shieldStanding(shield, '2026-06-16')).toBe('review');
    expect(shieldStanding({ ...shield, liftAskedBy: 'Mo Castell' }, '2026-06-16')).toBe('asked');
    expect(shieldStanding({ ...shield, until: '2026-05-01T09:00:00Z' }, '2026-06-16')).toBe('ended');
  });

  it('offers no reason the API refuses', () => {
    expect(GROUNDS_OF.SHIELD).not.toContain('OPENED_IN_ERROR');
    expect(GROUNDS_OF.SEAL).not.toContain('REFUGE');
  });
});
