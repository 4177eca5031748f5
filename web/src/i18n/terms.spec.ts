import { describe, expect, it } from '@jest/globals';
import { bothForms } from './terms';

describe('terms an area chooses', () => {
  it('gives each term in both forms', () => {
    expect(bothForms({ leadProfessional: 'lead practitioner' })).toEqual({
      leadProfessional: 'lead practitioner',
      LeadProfessional: 'Lead practitioner',
    });
  });
});
