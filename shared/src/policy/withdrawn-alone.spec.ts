import { describe, expect, it } from '@jest/globals';
import { factsOf, fixture, FIXTURE_TODAY, fixtureCalendar } from '../fixture/index.js';
import { decide, type Category, type Decision } from './index.js';

const rows = fixture(FIXTURE_TODAY);
const { at } = fixtureCalendar(FIXTURE_TODAY);

/** Lena leads Ava's case. Of all agreement only `kept` was ever given to her school; it was taken back just now. */
function readsAfter(kept: Category, alone: boolean): Decision {
  const now = at(FIXTURE_TODAY, '10:00');
  const facts = factsOf(rows, 'lena', 'E1');
  const { actor, episode } = facts;
  const consents = (episode?.consents ?? [])
    .filter(
      (line) =>
        line.decision === 'GIVEN' && line.categories.includes(kept) && line.recipientId === actor.agencyId,
    )
    .map((line) => ({ ...line, categories: [kept], withdrawnAt: now, withdrawnAlone: alone }));
  const subjectId = episode?.subjects[0]?.personId ?? '';
  const item = {
    subjectId,
    aboutPersonId: null,
    categories: [kept],
    sourceAgencyId: null,
    authorId: null,
    namedWorkerIds: [],
    recordedAt: null,
  };
  const request = { purpose: 'COORDINATE', action: 'read', channel: 'screen', reasonId: null, item } as const;
  return decide({ ...facts, episode: episode && { ...episode, consents } }, request, now);
}

describe('one kind of information taken back by itself (rule 6.10)', () => {
  it('is hidden at once, though it was the only one the service had', () =>
    expect(readsAfter('PLAN', true)).toMatchObject({ effect: 'DENY' }));

  it('while a service from which all is taken back may still close what it has begun', () =>
    expect(readsAfter('PLAN', false)).toMatchObject({ effect: 'ALLOW', readOnly: true }));
});
