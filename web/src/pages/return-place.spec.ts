import { describe, expect, it } from '@jest/globals';
import { placeAfterSignIn } from './return-place';

describe('where to go after signing in', () => {
  it('goes back to the place that was asked for', () => {
    expect(placeAfterSignIn({ from: '/cases/1?tab=plan' })).toBe('/cases/1?tab=plan');
  });

  it.each([
    null,
    {},
    { from: '//evil.example' },
    { from: '/\\evil.example' },
    { from: 'https://evil.example' },
    { from: '/sign-in' },
  ])('goes to the first page with %p', (state) => {
    expect(placeAfterSignIn(state)).toBe('/');
  });
});
