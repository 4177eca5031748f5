import { describe, expect, it } from '@jest/globals';
import { decisionOf, NO_DECISION, placeBeside } from './panels.model';

describe('the order of an agenda', () => {
  const item = (id: string, position: number, status: 'ON_AGENDA' | 'WITHDRAWN' = 'ON_AGENDA') => ({
    id,
    position,
    status,
  });
  const items = [item('a', 1), item('off', 3, 'WITHDRAWN'), item('b', 4), item('c', 9)];

  it('goes by what is still on it, gaps or not', () => {
    expect(placeBeside(items, 'b', 'up')).toBe(1);
    expect(placeBeside(items, 'b', 'down')).toBe(10);
    expect(placeBeside(items, 'a', 'up')).toBeNull();
    expect(placeBeside(items, 'c', 'down')).toBeNull();
    expect(placeBeside(items, 'off', 'up')).toBeNull();
  });
});

describe('a decision that was typed', () => {
  it('leaves out what nobody wrote', () => {
    const typed = { ...NO_DECISION, decision: 'A mentor', owner: 'Youth service', dueOn: '2026-04-13' };
    const empty = { text: ' ', ownerUserId: '', byWhen: '' };
    expect(decisionOf(3, { ...typed, resources: ' ', actions: [empty] })).toEqual({
      version: 3,
      decision: 'A mentor',
      owner: 'Youth service',
      dueOn: '2026-04-13',
    });
    const half = { ...empty, byWhen: '2026-04-01' };
    expect(decisionOf(3, { ...typed, resources: '£900', actions: [empty, half] })).toMatchObject({
      resources: '£900',
      actions: [half],
    });
  });
});
