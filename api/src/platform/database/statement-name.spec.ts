import { describe, expect, it } from '@jest/globals';
import { nameOf } from './statement-name.js';

describe('the name of a statement', () => {
  it('is the same for the same text and differs for another', () => {
    expect(nameOf('select 1 from a')).toBe(nameOf('select 1 from a'));
    expect(nameOf('select 1 from a')).not.toBe(nameOf('select 1 from b'));
  });

  it('fits what PostgreSQL keeps of a name', () => {
    expect(nameOf(`select ${'x, '.repeat(500)}1`)?.length).toBeLessThan(64);
  });

  it('is no longer given when texts never end, so that plans do not fill the server', () => {
    const given = Array.from({ length: 2000 }, (_, n) => nameOf(`select ${n}`)).filter(Boolean);
    expect(given.length).toBeLessThanOrEqual(500);
    expect(nameOf('select 1 from a')).toBeDefined();
  });
});
