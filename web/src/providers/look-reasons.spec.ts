import { afterEach, describe, expect, it } from '@jest/globals';
import { forgetReasons, sayWhy, whyFor } from './look-reasons';

const [A, B] = ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '9b2c1f0a-6a1e-4a3a-8d6c-2f1f0a9b8c7d'];

describe('a reason said once', () => {
  afterEach(forgetReasons);

  it('goes with every call about its case, and with calls that name none', () => {
    sayWhy(A, 'AUDIT_SAMPLE');
    expect(whyFor(`/episodes/${A}`)).toBe('AUDIT_SAMPLE');
    expect(whyFor(`/episodes/${A}/plan`)).toBe('AUDIT_SAMPLE');
    expect(whyFor('/meetings/1')).toBe('AUDIT_SAMPLE');
  });

  it('is not taken for another case, and is forgotten at the end', () => {
    sayWhy(A, 'AUDIT_SAMPLE');
    expect(whyFor(`/episodes/${B}`)).toBeUndefined();
    forgetReasons();
    expect(whyFor(`/episodes/${A}`)).toBeUndefined();
    expect(whyFor('/meetings/1')).toBeUndefined();
  });
});
