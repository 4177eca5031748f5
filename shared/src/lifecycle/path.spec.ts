import { describe, expect, it } from '@jest/globals';
import { termsWith } from '../codes/index.js';
import * as life from './index.js';

const AVA: life.PathFacts = {
  state: 'PLAN_ACTIVE',
  today: '2026-03-16',
  worryOn: '2026-01-05',
  agreementOn: '2026-01-12',
  assessedOn: '2026-01-30',
  firstMeetingOn: '2026-02-12',
  planAgreedOn: '2026-02-12',
  reviews: [{ on: '2026-03-24', held: false }],
  nextReviewDue: null,
  closedOn: null,
};
const lines = (over: Partial<life.PathFacts> = {}) =>
  life.supportPath({ ...AVA, ...over }).map((step) => `${step.status} ${step.label}: ${step.words}`);

describe('the line that shows where support has got to', () => {
  it('reads as on the case page', () =>
    expect(lines()).toEqual([
      'DONE Worry noted: 5 January',
      'DONE Agreement: 12 January',
      'DONE Assessment: 30 January',
      'DONE First meeting, plan agreed: 12 February',
      'NEXT Review 1: 24 March, in 8 days',
      'LATER Review 2: date to be set',
    ]));

  it('begins with the worry, and says that agreement is next', () =>
    expect(
      lines({
        state: 'CONSENT_SEEKING',
        agreementOn: null,
        assessedOn: null,
        firstMeetingOn: null,
        planAgreedOn: null,
        reviews: [],
      }),
    ).toEqual([
      'DONE Worry noted: 5 January',
      'NEXT Agreement: date to be set',
      'LATER Assessment: date to be set',
      'LATER First meeting, plan agreed: date to be set',
    ]));

  it('keeps to the last two reviews that were held', () =>
    expect(
      lines({
        today: '2026-07-01',
        reviews: [
          { on: '2026-06-20', held: true },
          { on: '2026-03-24', held: true },
          { on: '2026-05-05', held: true },
        ],
        nextReviewDue: '2026-09-11',
      }).slice(4),
    ).toEqual(['DONE Review 2: 5 May', 'DONE Review 3: 20 June', 'NEXT Review 4: 11 September, in 72 days']));

  it('a closed case shows only what came to pass', () =>
    expect(lines({ state: 'CLOSED', closedOn: '2026-03-10' })).toEqual([
      'DONE Worry noted: 5 January',
      'DONE Agreement: 12 January',
      'DONE Assessment: 30 January',
      'DONE First meeting, plan agreed: 12 February',
      'DONE Closed: 10 March',
    ]));

  it('without agreement the path is the engagement plan', () =>
    expect(lines({ state: 'TAP', agreementOn: null })).toEqual([
      'DONE Worry noted: 5 January',
      'NEXT Engagement plan: date to be set',
    ]));

  it('a worry not taken further ends there', () =>
    expect(lines({ state: 'REJECTED' })).toEqual([
      'DONE Worry noted: 5 January',
      'DONE Not taken further: ',
    ]));
});

describe('what comes next, in words', () => {
  it('names the day it is due and uses the words of the authority', () => {
    const terms = termsWith({ meetingShort: 'team meeting' });
    expect(life.nextStepWords('ASSESSED', '2026-02-27', terms)).toBe(
      'Set the date of the first team meeting, by Fri 27 February 2026',
    );
    expect(life.nextStepWords('CLOSED', null)).toBe('');
  });
});
