import { describe, expect, it } from '@jest/globals';
import { identifyingWords } from './identifying.js';

const DOT = { names: ['Dot', 'Tully', 'Cass', 'Zoë', 'Smith-Jones'], births: ['2021-12-01'] };
const found = (text: string): string[] => identifyingWords(text, DOT);

describe('words that say who a child is', () => {
  it('lets a worry without identity through', () => {
    expect(found('A 4-year-old often arrives hungry. Her mother does not want more help now.')).toEqual([]);
    expect(found('There will be a dot on the chart in May.')).toEqual([]);
  });

  it.each([
    ['Dot often arrives hungry', 'Dot'],
    ['tully is the last name', 'tully'],
    ['Talk to Cass’s neighbour', 'Cass’s'],
    ['ZOE, the sister', 'ZOE'],
    ['the Jones family', 'Jones'],
    ['born 1 December 2021', '1 December 2021'],
    ['born 01/12/2021', '01/12/2021'],
    ['lives at QX4 7AB', 'QX4 7AB'],
    ['number 999 000 0018', '999 000 0018'],
  ])('finds it in “%s”', (text, word) => {
    expect(found(text)).toContain(word);
  });
});
