import { describe, expect, it } from '@jest/globals';
import { FIXTURE_TODAY, questionOfCheck, SCENARIOS } from '../fixture/index.js';
import { decide } from './decide.js';
import { verdict } from './verdict.js';

describe('the verdict', () => {
  it('is the effect of the decision in every scenario', () => {
    let asked = 0;
    for (const scenario of SCENARIOS)
      for (const check of scenario.checks) {
        const { facts, request, now } = questionOfCheck(scenario, check, FIXTURE_TODAY);
        const { effect, what, readOnly } = decide(facts, request, now);
        expect(verdict(facts, request, now)).toEqual({
          effect,
          ...(what === undefined ? {} : { what }),
          readOnly,
        });
        asked += 1;
      }
    expect(asked).toBeGreaterThan(60);
  });
});
