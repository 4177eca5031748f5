import { describe, expect, it } from '@jest/globals';
import { readHidden } from './column-choice';
import type { CaseloadItem } from '@encircle/shared/cases';
import { addressFor, filtersOf, isLate, isUsual, namesOf, questionOf } from './caseload.model';

const STATES = ['ASSESSING', 'PLAN_ACTIVE'];
const read = (text: string) => filtersOf(new URLSearchParams(text), STATES);

const line = (part: Partial<CaseloadItem>): CaseloadItem => ({
  id: 'e',
  ref: 'CAF-1',
  type: 'CHILD',
  state: 'PLAN_ACTIVE',
  openedOn: '2026-01-05',
  closedOn: null,
  nextReviewOn: null,
  children: [],
  part: null,
  leadProfessional: null,
  ...part,
});

const child = (name: string | null, chosenName: string | null) => ({
  id: name ?? '',
  name,
  chosenName,
  dateOfBirth: null,
  dueDate: null,
  stub: false,
});

describe('the choice in the address', () => {
  it('is open cases when nothing is said', () => {
    expect(read('')).toEqual({ open: true, part: null, state: null });
    expect(isUsual(read(''))).toBe(true);
  });

  it('goes through the address and back', () => {
    const choice = { open: false, part: 'LP', state: 'ASSESSING' } as const;
    expect(read(new URLSearchParams(addressFor(choice)).toString())).toEqual(choice);
  });

  it('leaves out what it does not know', () => {
    expect(read('part=KING&state=LOST')).toEqual({ open: true, part: null, state: null });
  });

  it('asks for one page after a cursor', () => {
    expect(questionOf(read('part=LP'), 'abc')).toEqual({
      open: true,
      part: 'LP',
      state: null,
      limit: 25,
      after: 'abc',
    });
  });
});

describe('the choice of columns', () => {
  it('forgets a column that is no longer there', () => {
    expect(readHidden('lead,moon', ['lead', 'next'])).toEqual(['lead']);
    expect(readHidden(null, ['lead'])).toEqual([]);
  });
});

describe('a line', () => {
  const join = (names: string[]) => names.join(', ');

  it('shows a full name alone and chosen names of a family', () => {
    expect(namesOf(line({ children: [child('Ava Ames', 'Ava')] }), join)).toBe('Ava Ames');
    expect(namesOf(line({ children: [child('Kai Lowe', 'Kai'), child('Unborn baby', null)] }), join)).toBe(
      'Kai, Unborn baby',
    );
  });

  it('shows no name that was not given', () => {
    expect(namesOf(line({ children: [child(null, null)] }), join)).toBe('');
  });

  it('is late the day after its review was due, and never once closed', () => {
    expect(isLate(line({ nextReviewOn: '2026-03-15' }), '2026-03-16')).toBe(true);
    expect(isLate(line({ nextReviewOn: '2026-03-16' }), '2026-03-16')).toBe(false);
    expect(isLate(line({ nextReviewOn: '2026-03-15', closedOn: '2026-03-01' }), '2026-03-16')).toBe(false);
  });
});
