import { describe, expect, it } from '@jest/globals';
import type { Category, ReasonCode } from '../policy/index.js';
import { recipientLight, type KindAnswer } from './recipient-light.js';

const TODAY = '2026-03-16';
const line = (id: string, expiresAt: string | null) => ({ id, expiresAt });
const yes = (category: Category, ...bases: string[]): KindAnswer => ({
  category,
  decision: { effect: 'ALLOW', reasons: ['R07_CONSENT'], bases },
});
const no = (category: Category, ...reasons: ReasonCode[]): KindAnswer => ({
  category,
  decision: { effect: 'DENY', reasons, bases: [] },
});

describe('the light of a recipient', () => {
  it.each([
    ['all agreed', [yes('PLAN', 'a'), yes('NOTES', 'a')], 'yes', null],
    ['some of it', [yes('PLAN', 'a'), no('NOTES', 'R07_NO_CONSENT')], 'part', null],
    ['all agreed, and soon over', [yes('PLAN', 'a'), yes('NOTES', 'b')], 'lapses', null],
    ['nobody asked', [no('PLAN', 'R07_NO_CONSENT')], 'ask', 'NOT_ASKED'],
    ['run out', [no('PLAN', 'R15_EXPIRED')], 'ask', 'EXPIRED'],
    ['refused', [no('PLAN', 'R07_REFUSED'), no('NOTES', 'R07_NO_CONSENT')], 'said-no', 'REFUSED'],
    ['taken back', [no('PLAN', 'R15_WITHDRAWN')], 'stop', 'WITHDRAWN'],
    ['kept out', [no('PLAN', 'R21_BLOCK'), no('NOTES', 'R07_REFUSED')], 'stop', 'KEPT_OUT'],
    ['shielded', [no('PLAN', 'R04_SHIELD')], 'stop', 'KEPT_OUT'],
    ['nothing asked about', [], 'ask', 'NOT_ASKED'],
  ] as const)('%s', (_, answers, state, why) => {
    expect(recipientLight(answers, [line('a', '2027-01-11'), line('b', '2026-04-10')], TODAY)).toMatchObject({
      state,
      why,
    });
  });

  it('counts only the lines that let them, and the first of their last days', () => {
    const lines = [
      line('a', '2026-12-31'),
      line('b', '2026-09-01'),
      line('c', '2026-03-20'),
      line('d', null),
    ];
    expect(recipientLight([yes('PLAN', 'a', 'd'), yes('NOTES', 'b')], lines, TODAY)).toEqual({
      state: 'yes',
      why: null,
      may: ['PLAN', 'NOTES'],
      mayNot: [],
      until: '2026-09-01',
    });
  });

  it.each([
    ['the last day of warning', '2026-04-13', 'lapses'],
    ['the day after', '2026-04-14', 'yes'],
  ])('%s', (_, expiresAt, state) => {
    expect(recipientLight([yes('PLAN', 'a')], [line('a', expiresAt)], TODAY).state).toBe(state);
  });
});
