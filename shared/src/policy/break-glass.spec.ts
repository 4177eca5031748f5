import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  factsOf,
  fixture,
  fixtureCalendar,
  FIXTURE_TODAY,
  type EpisodeKey,
} from '../fixture/index.js';
import { wouldOpen, type GlassAnswer } from './break-glass.js';
import type { Category } from './categories.js';
import type { Purpose } from './purposes.js';

const story = fixture(FIXTURE_TODAY);
const now = fixtureCalendar(FIXTURE_TODAY).at(FIXTURE_TODAY, '10:00');

const asked = (
  user: string,
  key: EpisodeKey,
  category: Category,
  purpose: Purpose = 'COORDINATE',
): GlassAnswer => {
  const facts = factsOf(story, user, key);
  const subjectId = facts.episode?.subjects[0]?.personId ?? '';
  return wouldOpen(facts, { subjectId, category, purpose }, now);
};

describe('what an emergency view would open', () => {
  it.each([
    ['yusuf', 'E1', 'SENS_MH', 'OPENS'],
    ['yusuf', 'E1', 'PLAN', 'OPEN_ALREADY'],
    ['okoro', 'E1', 'SENS_MH', 'OPENS'],
    ['mo', 'E1', 'CHILD', 'OPENS'],
    ['dee', 'E1', 'CHILD', 'OPENS'],
    // No relation: a bare reference is answered as not found, whatever is asked for.
    ['wes', 'E1', 'SENS_MH', 'HIDDEN'],
    ['viv', 'E1', 'SENS_MH', 'HIDDEN'],
  ] as const)('%s on %s for %s: %s', (user, key, category, answer) => {
    expect(asked(user, key, category)).toBe(answer);
  });

  it('a shielded child opens to those the rule names and to nobody else', () => {
    expect(asked('dee', 'E5', 'IDENT', 'SAFEGUARD')).toBe('OPENS');
    expect(asked('hana', 'E5', 'IDENT')).toBe('HIDDEN');
  });

  it.each(['sid', 'gus', 'uma', 'ana', 'pat', 'cal', 'mia'])('%s may never', (user) => {
    const purpose = ({ gus: 'SUBJECT', uma: 'AUDIT', ana: 'MI', pat: 'PANEL', mia: 'SUBJECT' } as const)[
      user as 'gus'
    ];
    expect(['REFUSED', 'HIDDEN', 'OPEN_ALREADY']).toContain(
      asked(user, 'E2', 'SENS_SH', purpose ?? 'COORDINATE'),
    );
  });

  it('a block or a seal is never beaten', () => {
    const facts = factsOf(story, 'yusuf', 'E1');
    const subjectId = facts.episode?.subjects[0]?.personId ?? '';
    const period = { id: 'x', from: '2026-01-01T00:00:00.000Z', to: null };
    const episode = facts.episode;
    if (episode === null) throw new Error('Yusuf is on the team');
    const ask = (over: Partial<typeof episode>): GlassAnswer =>
      wouldOpen(
        { ...facts, episode: { ...episode, ...over } },
        { subjectId, category: 'SENS_MH', purpose: 'COORDINATE' },
        now,
      );
    expect(ask({})).toBe('OPENS');
    expect(ask({ blocks: [{ ...period, userId: actorOf(story, 'yusuf').userId }] })).toBe('HIDDEN');
    expect(ask({ seals: [{ ...period, namedUserIds: [] }] })).toBe('HIDDEN');
  });

  it('a safeguarding lead without a relation may, the same worker without the flag may not', () => {
    const facts = factsOf(story, 'wes', 'E1');
    const subjectId = facts.episode?.subjects[0]?.personId ?? '';
    const lead = { ...facts, actor: { ...facts.actor, safeguardingLead: true } };
    expect(wouldOpen(lead, { subjectId, category: 'CHILD', purpose: 'COORDINATE' }, now)).toBe('OPENS');
    expect(wouldOpen(facts, { subjectId, category: 'CHILD', purpose: 'COORDINATE' }, now)).not.toBe('OPENS');
  });
});
