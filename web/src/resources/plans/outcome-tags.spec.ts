import { describe, expect, it } from '@jest/globals';
import { namesOf, NO_TAGS, tagsCommand, withSuggested } from './outcome-tags.model';

describe('what a hope is about', () => {
  it('ticks what the part of the assessment stands for, and keeps what was ticked', () => {
    const taken = withSuggested({ elementCode: 'F03', ecmOutcome: '', familyOutcomes: ['5'] });
    expect(taken).toEqual({ elementCode: 'F03', ecmOutcome: 'EW', familyOutcomes: ['5', '9', '10'] });
    expect(withSuggested({ ...NO_TAGS, elementCode: 'D10' }).ecmOutcome).toBe('');
    expect(withSuggested({ ...NO_TAGS, elementCode: 'D11', ecmOutcome: 'BH' }).ecmOutcome).toBe('BH');
  });

  it('sends numbers, and nothing for what is empty', () => {
    expect(tagsCommand(NO_TAGS)).toEqual({ familyOutcomes: [] });
    expect(tagsCommand({ elementCode: 'F03', ecmOutcome: 'EW', familyOutcomes: ['9'] })).toEqual({
      elementCode: 'F03',
      ecmOutcome: 'EW',
      familyOutcomes: [9],
    });
    expect(namesOf(['9', 10])).toBe('Secure housing, Financial stability');
  });
});
