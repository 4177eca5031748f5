import { describe, expect, it } from '@jest/globals';
import type { CaseFactRow, Label, MeetingRow } from './case-rows.js';
import { levelOf } from './shape-work.js';

const label: Label = {
  subjectId: 'ava',
  categories: ['CHILD'],
  aboutPersonId: null,
  sourceAgencyId: null,
  authorId: null,
  namedWorkerIds: [],
  recordedAt: '2026-01-05T09:00:00Z',
};
const written = (level: unknown, saidOn: string): CaseFactRow =>
  ({ label, id: 'f', kind: 'LEVEL', body: { level }, saidOn, author: null }) as CaseFactRow;
const held = (heldAt: string, levelAgreed: number | null): MeetingRow =>
  ({
    label,
    id: heldAt,
    type: 'INITIAL_TAC',
    status: 'HELD',
    reviewNo: null,
    plannedAt: heldAt,
    heldAt,
    mode: 'IN_PERSON',
    levelAgreed,
    place: null,
    invitations: [],
  }) as MeetingRow;

describe('the level of need at the top of the page', () => {
  it('is what was written until a meeting agreed one', () => {
    expect(levelOf(written(2, '2026-01-05'), [])).toEqual({ level: 2, setOn: '2026-01-05', words: null });
    expect(levelOf(written(2, '2026-01-05'), [held('2026-02-12T15:45:00Z', 3)])).toEqual({
      level: 3,
      setOn: '2026-02-12',
      words: null,
    });
  });

  it('is what was written when that came after the meeting', () => {
    expect(levelOf(written(2, '2026-03-01'), [held('2026-02-12T15:45:00Z', 3)])?.level).toBe(2);
  });

  it('takes the last meeting that agreed one, by the day in London', () => {
    const meetings = [
      held('2026-02-12T15:45:00Z', 3),
      held('2026-06-01T23:30:00Z', 2),
      held('2026-07-01T10:00:00Z', null),
    ];
    expect(levelOf(undefined, meetings)).toEqual({ level: 2, setOn: '2026-06-02', words: null });
  });

  it('is nothing where nobody said one', () => {
    expect(levelOf(undefined, [held('2026-02-12T15:45:00Z', null)])).toBeNull();
    expect(levelOf(written('three', '2026-01-05'), [])).toBeNull();
  });
});
