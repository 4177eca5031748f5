import { describe, expect, it } from '@jest/globals';
import type { SectionView } from '@encircle/shared/assessments';
import { CAF_V1 } from '@encircle/shared/forms';
import { firstToDo, nextSection, partOf, taskGroups } from './tasks.model';

const section = (key: string, mark: SectionView['mark'], by = ''): SectionView => ({
  key,
  mark,
  mayWrite: true,
  parts: by
    ? [
        {
          id: key,
          category: 'CHILD',
          aboutPersonId: null,
          answers: {},
          version: 1,
          savedBy: by,
          agency: null,
          savedAt: '',
          mine: false,
          carried: false,
          appliesTo: [],
        },
      ]
    : [],
});
const view = {
  sections: [
    section('who', 'DONE'),
    section('child', 'AGAIN'),
    section('D01', 'ADDED', 'Hana Osei'),
    section('D04', 'TODO'),
    section('P01', 'SAME'),
  ],
};

describe('the list of parts', () => {
  it('has the parts this reader has, by domain, with a state and a word', () => {
    const groups = taskGroups(CAF_V1, view, 'D04');
    expect(groups.map((group) => group.tasks.map(({ key, word, state }) => [key, word, state]))).toEqual([
      [
        ['who', 'done', 'done'],
        ['child', 'again', 'done'],
      ],
      [
        ['D01', 'added', 'added'],
        ['D04', 'here', 'here'],
      ],
      [['P01', 'same', 'same']],
    ]);
    expect(groups[1]?.tasks[0]?.by).toBe('Hana');
  });

  it('counts and goes on over what is shown only', () => {
    expect(partOf(CAF_V1, view, 'D04')).toEqual({ part: 4, of: 5 });
    expect(nextSection(CAF_V1, view, 'D01')).toBe('D04');
    expect(nextSection(CAF_V1, view, 'P01')).toBeNull();
  });

  it('leads to the first thing to do, and to reading when there is none', () => {
    expect(firstToDo(CAF_V1, view)).toBe('D04');
    expect(firstToDo(CAF_V1, { sections: [section('who', 'DONE')] })).toBeNull();
  });
});
