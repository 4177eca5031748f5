import { describe, expect, it } from '@jest/globals';
import { CATEGORIES, GIVER_CAPACITIES, PURPOSES } from '../policy/index.js';
import * as codes from './index.js';

describe('every code list', () => {
  it.each(codes.ALL_CODE_LISTS.map((list) => [list.name, list] as const))(
    '%s has each code once, written in capitals, with words beside it',
    (_name, list) => {
      expect(new Set(list.codes).size).toBe(list.codes.length);
      expect(list.version).toBeGreaterThanOrEqual(1);
      for (const row of list.rows) {
        expect(row.code).toMatch(/^[A-Z0-9_]+$/);
        expect(row.label).toMatch(/^\S.*\S$|^\S$/);
        expect(row.label).not.toMatch(/[.!]$/);
      }
    },
  );

  it('list names are unique', () =>
    expect(new Set(codes.ALL_CODE_LISTS.map((list) => list.name)).size).toBe(codes.ALL_CODE_LISTS.length));

  it.each(codes.ALL_CODE_LISTS.map((list) => [list.name, list] as const))(
    'families reading %s meet no trade word they should not (rule 11)',
    (_name, list) => {
      for (const code of list.codes) {
        const words = codes.familyLabelOf(list, code) ?? '';
        expect(codes.fillTerms(words)).not.toMatch(/\b(DNA|case|episode|failed|refused|disengaged|TAP)\b/i);
      }
    },
  );
});

describe('reading a code list', () => {
  it('shows an unknown code rather than hiding a record, and never to a family', () => {
    expect(codes.labelOf(codes.MEETING_TYPES, 'OLD_KIND')).toBe('OLD_KIND');
    expect(codes.familyLabelOf(codes.MEETING_TYPES, 'OLD_KIND')).toBeNull();
    expect(() => codes.codeRow(codes.MEETING_TYPES, 'OLD_KIND')).toThrow(RangeError);
  });

  it('offers no retired row, except where it is already the answer', () => {
    const offered = codes.offeredRows(codes.SEND_STATUS).map((row) => row.code);
    expect(offered).toEqual(['NONE', 'SEN_SUPPORT', 'EHCP']);
    expect(codes.offeredRows(codes.SEND_STATUS, 'STATEMENT').map((row) => row.code)).toContain('STATEMENT');
  });

  it('knows its own codes', () => {
    expect(codes.isCode(codes.SEX, 'FEMALE')).toBe(true);
    expect(codes.isCode(codes.SEX, 'female')).toBe(false);
    expect(codes.isCode(codes.SEX, undefined)).toBe(false);
  });
});

describe('words for what the policy decides about', () => {
  it('there are words for each kind of information, purpose and capacity, and for no other', () => {
    expect(codes.INFORMATION_CATEGORIES.codes).toEqual(CATEGORIES);
    expect([...codes.SHARING_PURPOSES.codes].sort()).toEqual([...PURPOSES].sort());
    expect(codes.GIVER_CAPACITIES.codes).toEqual(GIVER_CAPACITIES);
  });

  it('a sensitive block moves to a kind of information that exists', () => {
    for (const row of codes.SENSITIVE_CLASSES.rows)
      if (row.category !== null) expect(CATEGORIES).toContain(row.category);
  });
});

describe('terms an authority chooses', () => {
  it('fill sentences, with a capital where the place asks for one', () => {
    const terms = codes.termsWith({ leadProfessional: 'lead practitioner', keyWorker: '  ' });
    expect(codes.fillTerms('{LeadProfessional}: ask the {leadProfessional}', terms)).toBe(
      'Lead practitioner: ask the lead practitioner',
    );
    expect(terms.keyWorker).toBe('key worker');
  });

  it('leave an unknown place as it is', () => expect(codes.fillTerms('{nobody}')).toBe('{nobody}'));
});

describe('attendance codes (rule 4.2)', () => {
  const having = (flag: 'person' | 'agency' | 'contributed' | 'invited') =>
    codes.ATTENDANCE_CODES.rows.filter((row) => row[flag]).map((row) => row.code);

  it('a deputy counts for the agency and not for the person', () => {
    expect(having('person')).toEqual(['ATT', 'PART', 'UNINV']);
    expect(having('agency')).toEqual(['ATT', 'PART', 'DEP', 'UNINV']);
  });

  it('a report is a contribution and not attendance', () =>
    expect(having('contributed')).toEqual(['ATT', 'PART', 'DEP', 'REP', 'UNINV']));

  it('six codes make the denominator', () =>
    expect(having('invited')).toEqual(['ATT', 'PART', 'DEP', 'REP', 'APO', 'DNA']));

  it('each has its own key', () => {
    const keys = codes.ATTENDANCE_CODES.rows.map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('a family never reads "did not attend"', () =>
    expect(codes.familyLabelOf(codes.ATTENDANCE_CODES, 'DNA')).toBeNull());

  it('what a family chooses is stored as one of the codes', () => {
    for (const choice of codes.FAMILY_ATTENDANCE_CHOICES.rows)
      expect(codes.isCode(codes.ATTENDANCE_CODES, choice.stored)).toBe(true);
  });
});

describe('closure reasons (rule 4.5)', () => {
  it('there are nineteen, three of them positive', () => {
    expect(codes.CLOSURE_REASONS.codes).toHaveLength(19);
    expect(
      codes.CLOSURE_REASONS.rows.filter((row) => row.counts === 'POSITIVE').map((row) => row.code),
    ).toEqual(['NEEDS_MET', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL']);
  });

  it('after a death or a loss nothing is sent', () =>
    expect(codes.CLOSURE_REASONS.rows.filter((row) => row.silent).map((row) => row.code)).toEqual([
      'DECEASED',
      'PREGNANCY_ENDED',
      'ERROR',
    ]));
});

describe('ethnicity (rule 3.3)', () => {
  it('maps each answer to the school, health and census schemes', () => {
    for (const row of codes.ETHNICITY.rows) {
      expect(row.school).toMatch(/^[A-Z]{4}$/);
      expect(row.nhs2001).toMatch(/^([A-HJ-NPR-Z]|99)$/);
    }
    expect(codes.codeRow(codes.ETHNICITY, 'CHINESE').ons2011).toBe('Asian: Chinese');
    expect(codes.codeRow(codes.ETHNICITY, 'GYPSY_ROMA').ons2021).toBe('UNMAPPABLE');
  });

  it('keeps refused, not asked and not known apart', () =>
    expect(codes.ETHNICITY_WITHOUT_ANSWER.every((code) => codes.isCode(codes.ETHNICITY, code))).toBe(true));
});

describe('levels of need (rule 1.4)', () => {
  it('there are four, in order', () => {
    expect(codes.DEFAULT_THRESHOLDS.levels.map((row) => row.level)).toEqual([1, 2, 3, 4]);
    expect(codes.levelDescriptor(3).short).toBe('Several needs, several services');
    expect(codes.isLevelOfNeed(5)).toBe(false);
    expect(codes.isLevelOfNeed('3')).toBe(false);
  });
});

describe('outcome frameworks (rule 9.2)', () => {
  it('every suggestion names outcomes that exist', () => {
    expect(Object.keys(codes.OUTCOME_SUGGESTIONS)).toHaveLength(19);
    for (const { ecm, sf, sfWhen } of Object.values(codes.OUTCOME_SUGGESTIONS)) {
      expect(ecm.every((code) => codes.isCode(codes.ECM_OUTCOMES, code))).toBe(true);
      expect(
        [...sf, ...Object.values(sfWhen ?? {})].every((code) => codes.isCode(codes.SF_OUTCOMES, code)),
      ).toBe(true);
    }
  });

  it('several elements suggest each outcome once', () =>
    expect(codes.suggestedOutcomes(['D04', 'D10', 'D01', 'X99'])).toEqual({
      ecm: ['BH', 'EA', 'EW'],
      sf: ['1', '2', '3', '5'],
    }));
});

describe('episode states (rule 5.1)', () => {
  it('open means from the first worry to a transfer', () =>
    expect(codes.OPEN_STATES).toEqual([
      'CONCERN',
      'CONSENT_SEEKING',
      'TAP',
      'ASSESSING',
      'ASSESSED',
      'TAC_PLANNED',
      'PLAN_ACTIVE',
      'PANEL_REVIEW',
      'STEP_UP_PENDING',
      'PAUSED_STATUTORY',
      'TRANSFER_PENDING',
    ]));

  it('each open state says what comes next', () => {
    for (const state of codes.EPISODE_STATES.rows) expect(state.next !== '').toBe(state.open);
  });
});
