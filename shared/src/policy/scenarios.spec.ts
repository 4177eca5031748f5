import { describe, expect, it } from '@jest/globals';
import { FIXTURE_TODAY, SCENARIOS, questionOfCheck, type Check } from '../fixture/index.js';
import { decide } from './index.js';

const asksFor = ({ asked, on, actor, action = 'read' }: Check): string =>
  `${actor} asks to ${action} ${'item' in asked ? asked.item : asked.label} on ${on}`;

describe.each(SCENARIOS)('$id: $says', (scenario) => {
  it.each(scenario.checks.map((check) => ({ title: `${asksFor(check)}: ${check.effect}`, check })))(
    '$title',
    ({ check }) => {
      const { facts, request, now } = questionOfCheck(scenario, check, FIXTURE_TODAY);
      const decision = decide(facts, request, now);
      expect({ effect: decision.effect, what: decision.what, reasons: decision.reasons }).toEqual({
        effect: check.effect,
        what: check.what,
        reasons: expect.arrayContaining([check.reason]),
      });
      if (check.readOnly !== undefined) expect(decision.readOnly).toBe(check.readOnly);
      expect(decision.obligations).toEqual(expect.arrayContaining(['AUDIT', ...(check.obligations ?? [])]));
    },
  );
});

describe('the scenario table', () => {
  it('holds every scenario from S01 to S64 once', () => {
    const ids = Array.from({ length: 64 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`);
    expect(SCENARIOS.map(({ id }) => id)).toEqual(ids);
  });
});
