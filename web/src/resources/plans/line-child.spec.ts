import { describe, expect, it } from '@jest/globals';
import { forChild, lineChild, linesOf } from './line-child.model';

const child = (id: string, part: string | null = null) => ({ id, name: id, fullName: id, age: 9, part });
const family = { children: [child('kit'), child('zoe'), child('ivo', 'PAUSED_STATUTORY')] };

describe('whom a line of a family plan is for', () => {
  it('is the child whose part is shown, as long as that part goes on', () => {
    expect([lineChild(family, 'zoe'), lineChild(family, 'ivo'), lineChild(family, null)]).toEqual([
      'zoe',
      '',
      '',
    ]);
  });

  it('is the one child left where the others’ parts wait or are over', () => {
    const left = { children: [child('kit', 'CLOSED'), child('zoe'), child('ivo', 'PAUSED_STATUTORY')] };
    expect(lineChild(left, null)).toBe('zoe');
  });

  it('is not asked in a record of one child, and is always said in a family’s', () => {
    expect(forChild({ children: [child('kit')] }, '')).toEqual({});
    expect(forChild(family, '')).toEqual({ subjectId: '' });
  });

  it('leaves of the lines those of the child shown and those of the whole record', () => {
    const lines = [{ subjectId: 'kit' }, { subjectId: 'zoe' }, { subjectId: null }];
    expect(linesOf(lines, 'zoe')).toEqual([{ subjectId: 'zoe' }, { subjectId: null }]);
    expect(linesOf(lines, null)).toHaveLength(3);
  });
});
