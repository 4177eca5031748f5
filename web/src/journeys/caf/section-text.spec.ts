import { describe, expect, it } from '@jest/globals';
import { CAF_V1, section } from '@encircle/shared/forms';
import { isSameText, partsToSend, readText, textOf, withAnswer } from './section-text.model';

const D04 = section(CAF_V1, 'D04');
const stored = [
  { category: 'CHILD', aboutPersonId: null, answers: { status: 'ASSESSED', needs: 'Cries.' }, version: 3 },
  { category: 'PRIVATE', aboutPersonId: null, answers: { childViewPrivate: 'Do not tell.' }, version: 1 },
  { category: 'SENS_MH', aboutPersonId: null, answers: { needs: 'Counsellor.' }, version: 2 },
];

describe('a section between page and store', () => {
  it('reads the section’s own fields into one text and the more private ones beside it', () => {
    expect(textOf(D04, stored)).toEqual({
      answers: { status: 'ASSESSED', needs: 'Cries.', childViewPrivate: 'Do not tell.' },
      asides: [{ category: 'SENS_MH', aboutPersonId: null, answers: { needs: 'Counsellor.' } }],
    });
  });

  it('goes back into the same parts with the versions that were read', () => {
    const parts = partsToSend(D04, textOf(D04, stored), stored);
    expect(parts.map(({ category, version }) => [category, version]).sort()).toEqual([
      ['CHILD', 3],
      ['PRIVATE', 1],
      ['SENS_MH', 2],
    ]);
    expect(parts.find((part) => part.category === 'CHILD')?.answers).toEqual({
      status: 'ASSESSED',
      needs: 'Cries.',
    });
  });

  it('never puts private words into the part that others read', () => {
    const [child] = partsToSend(D04, textOf(D04, stored), stored).filter((part) => part.category === 'CHILD');
    expect(JSON.stringify(child)).not.toContain('Do not tell');
    expect(JSON.stringify(child)).not.toContain('Counsellor');
  });

  it('sends what was emptied as empty, and nothing that was never there', () => {
    const text = { answers: { status: 'ASSESSED', needs: '  ' }, asides: [] };
    expect(partsToSend(D04, text, stored)).toEqual([
      { category: 'CHILD', aboutPersonId: null, answers: { status: 'ASSESSED' }, version: 3 },
      { category: 'PRIVATE', aboutPersonId: null, answers: {}, version: 1 },
      { category: 'SENS_MH', aboutPersonId: null, answers: {}, version: 2 },
    ]);
    expect(partsToSend(D04, { answers: {}, asides: [] }, [])).toEqual([]);
  });

  it('knows that writing is looking', () => {
    const empty = { answers: {}, asides: [] };
    expect(withAnswer(empty, 'needs', 'Cries.').answers['status']).toBe('ASSESSED');
    expect(withAnswer(empty, 'needs', '').answers['status']).toBeUndefined();
    expect(withAnswer(empty, 'childView', 'Words').answers['status']).toBeUndefined();
  });

  it('compares what is meant, not how it lies', () => {
    const a = { answers: { needs: 'x', strengths: '' }, asides: [] };
    expect(isSameText(a, { answers: { needs: 'x' }, asides: [] })).toBe(true);
    expect(isSameText(a, { answers: { needs: 'y' }, asides: [] })).toBe(false);
  });

  it('reads a draft, and takes no nonsense for one', () => {
    expect(readText('{"answers":{"needs":"x"},"asides":[]}')?.answers).toEqual({ needs: 'x' });
    expect(readText('nonsense')).toBeNull();
    expect(readText('{}')).toBeNull();
    expect(readText(null)).toBeNull();
  });
});
