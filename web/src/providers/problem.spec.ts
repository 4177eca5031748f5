import { describe, expect, it } from '@jest/globals';
import { errorsOf, readProblem } from './problem';

describe('reading a refusal', () => {
  it('keeps code, fields, data and reference', () => {
    const text = JSON.stringify({
      status: 409,
      code: 'STALE',
      reference: 'r-1',
      fields: { 'people.0.name': ['Enter a name'] },
      data: { mine: 'a', theirs: 'b' },
    });
    const problem = readProblem(409, text);
    expect(problem).toMatchObject({ status: 409, code: 'STALE', reference: 'r-1', conflict: true });
    expect(problem.data).toEqual({ mine: 'a', theirs: 'b' });
    expect(errorsOf(problem)).toEqual([{ field: 'people.0.name', message: 'Enter a name' }]);
  });

  it('treats a page of a proxy as an unexpected failure', () => {
    expect(readProblem(502, '<html>Bad gateway</html>')).toMatchObject({ status: 502, code: 'UNEXPECTED' });
  });

  it('drops messages that are not texts', () => {
    const problem = readProblem(
      400,
      JSON.stringify({ code: 'INVALID', fields: { a: [1], b: ['x'], c: 'y' } }),
    );
    expect(problem.fields).toEqual({ b: ['x'] });
  });

  it('tells hidden and missing apart in no way', () => {
    const hidden = readProblem(404, JSON.stringify({ status: 404, code: 'NOT_FOUND', reference: '' }));
    expect(hidden.notFound).toBe(true);
    expect(hidden.reference).toBe('');
  });
});
