import { describe, expect, it } from '@jest/globals';
import { ALERT_RULES } from '@encircle/shared/codes';
import { actionWords, kindWords, outcomeWords, periodWords, ruleWords } from './alerts.model';

describe('an alert in words', () => {
  it('says each rule and outcome in plain words', () => {
    for (const code of ALERT_RULES.codes) expect(ruleWords(code)).not.toBe(code);
    expect(outcomeWords('BREACH')).toMatch(/^A breach/);
  });

  it('says when: a moment, part of a day, or days, in London time', () => {
    const at = (from: string, until: string) => periodWords({ from, until });
    expect(at('2026-03-16T09:00:00Z', '2026-03-16T09:00:20Z')).toBe('16 March, 09:00');
    expect(at('2026-03-16T09:00:00Z', '2026-03-16T09:12:00Z')).toBe('16 March, 09:00–09:12');
    expect(at('2026-06-15T22:30:00Z', '2026-06-15T23:30:00Z')).toBe('15 June – 16 June');
  });

  it('says what was done, and of a refusal only that', () => {
    expect(actionWords({ action: 'break-glass.opened', outcome: 'ALLOW' }, 'Refused')).toBe(
      'Break glass opened',
    );
    expect(actionWords({ action: 'GET /api/episodes/:id', outcome: 'DENY_HIDE' }, 'Refused')).toBe('Refused');
    expect(kindWords(['IDENT', 'UNKNOWN'])).toMatch(/, UNKNOWN$/);
  });
});
