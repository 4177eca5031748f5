import { describe, expect, it } from '@jest/globals';
import { begunForm, standOf, toSend } from './enquiries.model';

const SEARCHED = {
  name: 'Robin Ann Fielding',
  dateOfBirth: '2017-05-04',
  postcode: 'QX4 7AB',
  nhsNumber: '',
};

describe('asking for support', () => {
  it('begins with what was searched', () => {
    expect(begunForm(SEARCHED)).toMatchObject({
      givenNames: 'Robin Ann',
      familyName: 'Fielding',
      postcode: 'QX4 7AB',
    });
    expect(begunForm({ ...SEARCHED, name: 'Robin' })).not.toHaveProperty('familyName');
    expect(begunForm(null)).toEqual({ kind: 'SUPPORT', source: 'OWN_AGENCY' });
  });

  it('advice carries nothing of a child, even when it was typed before', () => {
    const typed = {
      ...begunForm(SEARCHED),
      kind: 'ADVICE' as const,
      whatFor: 'What next?',
      passOn: true,
      notTo: ['a'],
    };
    expect(toSend(typed)).toEqual({ kind: 'ADVICE', source: 'OWN_AGENCY', whatFor: 'What next?' });
  });

  it('leaves out what another answer made void, and what is empty', () => {
    const born = toSend({
      ...begunForm(SEARCHED),
      noSurname: true,
      dueDate: '2026-08-01',
      agreed: 'NO',
      agreedName: 'Kit',
      tried: '',
    });
    expect(born).toMatchObject({ givenNames: 'Robin Ann', noSurname: true, agreed: 'NO' });
    for (const field of ['familyName', 'dueDate', 'agreedName', 'tried'])
      expect(born).not.toHaveProperty(field);
    const unborn = toSend({
      ...begunForm(SEARCHED),
      isUnborn: true,
      dueDate: '2026-08-01',
      noFixedAddress: true,
    });
    expect(unborn).toEqual({
      kind: 'SUPPORT',
      source: 'OWN_AGENCY',
      isUnborn: true,
      dueDate: '2026-08-01',
      noFixedAddress: true,
    });
  });

  it('says the outcome once there is one', () => {
    const heard = { outcome: 'DEALT_WITH' as const, told: null, takenBy: null, on: '2026-03-16' };
    expect(standOf({ state: 'DECIDED', heard })).toBe('heard.DEALT_WITH');
    expect(standOf({ state: 'WAITING', heard: null })).toBe('states.WAITING');
  });
});
