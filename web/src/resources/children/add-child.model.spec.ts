import { describe, expect, it } from '@jest/globals';
import { childProblems } from '@encircle/shared/people';
import { beginWith, controlOf, missingChoices, namesTyped, newPerson, toCommand } from './add-child.model';

const typed = {
  givenNames: 'Bo',
  familyName: 'Birch',
  dateOfBirth: '2015-03-01',
  postcode: 'QX4 2AB',
  nhsNumber: '',
};
const mother = {
  ...newPerson(7, 'Birch'),
  givenNames: 'Fay',
  kind: 'MOTHER',
  hasPr: 'YES',
  prBasis: 'MOTHER',
  livesWith: 'FULL_TIME',
};
const whole = {
  ...beginWith(typed),
  sex: 'MALE',
  dobStatus: 'DECLARED',
  people: [newPerson(1, 'Birch'), mother],
};

describe('a child as typed', () => {
  it('becomes a command the rules accept; an empty person is left out', () => {
    const command = toCommand(whole);
    expect(childProblems(command, '2026-03-16')).toEqual({});
    expect(command.relatives).toHaveLength(1);
    expect(missingChoices(whole)).toEqual({});
  });

  it('an unborn baby carries no birth date and no sex', () =>
    expect(toCommand({ ...whole, isUnborn: true, dueDate: '2026-07-01', givenNames: '' })).toMatchObject({
      isUnborn: true,
      sex: 'UNKNOWN',
      dueDate: '2026-07-01',
      settings: [],
    }));

  it('asks for the choices that have no empty answer', () =>
    expect(
      Object.keys(missingChoices({ ...whole, sex: '', people: [{ ...mother, kind: '', hasPr: '' }] })),
    ).toEqual(['sex', 'relatives.0.kind', 'relatives.0.hasPr']));

  it('leads each message to its box', () => {
    expect(controlOf('relatives.0.prBasis', whole)).toBe('person-7-prBasis');
    expect(controlOf('addresses.0.postcode', whole)).toBe('postcode');
    expect(controlOf('contacts.0.value', whole)).toBe('phone');
    expect(controlOf('familyName', whole)).toBe('familyName');
  });

  it('begins the boxes of a new child', () => {
    expect(namesTyped('Ava Grace Ames')).toEqual({ givenNames: 'Ava Grace', familyName: 'Ames' });
    expect(namesTyped('Suharto')).toEqual({ givenNames: 'Suharto', familyName: '' });
  });
});
