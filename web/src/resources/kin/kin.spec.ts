import { describe, expect, it } from '@jest/globals';
import type { RelativeView } from '@encircle/shared/people';
import {
  addBody,
  asksPrUntil,
  changeBody,
  endBody,
  kinOfTie,
  newKin,
  NOBODY,
  previewBody,
  touchesAgreement,
} from './kin.model';

const MIA: RelativeView = {
  id: 'tie',
  personId: 'mia',
  fullName: 'Mia Ames',
  kind: 'MOTHER',
  hasPr: 'YES',
  prBasis: 'MOTHER',
  prFrom: null,
  prEvidence: null,
  validFrom: null,
  version: 3,
  livesWith: 'FULL_TIME',
  isCarer: false,
  involvement: null,
};
const typed = { ...newKin('Ames'), givenNames: 'Gwen', kind: 'GRANDPARENT', hasPr: 'NO', livesWith: 'NO' };

describe('writing somebody down', () => {
  it('sends what was filled in, and the ground of responsibility only with it', () => {
    expect(addBody({ ...typed, prBasis: 'SGO' })).toEqual({
      givenNames: 'Gwen',
      familyName: 'Ames',
      kind: 'GRANDPARENT',
      hasPr: 'NO',
      livesWith: 'NO',
      isCarer: false,
    });
    expect(addBody({ ...typed, hasPr: 'YES', prBasis: 'SGO' })).toMatchObject({ prBasis: 'SGO' });
  });

  it('says what is safe only of a number that was given', () => {
    expect(addBody({ ...typed, phone: '07700 900123', safe: ['message'] })).toMatchObject({
      safeToCall: false,
      safeToText: false,
      leaveMessage: true,
    });
  });

  it('takes somebody of the record without typing them anew, or says that it is none of them', () => {
    expect(addBody({ ...typed, personId: 'mia' })).not.toHaveProperty('givenNames');
    expect(addBody({ ...typed, personId: NOBODY })).toMatchObject({
      nobodyOnRecord: true,
      givenNames: 'Gwen',
    });
  });
});

describe('a change', () => {
  it('shows first what it changes where it touches who may agree', () => {
    const moved = { ...kinOfTie(MIA), what: 'CHANGED' as const, livesWith: 'NO' };
    expect(touchesAgreement(moved, MIA)).toBe(false);
    expect(touchesAgreement({ ...moved, hasPr: 'NO' }, MIA)).toBe(true);
    expect(touchesAgreement({ ...moved, prBasis: 'SGO' }, MIA)).toBe(true);
    expect(touchesAgreement({ ...moved, what: 'ENDED' }, MIA)).toBe(true);
    expect(touchesAgreement({ ...moved, what: 'ENDED' }, { ...MIA, hasPr: 'NO' })).toBe(false);
    expect([typed, { ...typed, hasPr: 'YES' }].map((form) => touchesAgreement(form, null))).toEqual([
      false,
      true,
    ]);
  });

  it('asks for the last day only where responsibility ended', () => {
    const lost = { ...kinOfTie(MIA), what: 'CHANGED' as const, hasPr: 'NO', prUntil: '2026-03-15' };
    expect(asksPrUntil(lost, MIA)).toBe(true);
    expect(changeBody(lost, MIA)).toEqual({
      kind: 'MOTHER',
      hasPr: 'NO',
      livesWith: 'FULL_TIME',
      isCarer: false,
      version: 3,
      why: 'CHANGED',
      prUntil: '2026-03-15',
    });
    expect(changeBody({ ...lost, what: 'CORRECTED' }, MIA)).not.toHaveProperty('prUntil');
  });

  it('ends, and asks what ending means for who may agree', () => {
    const over = { ...kinOfTie(MIA), what: 'MISTAKEN' as const, reason: 'Not theirs', endedOn: '2026-03-01' };
    expect(endBody(over, MIA)).toEqual({ version: 3, why: 'MISTAKEN', reason: 'Not theirs' });
    expect(previewBody(over, MIA)).toEqual({ why: 'MISTAKEN', hasPr: 'NO', relativeId: 'tie' });
    expect(previewBody(typed, null)).toEqual({ why: 'ADDED', hasPr: 'NO', name: 'Gwen Ames' });
  });
});
