import { describe, expect, it } from '@jest/globals';
import type { CaseInvitee, CaseOutcome, CaseRelative, CaseTeamMember } from '@encircle/shared/cases';
import {
  answered,
  answerLines,
  aroundChild,
  kinOf,
  lightOf,
  relativesOf,
  ringOf,
  teamOf,
  travelOf,
} from './case.model';
import { nextStepOf } from './next-step.model';

const relative = (name: string, part: Partial<CaseRelative> = {}): CaseRelative => ({
  id: name,
  childId: 'ava',
  name,
  kind: 'MOTHER',
  hasPr: 'YES',
  livesWith: 'FULL_TIME',
  phone: null,
  involvement: null,
  gaveAgreement: false,
  notAsked: false,
  ...part,
});
const worker = (userId: string, kind: string): CaseTeamMember => ({
  userId,
  name: userId,
  phone: null,
  agencyId: 'a',
  agency: 'A',
  kind,
  jobTitle: null,
  you: false,
  inAgreement: true,
  from: null,
});
const mia = relative('mia', { gaveAgreement: true });
const finn = relative('finn', { kind: 'FATHER', livesWith: 'NO', notAsked: true });
const pat = relative('pat', { kind: 'GRANDPARENT', hasPr: 'NO', livesWith: 'NO' });
const team = [worker('lena', 'AUTHOR'), worker('hana', 'TACM'), worker('lena', 'LP')];
const names = (near: ReturnType<typeof aroundChild>['near']) =>
  near.map((one) => (one.kind === 'relative' ? one.relative.name : one.member.name));

describe('around the child', () => {
  it('has the family first, then who leads, then the team, each once', () => {
    const { near, also } = aroundChild({ relatives: [finn, pat, mia], team });
    expect(names(near)).toEqual(['mia', 'lena', 'hana']);
    expect(also).toEqual([finn, pat]);
    expect(teamOf(team)[0]).toMatchObject({ name: 'lena', kind: 'LP' });
  });

  it('names a parent of two children once', () => {
    expect(relativesOf([mia, { ...mia, childId: 'leo' }])).toHaveLength(1);
    expect(kinOf([mia, finn, { ...mia, childId: 'leo' }]).map(({ childIds }) => childIds)).toEqual([
      ['ava', 'leo'],
      ['ava'],
    ]);
  });

  it('has an open dot for a parent not asked and for a lead nobody took', () => {
    const lead = worker('lena', 'LP');
    const view = { relatives: [finn, pat, mia], team, readOnly: false };
    expect(ringOf({ ...view, leadProfessional: lead })).toEqual([true, true, true, false]);
    expect(ringOf({ ...view, leadProfessional: null })).toEqual([true, true, true, false, false]);
    expect(ringOf({ ...view, leadProfessional: null, readOnly: true })).toHaveLength(4);
  });
});

describe('the light', () => {
  it('shows a no as said and what it does not know as not asked', () => {
    expect(lightOf({ state: 'said-no' })).toBe('said-no');
    expect(lightOf({ state: 'lapses' })).toBe('lapses');
    expect(lightOf({ state: 'SOMETHING' })).toBe('ask');
  });
});

describe('answers to the invitation', () => {
  const guest = (name: string, rsvp: string, part: Partial<CaseInvitee> = {}): CaseInvitee => ({
    name,
    rsvp,
    note: null,
    isFamily: false,
    you: false,
    ...part,
  });
  const lines = answerLines({
    invitees: [
      guest('Carl', 'NO_ANSWER'),
      guest('Mia', 'COMING', { isFamily: true }),
      guest('Ava', 'COMING', { isFamily: true }),
      guest('Yusuf', 'COMING_PART', { note: 'From 15:55' }),
      guest('Lena', 'COMING', { you: true }),
    ],
  });

  it('puts the family together, leaves out the reader, and has the unanswered last', () => {
    expect(lines.map((line) => line.names.join('+'))).toEqual(['Mia+Ava', 'Yusuf', 'Carl']);
  });

  it('counts lines, so that a family is one answer', () => {
    expect(answered(lines)).toEqual({ answered: 2, asked: 3 });
  });
});

describe('distance travelled', () => {
  const outcome: CaseOutcome = {
    id: 'o',
    statement: 'Calmer mornings',
    measure: null,
    rater: 'Ava',
    better: 'LOWER',
    low: 0,
    high: 10,
    lowWords: 'no worry',
    highWords: 'huge worry',
    target: 3,
    status: 'OPEN',
    scores: [
      { value: 7, on: '2026-01-30', rater: 'Ava' },
      { value: 8, on: '2026-02-12', rater: 'Ava' },
      { value: 6, on: '2026-03-05', rater: 'Ava' },
    ],
  };

  it('goes from the first score to the last, with those between', () => {
    expect(travelOf(outcome)).toMatchObject({
      start: 7,
      now: 6,
      between: [8],
      hope: 3,
      down: true,
      unit: '',
    });
  });

  it('counts in per cent where the ends say so', () => {
    const register = { ...outcome, low: 75, high: 100, lowWords: '75%', highWords: '100%' };
    expect(travelOf(register)).toMatchObject({ unit: '%', low: '', high: '', ruler: { from: 75, to: 100 } });
  });

  it('draws nothing before the first score', () => {
    expect(travelOf({ ...outcome, scores: [] })).toBeNull();
  });
});

describe('the next step', () => {
  const at = (state: string, actions: string[]) =>
    nextStepOf({ id: 'e', state, actions: actions as never, nextMeeting: null });

  it('follows the stage', () => {
    expect(at('CONSENT_SEEKING', ['consent.record'])).toEqual({ key: 'agreement', to: '/cases/e/agreement' });
    expect(at('ASSESSED', ['meeting.plan'])?.to).toBe('/cases/e/meetings/new');
    expect(at('PLAN_ACTIVE', ['plan.write'])?.key).toBe('plan');
  });

  it('is nothing for who may not take it, and after the end', () => {
    expect(at('ASSESSED', ['note.write'])).toBeNull();
    expect(at('CLOSED', ['plan.write'])).toBeNull();
  });
});
