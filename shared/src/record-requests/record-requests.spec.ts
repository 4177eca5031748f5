import { describe, expect, it } from '@jest/globals';
import { answerTo, holds, REFUSAL_GROUNDS, requestDue, shownOf, suggestFor, without } from './index.js';

describe('the day a request is due (ST12)', () => {
  it('is a month after identity is settled, and moves on over Easter', () => {
    expect(requestDue(null, null)).toBeNull();
    expect(requestDue('2026-03-04', null)).toBe('2026-04-07');
    expect(requestDue('2026-03-04', 2)).toBe('2026-06-04');
  });
});

describe('what goes into a pack', () => {
  const line = (
    category: string,
    answer: 'ALLOW' | 'LIMITED' | 'DENY_HIDE',
    source = 'NOTE',
    located = false,
  ): string => {
    const { decision, ground, locked } = suggestFor('SUBJECT_ACCESS', { source, category, answer }, located);
    return [decision, ground ?? '-', locked ? 'locked' : 'open'].join(' ');
  };

  it('is what the reader may read, and what was disclosed about them', () => {
    expect(line('CHILD', 'ALLOW')).toBe('INCLUDE - open');
    expect(line('NOTES', 'LIMITED')).toBe('INCLUDE - open');
    expect(line('SAFE', 'DENY_HIDE', 'DISCLOSURE')).toBe('INCLUDE - open');
  });

  it('is never what a child told one worker, another person’s own, or where a shielded child is', () => {
    expect(line('PRIVATE', 'DENY_HIDE')).toBe('WITHHOLD CHILD_CONFIDENCE locked');
    expect(line('ADULT', 'DENY_HIDE')).toBe('WITHHOLD OTHER_PERSON locked');
    expect(line('IDENT', 'ALLOW', 'ADDRESS', true)).toBe('WITHHOLD LOCATION locked');
    expect(line('THIRD', 'DENY_HIDE')).toBe('WITHHOLD THIRD_PARTY open');
  });

  it('for a court is the work with the child, and nothing of who helps or where', () => {
    const court = (category: string): string =>
      suggestFor('COURT_COPY', { source: 'NOTE', category, answer: 'DENY_HIDE' }, true).decision;
    expect(['CHILD', 'PLAN', 'NOTES'].map(court)).toEqual(['INCLUDE', 'INCLUDE', 'INCLUDE']);
    expect(['IDENT', 'INVOLVE', 'SENS_MH', 'SAFE', 'ADULT'].map(court)).toEqual(Array(5).fill('WITHHOLD'));
  });
});

describe('words taken out', () => {
  it('go whatever their letters and spaces are, and leave whole words alone', () => {
    expect(without('She is at Lantern  House, LANTERN house!', ['Lantern House'])).toBe(
      'She is at [withheld], [withheld]!',
    );
    expect(without('Sara said sarabande', ['Sara'])).toBe('[withheld] said sarabande');
    expect(without('Costs (about £5.00)', ['£5.00'])).toBe('Costs (about [withheld])');
    expect([holds('Ring 01632 960116', '01632 960116'), holds('Nothing', 'Sara')]).toEqual([true, false]);
  });

  it('are taken out of every line that goes in, and a withheld line goes nowhere', () => {
    const text = 'Sara met Eli at Lantern House';
    expect(shownOf({ text, decision: 'INCLUDE', passages: [] }, ['Lantern House'])).toBe(
      'Sara met Eli at [withheld]',
    );
    expect(shownOf({ text, decision: 'PART', passages: ['Sara'] }, ['Lantern House'])).toBe(
      '[withheld] met Eli at [withheld]',
    );
    expect(shownOf({ text, decision: 'WITHHOLD', passages: [] }, [])).toBeNull();
  });
});

describe('the answer to whoever asked', () => {
  it('is the same for the same ground, and says how to complain', () => {
    for (const ground of REFUSAL_GROUNDS)
      expect(answerTo(ground).join(' ')).toMatch(/Information Commissioner/);
    expect(answerTo(null)).toEqual([]);
  });
});
