import { describe, expect, it } from '@jest/globals';
import { idleState, shouldTouch, timeLeftWords } from './idle';

const MINUTE = 60_000;

describe('the idle time of a session', () => {
  it('warns two minutes before the end and ends on time', () => {
    expect(idleState(17 * MINUTE, 0, 20).stage).toBe('fine');
    expect(idleState(18 * MINUTE, 0, 20)).toEqual({ stage: 'warn', secondsLeft: 120 });
    expect(idleState(20 * MINUTE, 0, 20)).toEqual({ stage: 'over', secondsLeft: 0 });
    expect(idleState(25 * MINUTE, 0, 20)).toEqual({ stage: 'over', secondsLeft: 0 });
  });

  it('warns in the last third of a very short time', () => {
    expect(idleState(1.9 * MINUTE, 0, 3).stage).toBe('fine');
    expect(idleState(2 * MINUTE, 0, 3).stage).toBe('warn');
  });

  it('tells the API of somebody who only types, but not at each key', () => {
    expect(shouldTouch(6 * MINUTE, 0, 5 * MINUTE, 20)).toBe(true);
    expect(shouldTouch(4 * MINUTE, 0, 3 * MINUTE, 20)).toBe(false);
    expect(shouldTouch(6 * MINUTE, MINUTE, 0, 20)).toBe(false);
  });

  it('says the time left in words', () => {
    expect(timeLeftWords(120)).toBe('2 minutes');
    expect(timeLeftWords(61)).toBe('2 minutes');
    expect(timeLeftWords(60)).toBe('60 seconds');
    expect(timeLeftWords(1)).toBe('1 second');
  });
});
