import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { atMoment } from './lapse';

const DAY = 86_400_000;
const START = Date.parse('2026-03-16T10:00:00Z');

describe('waiting for the moment at which what is shown lapses', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: START });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const now = (): number => Date.now();

  it('calls at the moment and not before, once', () => {
    const call = jest.fn();
    atMoment('2026-03-16T11:00:00Z', now, call);
    jest.advanceTimersByTime(3_599_999);
    expect(call).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(call).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(DAY);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('waits longer than a browser’s timer can, without calling early', () => {
    const call = jest.fn();
    atMoment('2026-09-16T10:00:00Z', now, call);
    jest.advanceTimersByTime(183 * DAY);
    expect(call).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2 * DAY);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('calls at once for a moment that has gone, as after a laptop slept, and never once stopped', () => {
    const late = jest.fn();
    atMoment('2026-03-16T09:00:00Z', now, late);
    jest.advanceTimersByTime(0);
    expect(late).toHaveBeenCalledTimes(1);
    const stopped = jest.fn();
    atMoment('2026-03-16T10:00:01Z', now, stopped)();
    jest.advanceTimersByTime(DAY);
    expect(stopped).not.toHaveBeenCalled();
  });

  it('goes by the API’s clock, not by the device’s', () => {
    const call = jest.fn();
    const ahead = (): number => Date.now() + 1_800_000;
    atMoment('2026-03-16T11:00:00Z', ahead, call);
    jest.advanceTimersByTime(1_800_000);
    expect(call).toHaveBeenCalledTimes(1);
  });
});
