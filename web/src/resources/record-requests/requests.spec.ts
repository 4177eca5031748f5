import { describe, expect, it } from '@jest/globals';
import { passagesOf } from './requests.model';

describe('words to take out', () => {
  it('are one passage a line', () => {
    expect(passagesOf(' Lantern House \n\nSara\n')).toEqual(['Lantern House', 'Sara']);
  });
});
