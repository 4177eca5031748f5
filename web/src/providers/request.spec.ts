import { describe, expect, it } from '@jest/globals';
import { addressOf, cookie, headersOf } from './request';

const key = () => 'key-00000001';

describe('a call of the API', () => {
  it('leaves empty questions out of the address and orders the rest', () => {
    expect(addressOf('/cases', { limit: 25, after: null, kinds: ['a', 'b'], text: '' })).toBe(
      '/api/cases?kinds=a%2Cb&limit=25',
    );
    expect(addressOf('/me')).toBe('/api/me');
  });

  it('finds the token under its plain and its host name', () => {
    expect(cookie('encircle-csrf', 'a=1; encircle-csrf=x%3D; b=2')).toBe('x=');
    expect(cookie('encircle-csrf', '__Host-encircle-csrf=y')).toBe('y');
    expect(cookie('encircle-csrf', 'other=1')).toBeNull();
  });

  it('sends the token with changes only and a key with creates only', () => {
    const jar = 'encircle-csrf=tok';
    expect(headersOf({}, jar, key)).toEqual({ accept: 'application/json, application/problem+json' });
    expect(headersOf({ method: 'POST', body: {} }, jar, key)).toMatchObject({
      'x-csrf-token': 'tok',
      'idempotency-key': 'key-00000001',
      'content-type': 'application/json',
    });
    expect(headersOf({ method: 'PUT', body: {} }, jar, key)).not.toHaveProperty('idempotency-key');
  });

  it('keeps the key a form was given', () => {
    const headers = headersOf({ method: 'POST', idempotencyKey: 'form-key-1' }, '', key);
    expect(headers['idempotency-key']).toBe('form-key-1');
  });

  it('carries a reason in letters a header may hold', () => {
    const headers = headersOf({ purpose: 'CASE_WORK', reason: 'Żaneta’s call' }, '', key);
    expect(headers['x-encircle-reason']).toBe(encodeURIComponent('Żaneta’s call'));
  });
});
