import { describe, expect, it } from '@jest/globals';
import { may, type AbilityRule } from './ability';

const rules: AbilityRule[] = [
  { action: 'read', subject: ['meeting', 'plan'] },
  { action: 'manage', subject: 'plan' },
  { action: 'read', subject: 'plan', inverted: true },
];

describe('what a role may do', () => {
  it('allows what a rule names and nothing else', () => {
    expect(may(rules, 'read', 'meeting')).toBe(true);
    expect(may(rules, 'change', 'meeting')).toBe(false);
    expect(may([], 'read', 'meeting')).toBe(false);
  });

  it('lets the last rule win', () => {
    expect(may(rules, 'read', 'plan')).toBe(false);
    expect(may(rules, 'change', 'plan')).toBe(true);
  });

  it('knows the words for everything', () => {
    expect(may([{ action: 'manage', subject: 'all' }], 'close', 'episode')).toBe(true);
  });
});
