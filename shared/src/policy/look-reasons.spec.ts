import { describe, expect, it } from '@jest/globals';
import { LOOK_REASONS } from '../codes/index.js';
import { BASE_ROLES } from './roles.js';
import { mustSayWhy } from './look-reasons.js';

describe('saying why', () => {
  it('is for those outside the work with the family, and each of them is offered a reason', () => {
    const asked = BASE_ROLES.filter((role) => mustSayWhy(role, 'case.opened', null));
    expect([...asked].sort()).toEqual(['AUDR', 'IGO', 'PANEL']);
    expect([...new Set(LOOK_REASONS.rows.map(({ role }) => role))].sort()).toEqual(['AUDR', 'IGO', 'PANEL']);
  });

  it('is done with any words but blanks, and not asked for what shows no content', () => {
    expect(mustSayWhy('AUDR', 'plan.viewed', 'AUDIT_SAMPLE')).toBe(false);
    expect(mustSayWhy('AUDR', 'plan.viewed', '  ')).toBe(true);
    expect(mustSayWhy('IGO', 'alert.viewed', null)).toBe(false);
    expect(mustSayWhy('IGO', 'looks.viewed', null)).toBe(false);
  });
});
