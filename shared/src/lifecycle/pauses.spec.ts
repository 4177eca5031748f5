import { describe, expect, it } from '@jest/globals';
import { pausesOf, pauseStanding, type PausingMove } from './pauses.js';

const move = (on: string, from: string | null, to: string, subjectId: string | null = null): PausingMove => ({
  from,
  to,
  happenedOn: on,
  at: `${on}T09:00:00.000Z`,
  by: 'Sam Low',
  subjectId,
});
const told = (moves: PausingMove[]) =>
  pausesOf(moves).map(({ childId, since, until, ended }) => [childId, since, until, ended]);

describe('the times social care led', () => {
  it('begin and end with the moves, more than once', () => {
    expect(
      told([
        move('2026-03-16', 'PLAN_ACTIVE', 'STEP_UP_PENDING'),
        move('2026-03-17', 'STEP_UP_PENDING', 'PAUSED_STATUTORY'),
        move('2026-05-26', 'PAUSED_STATUTORY', 'PLAN_ACTIVE'),
        move('2026-06-02', 'STEP_UP_PENDING', 'PAUSED_STATUTORY'),
        move('2026-06-09', 'PAUSED_STATUTORY', 'PAUSED_STATUTORY'),
        move('2026-07-01', 'PAUSED_STATUTORY', 'CLOSED'),
      ]),
    ).toEqual([
      [null, '2026-03-17', '2026-05-26', 'HANDED_BACK'],
      [null, '2026-06-02', '2026-07-01', 'OVER'],
    ]);
  });

  it('are of one child alone where one child went another way, and end when the record does', () => {
    const apart = [
      move('2026-03-17', 'STEP_UP_PENDING', 'PAUSED_STATUTORY', 'sam'),
      move('2026-03-20', 'STEP_UP_PENDING', 'PAUSED_STATUTORY', 'ivy'),
      move('2026-04-01', 'PLAN_ACTIVE', 'PLAN_ACTIVE'),
      move('2026-04-02', 'PAUSED_STATUTORY', 'PLAN_ACTIVE', 'ivy'),
    ];
    expect(told(apart)).toEqual([
      ['sam', '2026-03-17', null, null],
      ['ivy', '2026-03-20', '2026-04-02', 'HANDED_BACK'],
    ]);
    expect(told([...apart, move('2026-05-01', 'PLAN_ACTIVE', 'CLOSED')])[0]).toEqual([
      'sam',
      '2026-03-17',
      '2026-05-01',
      'OVER',
    ]);
  });

  it('stand against the day of the review', () => {
    const pause = { since: '2026-03-17', until: null };
    expect(pauseStanding(pause, '2026-06-09', '2026-06-09')).toEqual({ days: 84, when: 'RUNNING' });
    expect(pauseStanding(pause, '2026-06-09', '2026-06-10').when).toBe('LATE');
    expect(pauseStanding({ ...pause, until: '2026-05-26' }, '2026-06-09', '2026-09-01')).toEqual({
      days: 70,
      when: 'EARLY',
    });
    expect(pauseStanding({ ...pause, until: '2026-06-09' }, '2026-06-09', '2026-09-01').when).toBe('IN_TIME');
  });
});
