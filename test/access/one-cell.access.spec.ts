import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  databaseRules,
  REACH,
  verdict,
  type Category,
  type StandingKind,
  type Way,
} from '@encircle/shared/policy';
import * as guards from '../../migrations/src/sql/guards.js';
import { compareWorld, factsByCase } from '../../tools/prove/access/compare.mjs';
import { openBorough, textsOf } from '../../tools/prove/access/borough.mjs';
import { actorOf, questionOf, settings } from '../../tools/prove/access/facts.mjs';
import { databaseAnswers, installKit, loadWorld } from '../../tools/prove/access/store.mjs';
import { makeWorld } from '../../tools/prove/access/world.mjs';
import { freshDatabase, type TestDatabase } from '../kit/database.js';
import { ownerUrl } from '../kit/story.js';

/** The table of `shared/src/policy/reach.ts`, for a moment not read-only. */
const table = REACH as Record<StandingKind, Record<Category, Way>>;

/** What a person who edits one cell does, for as long as `work` runs. */
async function withCell<T>(
  standing: StandingKind,
  kind: Category,
  way: Way,
  work: () => Promise<T>,
): Promise<T> {
  const before = table[standing][kind];
  table[standing][kind] = way;
  try {
    return await work();
  } finally {
    table[standing][kind] = before;
  }
}

describe('one cell of the table of who reaches what', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    client = await openBorough(ownerUrl(database), textsOf(guards));
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  /** A CAF team member with a task asks for what was said in confidence, in the first world that has both. */
  const found = (() => {
    for (let seed = 1; ; seed += 1) {
      const world = makeWorld(seed);
      const facts = factsByCase(world);
      for (const hat of world.hats.filter(({ role }) => role === 'CAFC'))
        for (const item of world.items.filter(({ category }) => category === 'THIRD')) {
          const about = { actor: actorOf(hat), episode: facts.get(item.episodeId) ?? null, settings };
          const asked = { hat, purpose: 'COORDINATE' as const, parts: ['predicate', 'guarded'] };
          const question = questionOf(hat, asked.purpose, item);
          const own = [item.authorId, item.agencyId].some((id) => id === hat.userId || id === hat.agencyId);
          const shown = (): boolean => verdict(about, question, world.now).effect === 'ALLOW';
          if (!own && shown()) return { world, item, asked, shown };
        }
    }
  })();

  const answers = async (): Promise<{ function: boolean; predicate: boolean; guarded: boolean }> => {
    const texts = textsOf(guards, databaseRules());
    await client.query('begin');
    try {
      await client.query('drop policy may_read on app.note');
      await client.query(
        `create policy may_read on app.note for select to app_user using (${texts.may_read})`,
      );
      await installKit(client, texts.whole);
      await loadWorld(client, found.world);
      const [answer] = await databaseAnswers(client, [found.asked]);
      return {
        function: found.shown(),
        predicate: answer?.predicate.includes(found.item.id) ?? false,
        guarded: answer?.guarded.includes(found.item.id) ?? false,
      };
    } finally {
      await client.query('rollback');
    }
  };

  it('changes the function, the predicate and row-level security together', async () => {
    expect(await answers()).toEqual({ function: true, predicate: true, guarded: true });
    const changed = await withCell('CAFC_TASK', 'THIRD', 'NEVER', answers);
    expect(changed).toEqual({ function: false, predicate: false, guarded: false });
  });

  it('and the proof still finds no disagreement with the cell changed on both sides', async () => {
    const differences = await withCell('CAFC_TASK', 'THIRD', 'NEVER', async () => {
      const texts = textsOf(guards, databaseRules());
      const before = async (one: pg.Client): Promise<void> => {
        await one.query('drop policy may_read on app.note');
        await one.query(
          `create policy may_read on app.note for select to app_user using (${texts.may_read})`,
        );
        await installKit(one, texts.whole);
      };
      return compareWorld(client, found.world, { parts: ['predicate', 'guarded'], before });
    });
    expect(differences).toEqual([]);
  });
});
