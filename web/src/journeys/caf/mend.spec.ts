import { describe, expect, it } from '@jest/globals';
import { assessmentRepairOf, mendable } from './mend.model';

describe('mending an assessment', () => {
  it('offers another child only where there is one, and another record only for one child', () => {
    expect(mendable(1)).toEqual(['START', 'CASE']);
    expect(mendable(3)).toEqual(['START', 'CHILD']);
  });

  it('sends what belongs to this kind of mistake', () => {
    const typed = { fromSubjectId: 'ava', subjectId: 'ben', ref: ' CAF-2026-000001 ', reason: 'A slip.' };
    expect(assessmentRepairOf({ ...typed, what: 'START' }, 1)).toEqual({
      version: 1,
      what: 'START',
      reason: 'A slip.',
    });
    expect(assessmentRepairOf({ ...typed, what: 'CHILD' }, 2)).toEqual({
      version: 2,
      what: 'CHILD',
      reason: 'A slip.',
      fromSubjectId: 'ava',
      subjectId: 'ben',
    });
    expect(assessmentRepairOf({ what: 'CASE', ref: typed.ref }, 2)).toEqual({
      version: 2,
      what: 'CASE',
      reason: '',
      ref: 'CAF-2026-000001',
    });
  });
});
