import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as names from './index.js';

describe('names as stored (rule 8.7)', () => {
  it.each([
    'de la Cruz',
    "O'Brien",
    'O’Brien',
    'McDonald',
    'Ava-Mae',
    'St. John',
    'Łukasz',
    '明',
    'محمد',
    'Kaʻena',
  ])('takes %s without changing it', (name) =>
    expect(names.checkName(name)).toEqual({ ok: true, value: name, display: name }),
  );

  it('composes letters and closes up spaces', () =>
    expect(names.checkName('  Zoe\u0308   Ann ')).toMatchObject({ value: 'Zoë Ann' }));

  it.each([
    ['', 'NAME_EMPTY'],
    ['x'.repeat(101), 'NAME_TOO_LONG'],
    ['Ava2', 'NAME_DIGITS'],
    ['Ava <b>', 'NAME_CHARACTERS'],
    ['Ava@home', 'NAME_CHARACTERS'],
    ['.', 'NAME_STAND_IN'],
    ['-', 'NAME_STAND_IN'],
    ['UNKNOWN', 'NAME_STAND_IN'],
  ])('refuses %p as %s', (text, code) => expect(names.checkName(text)).toMatchObject({ ok: false, code }));

  it('takes a digit once it was confirmed', () =>
    expect(names.checkName('X Æ 12', { digitsConfirmed: true }).ok).toBe(true));
});

describe('names as matched', () => {
  it.each([
    ["O'Brien", 'O’Brien'],
    ["O'Brien", 'OBRIEN'],
    ['Zoë', 'Zoe'],
    ['Zoe\u0308', 'Zoë'],
    ['Søren', 'Soren'],
    ['Weiß', 'Weiss'],
    ['Łukasz', 'Lukasz'],
    ['Æthel', 'Aethel'],
    ['de la Cruz', 'Delacruz'],
    ['Smith-Jones', 'Smith Jones'],
    ['İlknur', 'Ilknur'],
    ['Kaʻena', 'Kaena'],
  ])('%s and %s are the same', (a, b) => expect(names.sameName(a, b)).toBe(true));

  it.each([
    ['Ava', 'Eva'],
    ['Jon', 'John'],
  ])('%s and %s are not', (a, b) => expect(names.sameName(a, b)).toBe(false));

  it('a key of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(names.searchKey(names.searchKey(text))).toBe(names.searchKey(text));
      }),
    );
  });

  it('gives each word once, other names searched equally', () =>
    expect(names.searchWords('Ava Grace', "O'Neil-Ames", null, 'AVA')).toEqual([
      'ava',
      'grace',
      'oneil',
      'ames',
    ]));
});

describe('names as shown', () => {
  const ava = { givenNames: 'Ava Grace', familyName: 'Ames', preferredName: 'Avie' };

  it('shows the chosen name first', () => {
    expect(names.chosenName(ava)).toBe('Avie');
    expect(names.fullName(ava)).toBe('Avie Ames');
    expect(names.registerName(ava)).toBe('Ames, Ava Grace (Avie)');
    expect(names.initials(ava)).toBe('AA');
  });

  it('someone with one name has no comma, no blank and no stand-in', () => {
    const one = { givenNames: 'Suharto', familyName: null };
    expect([names.fullName(one), names.registerName(one), names.initials(one)]).toEqual([
      'Suharto',
      'Suharto',
      'S',
    ]);
  });

  it('an unborn baby is named by the mother without taking her surname', () => {
    expect(names.unbornLabel({ givenNames: 'Nia', familyName: 'Novak' })).toBe('Unborn baby of Nia Novak');
    expect(names.unbornLabel(null)).toBe('Unborn baby');
  });
});

describe('the names on a form', () => {
  const fields = (typed: names.NamesTyped) => names.nameProblems(typed).map((p) => `${p.field} ${p.code}`);

  it('a born child has a first name and a surname, or a tick for no surname', () => {
    expect(fields({ unborn: false })).toEqual(['givenNames NAME_EMPTY', 'familyName SURNAME_EMPTY']);
    expect(fields({ unborn: false, givenNames: 'Ava', noSurname: true })).toEqual([]);
    expect(fields({ unborn: false, givenNames: 'Ava', familyName: 'Ames' })).toEqual([]);
  });

  it('an unborn baby needs no name', () => expect(fields({ unborn: true })).toEqual([]));

  it('a surname and "no surname" cannot both be', () =>
    expect(fields({ unborn: false, givenNames: 'Ava', familyName: 'Ames', noSurname: true })).toEqual([
      'noSurname SURNAME_BOTH',
    ]));

  it('each wrong name is said beside its own box', () =>
    expect(fields({ unborn: false, givenNames: 'Ava1', familyName: '.', preferredName: '<' })).toEqual([
      'givenNames NAME_DIGITS',
      'familyName NAME_STAND_IN',
      'preferredName NAME_CHARACTERS',
    ]));
});
