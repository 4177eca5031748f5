import { describe, expect, it } from '@jest/globals';
import {
  enquiryProblems,
  offerProblem,
  triageProblems,
  type MakeEnquiry,
  type TriageEnquiry,
} from './index.js';

const TODAY = '2026-03-16';
const YES: MakeEnquiry = {
  kind: 'SUPPORT',
  source: 'OWN_AGENCY',
  givenNames: 'Robin',
  familyName: 'Fielding',
  dateOfBirth: '2017-05-04',
  postcode: 'QX4 7AB',
  issues: ['SCHOOL_ATTENDANCE'],
  whatFor: 'Mornings are hard since her grandmother moved away.',
  familyKnows: true,
  agreed: 'YES',
  agreedBy: 'PARENT',
  agreedName: 'Kit Fielding',
  agreedOn: TODAY,
  passOn: false,
  mayHear: true,
};

describe('what is asked at the front door', () => {
  const wrong = (over: Partial<MakeEnquiry>, forCaller = false) =>
    Object.keys(enquiryProblems({ ...YES, ...over }, TODAY, forCaller));

  it('a named child needs a yes, and whoever said it', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ agreed: 'NO' })).toEqual(['agreed']);
    expect(wrong({ familyKnows: false })).toEqual(['familyKnows']);
    expect(enquiryProblems({ ...YES, agreed: 'NOT_ASKED' }, TODAY, false)['agreed']?.[0]).toContain(
      'refer to social care',
    );
  });

  it('a baby needs a due date and neither name nor mother; a family without an address says so', () => {
    const baby = { isUnborn: true, givenNames: '', familyName: '', dateOfBirth: '', dueDate: '2026-06-01' };
    expect(wrong(baby)).toEqual([]);
    expect(wrong({ ...baby, dueDate: '' })).toEqual(['dueDate']);
    expect(wrong({ postcode: '' })).toEqual(['postcode']);
    expect(wrong({ postcode: '', noFixedAddress: true })).toEqual([]);
    expect(wrong({ familyName: '', noSurname: true })).toEqual([]);
  });

  it('who rang is written down for a caller only', () => {
    expect(wrong({ source: 'PARENT' }, true)).toEqual(['callerName']);
    expect(wrong({ source: 'PARENT' })).toEqual([]);
  });
});

describe('what the CAF team decides', () => {
  const wrong = (typed: Partial<TriageEnquiry>, kind: 'SUPPORT' | 'ADVICE' = 'SUPPORT') =>
    Object.keys(triageProblems({ decision: 'ADVICE', why: 'Because it helps', version: 1, ...typed }, kind));

  it('says what each decision needs', () => {
    expect(wrong({})).toEqual(['told']);
    expect(wrong({ decision: 'NOT_TAKEN', told: 'The school has this in hand already.' })).toEqual([]);
    expect(wrong({ decision: 'CHECKLIST' })).toEqual(['workerId']);
    expect(wrong({ decision: 'TEAM_THERE', ref: 'CAF' })).toEqual(['ref']);
    expect(wrong({ decision: 'SOCIAL_CARE' })).toEqual([]);
    expect(wrong({ decision: 'CAF', workerId: 'w', agencyId: 'a' }, 'ADVICE')).toEqual(['decision']);
  });

  it('asks nobody the family does not want, no specialist, and nobody else without leave', () => {
    const said = { passOn: true, notTo: ['housing'], ownAgencyId: 'school' };
    const ordinary = (id: string) => ({ id, isSpecialist: false });
    expect(offerProblem(said, ordinary('health'))).toBeNull();
    expect(offerProblem(said, ordinary('housing'))).toContain('does not want');
    expect(offerProblem(said, { id: 'clinic', isSpecialist: true })).toContain('brokered');
    const kept = { ...said, passOn: false };
    expect(offerProblem(kept, ordinary('health'))).toContain('did not agree');
    expect(offerProblem(kept, ordinary('school'))).toBeNull();
  });
});
