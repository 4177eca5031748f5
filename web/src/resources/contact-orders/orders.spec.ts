import { describe, expect, it } from '@jest/globals';
import type { ContactOrderView } from '@encircle/shared/contact-orders';
import { bannersOf, nextLook } from './orders.model';

const order = (standing: ContactOrderView['standing']) => ({ standing }) as ContactOrderView;

describe('orders about contact on the screen', () => {
  it('offers a look in three months, or on the last day when that is sooner', () => {
    expect(nextLook('2026-03-16', undefined)).toBe('2026-06-15');
    expect(nextLook('2026-03-16', '2026-04-30')).toBe('2026-04-30');
    expect(nextLook('2026-03-16', '2027-01-07')).toBe('2026-06-15');
    expect(nextLook('2026-03-16', '2026-03-01')).toBe('2026-06-15');
  });

  it('goes on showing an order past its day, and none that was ended', () => {
    expect(
      bannersOf([order('IN_FORCE'), order('PAST_ITS_END'), order('OVER')]).map(({ standing }) => standing),
    ).toEqual(['IN_FORCE', 'PAST_ITS_END']);
  });
});
