import { AccessContext, AccessService } from '@encircle/api/testing';
import { CATEGORIES, type Category } from '@encircle/shared/policy';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { familyOf } from '../../factories/situation-case.js';
import { ACTORS, SITUATION_LIST, type ActorKey } from '../../factories/situations.js';
import type { EpisodeFacts } from '@encircle/shared/policy';
import { startSituations, type SituationProgram } from '../../kit/situations.js';
import { differences, type Line } from './table.js';

const ABOUT_THE_MOTHER: readonly Category[] = ['ADULT', 'DV'];

describe('who may read which kind of information in which situation', () => {
  let world: SituationProgram;

  beforeAll(async () => {
    world = await startSituations();
  }, 300_000);
  afterAll(() => world.program.stop());

  /** Asked of the gate itself, with the facts it gathers in the asker's own transaction. */
  const column = (actor: ActorKey, situation: string): Promise<string[]> =>
    world.inside(actor, situation, async (uow) => {
      const access = new AccessService();
      const ctx = AccessContext.for(uow, 'content.viewed', 'matrix');
      const facts = await access.facts(ctx, world.ids(situation).get('episodes') ?? '').catch(() => null);
      return CATEGORIES.map((category) => (facts ? cell(access, ctx, facts, category, situation) : 'hide'));
    });

  const cell = (
    access: AccessService,
    ctx: AccessContext,
    facts: EpisodeFacts,
    category: Category,
    situation: string,
  ): string => {
    const family = familyOf(situation);
    const decision = access.decide(ctx, facts, 'read', {
      subjectId: family.child,
      aboutPersonId: ABOUT_THE_MOTHER.includes(category) ? family.mother : null,
      categories: [category],
      recordedAt: '2026-02-12T11:00:00.000Z',
    });
    const said = [decision.effect.toLowerCase().replace('deny_hide', 'hide')];
    if (decision.what) said.push(decision.what);
    if (decision.effect === 'ALLOW' && decision.readOnly) said.push('read only');
    said.push(decision.reasons[0] ?? '');
    return said.join(' ').trim();
  };

  it('is what docs/access/kinds.csv says', async () => {
    const lines: Line[] = [['kind of information', 'situation', ...ACTORS.map(([key]) => key)]];
    const columns = new Map<string, string[]>();
    for (const { key } of SITUATION_LIST)
      for (const [actor] of ACTORS) columns.set(`${actor} ${key}`, await column(actor, key));
    CATEGORIES.forEach((category, n) => {
      for (const { key } of SITUATION_LIST)
        lines.push([category, key, ...ACTORS.map(([actor]) => columns.get(`${actor} ${key}`)?.[n] ?? '')]);
    });
    expect(differences('kinds.csv', lines)).toEqual([]);
  }, 300_000);
});
