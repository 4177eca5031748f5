import { describe, expect, it } from '@jest/globals';
import type { MeetingView } from '@encircle/shared/meetings';
import { unfinished, whileDeciding, whoIsHere } from './wall.model';

const asked = (id: string, attendance: string | null) => ({ id, attendance });
const mark = (code: string) => ({ code, reason: '', deputyName: '' });

describe('the wall', () => {
  it('follows who is here: those not marked count, reports and apologies do not, a deputy is somebody else', () => {
    const people = [
      asked('a', null),
      asked('b', 'ATT'),
      asked('c', 'REP'),
      asked('d', 'DNA'),
      asked('e', 'DEP'),
    ];
    expect(whoIsHere(people)).toBe('a here, b here, c away, d away, e deputy');
  });

  it('is another one as soon as somebody is marked, before that is kept', () => {
    const people = [asked('a', 'DNA')];
    expect(whoIsHere(people, { a: mark('PART') })).toBe('a here');
    expect(whoIsHere(people, { b: mark('ATT') })).toBe(whoIsHere(people));
  });

  it('shows only people who are being marked while it is decided', () => {
    const last = { invitations: [{ id: 'a' }, { id: 'b' }] } as MeetingView;
    expect(whileDeciding(last, { b: mark('DEP') }).map(({ id }) => id)).toEqual(['b']);
  });

  it('asks for what is half written first, not for what stands there by itself or is kept already', () => {
    const field = (name: string, value: string) => ({ id: name, name, value });
    expect(
      unfinished([field('nextTime', '15:45'), field('reason-1', 'Ill'), field('asker', 'Ava')]),
    ).toBeNull();
    expect(unfinished([field('question', ' '), field('point', 'She said')])).toMatchObject({ id: 'point' });
  });
});
