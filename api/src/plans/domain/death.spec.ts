import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#api/platform/errors/domain-error.js';
import { deathOf } from './death.js';

const facts = (...births: (string | null)[]) => ({
  subjects: births.map((dob, n) => ({ personId: `child-${n}`, kind: 'CHILD' as const, dob })),
});
const body = (over: object = {}) => ({ reason: 'DECEASED', deathDate: '2026-03-14', ...over });
const fieldsOf = (ask: () => unknown): string[] => {
  try {
    ask();
  } catch (error) {
    if (error instanceof DomainError) return Object.keys(error.extra.fields ?? {});
  }
  return [];
};

describe('the death a closing speaks of', () => {
  it('is the only child’s, on the day entered', () => {
    expect(deathOf(body(), facts('2016-06-10'), '2026-03-16')).toEqual({
      childId: 'child-0',
      on: '2026-03-14',
    });
  });

  it('is nobody’s for another reason or before its day is entered', () => {
    expect(deathOf(body({ reason: 'NEEDS_MET' }), facts('2016-06-10'), '2026-03-16')).toBeNull();
    expect(deathOf(body({ deathDate: undefined }), facts('2016-06-10'), '2026-03-16')).toBeNull();
  });

  it('says which field is wrong', () => {
    const two = facts('2016-06-10', '2018-01-01');
    expect(fieldsOf(() => deathOf(body(), two, '2026-03-16'))).toEqual(['deathOf']);
    expect(fieldsOf(() => deathOf(body({ deathOf: 'another' }), two, '2026-03-16'))).toEqual(['deathOf']);
    expect(deathOf(body({ deathOf: 'child-1' }), two, '2026-03-16')?.childId).toBe('child-1');
    for (const wrong of [
      { deathDate: '2026-03-17' },
      { deathDate: '2016-06-09' },
      { deathDate: '2026-02-31' },
    ])
      expect(fieldsOf(() => deathOf(body(wrong), facts('2016-06-10'), '2026-03-16'))).toEqual(['deathDate']);
  });
});
