import { bornOf, caseOf, familyOf, refOf, surnameOf } from '../../factories/situation-case.js';
import type { Route } from '../../kit/routes.js';

type Ask = (situation: string) => { body?: unknown; query?: string; headers?: Record<string, string> };

const REASON = { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'A check of who may see what' };

/**
 * What a route is called with when the smallest body of its schema does not get past its own checks, or says nothing
 * about the case of the situation. A route that answers 400 to everybody shows nothing: give it a line here.
 */
export const ASKS: Readonly<Record<string, Ask>> = {
  'POST /api/find': (situation) => ({
    body: { name: `Child ${surnameOf(situation)}`, dateOfBirth: bornOf(situation), sex: 'FEMALE' },
    headers: REASON,
  }),
  'POST /api/my/join-requests': (situation) => ({
    body: {
      name: `Child ${surnameOf(situation)}`,
      dateOfBirth: bornOf(situation),
      sex: 'FEMALE',
      why: 'I see the child twice a year and would like to work with you',
    },
    headers: REASON,
  }),
  'POST /api/notes/{noteId}/repairs': () => ({
    body: { what: 'DATE', version: 1, eventOn: '2020-03-09', reason: 'A slip of the pen' },
  }),
  'POST /api/episodes/{id}/levels': () => ({
    body: { place: 'REVIEW', level: 1, documentVersion: '1', ticked: ['child-1-1'] },
  }),
  'POST /api/meetings/{id}/repairs': () => ({
    body: { version: 1, heldOn: '2020-03-09', reason: 'A slip of the pen' },
  }),
  'POST /api/assessments/{id}/repairs': () => ({
    body: { what: 'START', version: 1, reason: 'Begun by mistake' },
  }),
  'GET /api/episodes/{episodeId}/content': () => ({ query: 'category=CHILD' }),
  'GET /api/assessments/{id}/paper.pdf': () => ({ query: 'kind=FULL' }),
  'GET /api/jump': (situation) => ({ query: `q=${surnameOf(situation)}` }),
  'POST /api/episodes': (situation) => ({
    body: {
      type: 'CHILD',
      childIds: [familyOf(situation).child],
      source: 'OWN_AGENCY',
      issues: ['SCHOOL_ATTENDANCE'],
      mainIssue: 'SCHOOL_ATTENDANCE',
      worry: 'Missed 12 days since September and cries at the gate.',
      familyAware: true,
    },
  }),
  'POST /api/invitations/{id}/answer-link': () => ({ body: { address: 'guest@service.example' } }),
  'POST /api/children': (situation) => ({
    body: {
      isUnborn: false,
      givenNames: 'Child',
      familyName: surnameOf(situation),
      dateOfBirth: bornOf(situation),
      dobStatus: 'DECLARED',
      sex: 'FEMALE',
    },
  }),
};

/** Whoever looks from outside the work with a family says why, with each question; the others need not. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['panel', 'auditor', 'officer']);
export const reasonOf = (actor: string): Record<string, string> =>
  FROM_OUTSIDE.has(actor) ? { 'x-encircle-reason': 'A check of who may see what' } : {};

export const askOf = (route: Route, situation: string): ReturnType<Ask> =>
  ASKS[route.name]?.(situation) ?? {};

/** What tells that something of a situation's case is in an answer: whose it is, its reference, its id. */
export const tracesOf = (situation: string): string[] => [
  surnameOf(situation),
  refOf(situation),
  caseOf(situation),
  familyOf(situation).child,
];
