import { describe, expect, it } from '@jest/globals';
import { familyOutcomeLabel, SF_OUTCOMES, suggestedOutcomes } from '../codes/index.js';
import {
  checkDueOn,
  checkOpensOn,
  claimGaps,
  evidenceCategory,
  evidenceProblems,
  momentsNow,
  showsMet,
  showsNeed,
  type Evidence,
  type EvidenceTimes,
  type FamilyFacts,
} from './index.js';

const OPEN: EvidenceTimes = { today: '2026-03-16', closedOn: null, checkDueOn: null };
const CLOSED: EvidenceTimes = { today: '2026-09-16', closedOn: '2026-03-16', checkDueOn: '2026-09-16' };
const of = (over: Partial<Evidence>): Evidence => ({
  outcome: 1,
  moment: 'START',
  measure: 'ATTENDANCE',
  value: 84,
  measuredOn: '2026-03-02',
  met: null,
  ...over,
});

describe('what shows a need, and that it is met', () => {
  it.each<[string, number, boolean | null]>([
    // Rule 9.2: attendance below 90 %; rule 7.5: three fixed exclusions.
    ['ATTENDANCE', 89.9, true],
    ['ATTENDANCE', 90, false],
    ['EXCLUSIONS', 3, true],
    ['EXCLUSIONS', 2, false],
    ['SDQ', 22, null],
  ])('%s at %p', (measure, value, need) => expect(showsNeed(measure, value)).toBe(need));

  it('compares with the start where no rule draws a line, the better way of each measure', () => {
    expect([showsMet('SDQ', 12, 22), showsMet('SDQ', 22, 22), showsMet('SCALE', 7, 3)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([showsMet('DEBTS', 10, null), showsMet('WEIGHT_CENTILE', 50, 9)]).toEqual([null, null]);
    expect([showsMet('ATTENDANCE', 91, 89.5), showsMet('ATTENDANCE', 89.9, 60)]).toEqual([true, false]);
  });

  it.each<[Partial<Evidence>, EvidenceTimes, string]>([
    [{ value: 95 }, OPEN, 'value'],
    [{ value: 101 }, OPEN, 'value'],
    [{ measure: 'SDQ', value: 12.5 }, OPEN, 'value'],
    [{ measure: 'STAR_SIGN' }, OPEN, 'measure'],
    [{ measuredOn: '2026-03-17' }, OPEN, 'measuredOn'],
    [{ moment: 'CLOSURE', value: 95 }, OPEN, 'met'],
    [{ moment: 'CLOSURE', value: 88, met: true }, OPEN, 'met'],
    [{ moment: 'SUSTAINED', value: 95, met: true }, OPEN, 'moment'],
    [{}, CLOSED, 'moment'],
    [{ moment: 'SUSTAINED', value: 95, met: true, measuredOn: '2026-08-18' }, CLOSED, 'measuredOn'],
    [{ moment: 'CLOSURE', value: 95, met: true, measuredOn: '2026-04-14' }, CLOSED, 'measuredOn'],
  ])('%p is refused by the name of its field', (over, times, field) =>
    expect(Object.keys(evidenceProblems(of(over), times, null))).toEqual([field]),
  );

  it('takes what shows it', () => {
    const start = { value: 84, measuredOn: '2026-03-02' };
    for (const [over, times] of [
      [{}, OPEN],
      [{ moment: 'CLOSURE', value: 88, met: false }, OPEN],
      [{ moment: 'CLOSURE', value: 93, met: true, measuredOn: '2026-03-16' }, OPEN],
      [{ moment: 'SUSTAINED', value: 93, met: true, measuredOn: '2026-08-19' }, CLOSED],
    ] as [Partial<Evidence>, EvidenceTimes][])
      expect(evidenceProblems(of(over), times, start)).toEqual({});
    const early = of({ moment: 'CLOSURE', value: 93, met: true, measuredOn: '2026-03-01' });
    expect(Object.keys(evidenceProblems(early, OPEN, start))).toEqual(['measuredOn']);
  });

  it('asks for the check six months after the end, and four weeks around it', () => {
    expect([checkDueOn('2026-08-31', 6), checkOpensOn('2026-09-16')]).toEqual(['2027-02-28', '2026-08-19']);
    const now = (today: string) => momentsNow({ ...CLOSED, today });
    expect([momentsNow(OPEN), now('2026-04-13'), now('2026-04-14'), now('2026-08-19')]).toEqual([
      ['START', 'CLOSURE'],
      ['CLOSURE'],
      [],
      ['SUSTAINED'],
    ]);
  });

  it('keeps what is one person’s own under its own kind', () => {
    expect(SF_OUTCOMES.codes.map((code) => evidenceCategory(Number(code)))).toEqual([
      'PLAN',
      'PLAN',
      'PLAN',
      'SENS_SM',
      'PLAN',
      'PLAN',
      'OFFENCE',
      'DV',
      'PLAN',
      'PLAN',
    ]);
  });

  it('keeps the words of 2022 for what was recorded under them, and suggests without deciding', () => {
    expect([familyOutcomeLabel(4, 1), familyOutcomeLabel(7, 1), familyOutcomeLabel(9, 1)]).toEqual([
      'Better managed substance use',
      'Families diverted from crime',
      'Secure housing',
    ]);
    expect(familyOutcomeLabel(4)).toBe('Promoting recovery and reducing harm from substance use');
    expect(suggestedOutcomes(['D10', 'F03'])).toEqual({ ecm: ['EA', 'EW'], sf: ['1', '9', '10'] });
  });
});

describe('the list of families whose needs are shown to be met (rule 9.1)', () => {
  /** Story ST08: outcomes 1, 4, 5, 7 and 9. */
  const nia: FamilyFacts = {
    wholeFamilyAssessed: true,
    led: true,
    planAgreed: true,
    closed: true,
    identified: [1, 4, 5, 7, 9],
    present: [1, 4, 5, 7, 9],
    met: [1, 4, 5, 7, 9],
    sustained: [1, 4, 5, 7, 9],
  };

  it('has the family of ST08 on it', () => expect(claimGaps(nia)).toEqual([]));

  it.each<[Partial<FamilyFacts>, string[]]>([
    [{ identified: [1, 4], present: [1, 4] }, ['THREE_NEEDS']],
    [{ present: [1, 4] }, ['THREE_NEEDS', 'ALL_EVIDENCED']],
    [{ identified: [1, 4, 5, 7, 9, 10] }, ['ALL_EVIDENCED', 'ALL_MET', 'ALL_SUSTAINED']],
    [{ wholeFamilyAssessed: false, led: false, planAgreed: false }, ['WHOLE_FAMILY', 'LEAD', 'PLAN']],
    [{ met: [1, 4, 5, 7] }, ['ALL_MET']],
    [{ sustained: [] }, ['ALL_SUSTAINED']],
    [{ closed: false }, ['CLOSED']],
    [
      { identified: [], present: [], met: [], sustained: [] },
      ['THREE_NEEDS', 'ALL_EVIDENCED', 'ALL_MET', 'ALL_SUSTAINED'],
    ],
  ])('%p lacks %p', (over, gaps) => expect(claimGaps({ ...nia, ...over })).toEqual(gaps));
});
