import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, isMisspelt } from './edit-distance.js';
import { nearMatch, type RecordedChild, type TypedChild } from './near-match.js';
import { sameByNickname } from './nicknames.js';
import { soundsLike } from './sounds.js';

const eva: RecordedChild = {
  givenNames: 'Eva',
  familyName: 'Aimes',
  preferredName: null,
  otherNames: [],
  dateOfBirth: '2016-10-06',
  postcodes: ['QX4 2AB'],
  nhsNumbers: [],
};

const kinds = (typed: TypedChild, child: Partial<RecordedChild> = {}): string[] | null =>
  nearMatch(typed, { ...eva, ...child })?.reasons.map((reason) => reason.kind) ?? null;

describe('why a child might be the one looked for', () => {
  it('sounds like, birthday swapped, different postcode', () =>
    expect(kinds({ name: 'Ava Ames', dateOfBirth: '2016-06-10', postcode: 'QX4 7AB' })).toEqual([
      'SOUNDS_LIKE',
      'SOUNDS_LIKE',
      'BIRTHDAY_SWAPPED',
      'DIFFERENT_POSTCODE',
    ]));

  it('says what was typed and what the record says', () =>
    expect(nearMatch({ name: 'Ava Ames', dateOfBirth: '2016-06-10' }, eva)?.reasons[2]).toEqual({
      kind: 'BIRTHDAY_SWAPPED',
      typed: '2016-06-10',
      recorded: '2016-10-06',
    }));

  it.each([
    [
      'same name and birthday',
      { name: 'eva aimes', dateOfBirth: '2016-10-06' },
      ['SAME_NAME', 'SAME_BIRTHDAY'],
    ],
    [
      'one letter wrong',
      { name: 'Eva Aimas', dateOfBirth: '2016-10-06' },
      ['SAME_FORENAME', 'SOUNDS_LIKE', 'SAME_BIRTHDAY'],
    ],
    ['a day out', { name: 'Eva Aimes', dateOfBirth: '2016-10-07' }, ['SAME_NAME', 'BIRTHDAY_NEAR']],
    ['the year before', { name: 'Eva Aimes', dateOfBirth: '2015-10-06' }, ['SAME_NAME', 'BIRTHDAY_NEAR']],
    ['same street', { name: 'Eva Aimes', postcode: 'QX4 2XY' }, ['SAME_NAME', 'NEAR_POSTCODE']],
  ] as const)('%s', (_, typed, expected) => expect(kinds(typed)).toEqual(expected));

  it('knows short forms and other names', () => {
    const child = { givenNames: 'Isabella', familyName: 'Stone', otherNames: ['Belle Smith'] };
    expect(kinds({ name: 'Izzy Stone', postcode: 'QX4 2AB' }, child)).toEqual([
      'NICKNAME',
      'SAME_SURNAME',
      'SAME_POSTCODE',
    ]);
    expect(kinds({ name: 'belle smith', postcode: 'QX4 2AB' }, child)).toEqual([
      'ALSO_KNOWN_AS',
      'SAME_SURNAME',
      'SAME_POSTCODE',
    ]);
  });

  it('the number decides even when the name has changed', () =>
    expect(kinds({ name: 'Someone Else', nhsNumber: '9990000018' }, { nhsNumbers: ['9990000018'] })).toEqual([
      'SAME_NHS_NUMBER',
    ]));

  it.each([
    [{ name: 'Olu Bankole', dateOfBirth: '2012-01-01' }],
    [{ name: 'Eva Brown', dateOfBirth: '2011-01-01', postcode: 'AB1 2CD' }],
    [{ name: 'Tom Aimes', postcode: 'AB1 2CD' }],
  ])('too little agrees: %p', (typed) => expect(kinds(typed)).toBeNull());
});

describe('the tests themselves', () => {
  it.each([
    ['ava', 'eva'],
    ['ames', 'aimes'],
    ['catherine', 'kathryn'],
    ['philip', 'filip'],
    ['shaun', 'chaun'],
  ])('%s sounds like %s', (a, b) => expect(soundsLike(a, b)).toBe(true));

  it.each([
    ['ava', 'olu'],
    ['ames', 'adams'],
    ['li', 'lo'],
  ])('%s does not sound like %s', (a, b) => expect(soundsLike(a, b)).toBe(false));

  it('nicknames hold both ways and not across names', () => {
    expect(sameByNickname('bella', 'isabella')).toBe(true);
    expect(sameByNickname('isabella', 'bella')).toBe(true);
    expect(sameByNickname('tom', 'tim')).toBe(false);
    expect(sameByNickname('ava', 'ava')).toBe(false);
  });

  it('counts letters put in, left out, changed and swapped', () => {
    expect(editDistance('jack', 'jakc')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(isMisspelt('jo', 'ja')).toBe(false);
  });

  it('distance is the same both ways and nought only for the same word', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
