import { describe, expect, it } from '@jest/globals';
import type { RecordBirth } from './birth.contract.js';
import { birthProblems, registrationProblems } from './birth-rules.js';

const DUE = '2026-07-20';
const TODAY = '2026-07-21';
const BIRTH: RecordBirth = {
  version: 1,
  dateOfBirth: '2026-07-18',
  dobStatus: 'VERIFIED',
  givenNames: 'Noor',
  familyName: 'Tennant',
  sex: 'FEMALE',
  nhsNumber: '999 000 0026',
};
const wrong = (over: Partial<RecordBirth>): string[] =>
  Object.keys(birthProblems({ ...BIRTH, ...over }, DUE, TODAY));

describe('a birth', () => {
  it('is taken with a real day, a name and a sound number', () => {
    expect(birthProblems(BIRTH, DUE, TODAY)).toEqual({});
    expect(wrong({ noSurname: true, familyName: '' })).toEqual([]);
  });

  it('names each field that is wrong', () => {
    expect(wrong({ givenNames: '' })).toEqual(['givenNames']);
    expect(wrong({ familyName: '' })).toEqual(['familyName']);
    expect(wrong({ dateOfBirth: '2026-07-22' })).toEqual(['dateOfBirth']);
    expect(wrong({ nhsNumber: '9990000027' })).toEqual(['nhsNumber']);
  });

  it('is confirmed when it lies more than 42 days from the due date', () => {
    expect(wrong({ dateOfBirth: '2026-06-08' })).toEqual([]);
    expect(wrong({ dateOfBirth: '2026-06-07' })).toEqual(['farFromDueDate']);
    expect(wrong({ dateOfBirth: '2026-06-07', farFromDueDate: true })).toEqual([]);
  });
});

describe('a registration', () => {
  const on = (registeredOn: string, bornOn: string | null = '2026-07-18'): string[] =>
    Object.values(registrationProblems({ registeredOn }, bornOn, '2026-08-01')).flat();

  it('comes after the birth and not after today', () => {
    expect(on('2026-07-27')).toEqual([]);
    expect(on('2026-07-17')).toEqual(['A birth is registered after it, not before']);
    expect(on('2026-08-02')).toEqual(['The day of registration is in the future']);
    expect(on('2026-02-30')).toEqual(['Enter a real date, for example 27 July 2026']);
    expect(on('2026-07-27', null)).toEqual(['Record the birth first']);
  });

  it('gives nothing when it was before December 2003', () => {
    expect(on('2003-11-30', '2003-11-01')).toHaveLength(1);
    expect(on('2003-12-01', '2003-11-01')).toEqual([]);
  });
});
