import { describe, expect, it } from '@jest/globals';
import { formOf, NO_FILTERS, queryOf, toKeep } from './services.model';

describe('the directory of services', () => {
  it('asks for what was chosen, and for an age once it is one', () => {
    expect(queryOf(NO_FILTERS)).toEqual({ limit: 25 });
    expect(queryOf({ q: ' tea ', age: '7', level: '2', topic: '' })).toEqual({
      limit: 25,
      q: 'tea',
      age: '7',
      level: '2',
    });
    expect(queryOf({ ...NO_FILTERS, age: 'seven' })).toEqual({ limit: 25 });
  });

  it('sends numbers as numbers, words as they are, and nothing empty', () => {
    const form = { ...formOf(null), name: 'Monday club', ageFrom: '5', ageTo: 'eleven', phone: '' };
    expect(toKeep(form)).toEqual({
      name: 'Monday club',
      ageFrom: 5,
      ageTo: 'eleven',
      levels: [],
      topics: [],
    });
  });
});
