import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  actorOf,
  factsOf,
  fixtureCalendar,
  FIXTURE_TODAY,
  type EpisodeKey,
  type ItemRow,
  type UserRow,
} from '@encircle/shared/fixture';
import {
  decide,
  DEFAULT_SETTINGS,
  PURPOSES_OF_ROLE,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import { startStory, type StoryProgram } from '../kit/story.js';

const DAYS = ['2026-03-16', '2026-03-12', '2026-03-02', '2027-01-12', '2027-02-01'] as const;
/** One purpose with agreement, one without, and those of the other roles. */
const ASKED_FOR: readonly Purpose[] = ['COORDINATE', 'PANEL', 'SUBJECT', 'AUDIT', 'MI'];
const STORED = ['IDENT', 'INVOLVE'];

describe('the three back-ends of the policy agree about the story', () => {
  let story: StoryProgram;
  let client: pg.Client;

  beforeAll(async () => {
    story = await startStory();
    client = new pg.Client({ connectionString: story.program.database.loginUrl });
    await client.connect();
    await story.program.rows(
      `update app.app_user set training_valid_to = '2099-01-01', vetting_valid_to = '2099-01-01'`,
    );
    for (const user of story.story.users) {
      user.trainingValidTo = '2099-01-01';
      user.vettingValidTo = '2099-01-01';
    }
  });
  afterAll(async () => {
    await client.end();
    await story.program.stop();
  });

  const episodeKeyOf = (item: ItemRow): EpisodeKey =>
    story.story.episodes.find((e) => e.id === item.episodeId)?.key as EpisodeKey;

  /** Ids of the story's items this user finds in the tables, as the running role with the user's identity. */
  async function foundBy(user: UserRow, purpose: Purpose): Promise<Set<string>> {
    const token = randomBytes(32).toString('base64url');
    await story.program.rows(
      `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
       select $1, user_id, id, '\\x00', '1 hour', clock_timestamp() + interval '1 day' from app.membership where user_id = $2`,
      [createHash('sha256').update(token).digest(), user.id],
    );
    await client.query('begin; set local role app_user');
    await client.query('select sec.enter($1, $2, null)', [token, purpose]);
    const found = await client.query<{ id: string }>(
      'select id from app.note union all select id from app.case_fact',
    );
    await client.query('commit');
    return new Set(found.rows.map((row) => row.id));
  }

  it.each(DAYS)('row-level security shows what the function allows, to everyone, on %s', async (day) => {
    await story.at(day);
    const now = fixtureCalendar(FIXTURE_TODAY).at(day, '10:00');
    const disagreements: string[] = [];
    let asked = 0;
    for (const user of story.story.users) {
      const actor = actorOf(story.story, user.key);
      for (const purpose of PURPOSES_OF_ROLE[actor.role].filter((p) => ASKED_FOR.includes(p))) {
        const found = await foundBy(user, purpose);
        for (const item of story.story.items) {
          asked += 1;
          const decision = decide(
            factsOf(story.story, user.key, episodeKeyOf(item)),
            { purpose, action: 'read', channel: 'screen', reasonId: null, item },
            now,
          );
          const shown = found.has(item.id);
          const whole = decision.effect === 'ALLOW' || decision.what === 'ASK_AGAIN';
          const part = decision.effect === 'LIMITED';
          // What is answered in part is shaped by the program; the guard may hold the row back or let it through.
          if (part && !whole) continue;
          // A standing fact belongs to whoever opened the case and is answered from the case itself.
          if (STORED.includes(item.categories[0] ?? '') && item.authorId === user.id) continue;
          if (shown !== whole) {
            disagreements.push(
              `${user.key} ${purpose} ${item.key}: function ${decision.effect} (${decision.reasons[0]}), table ${shown ? 'shows' : 'hides'}`,
            );
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(1000);
    expect(disagreements).toEqual([]);
  });

  it('the facts the database gathers lead to the same decisions as the story itself', async () => {
    await story.at(FIXTURE_TODAY);
    const now = fixtureCalendar(FIXTURE_TODAY).at(FIXTURE_TODAY, '10:00');
    const differences: string[] = [];
    for (const user of story.story.users) {
      const actor = actorOf(story.story, user.key);
      const purpose = PURPOSES_OF_ROLE[actor.role][0] ?? null;
      const stored = new Map<string, EpisodeFacts | null>();
      const token = randomBytes(32).toString('base64url');
      await story.program.rows(
        `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
         select $1, user_id, id, '\\x00', '1 hour', clock_timestamp() + interval '1 day' from app.membership where user_id = $2`,
        [createHash('sha256').update(token).digest(), user.id],
      );
      await client.query('begin; set local role app_user');
      await client.query('select sec.enter($1, null, null)', [token]);
      for (const episode of story.story.episodes) {
        const row = await client.query<{ f: EpisodeFacts | null }>('select sec.episode_facts($1) as f', [
          episode.id,
        ]);
        stored.set(episode.id, row.rows[0]?.f ?? null);
      }
      await client.query('commit');
      for (const item of story.story.items) {
        const facts = stored.get(item.episodeId);
        const request = { purpose, action: 'read', channel: 'screen', reasonId: null, item } as const;
        const told = decide(factsOf(story.story, user.key, episodeKeyOf(item)), request, now).effect;
        // No facts at all is what an unknown id gets: only right where nothing was to be shown.
        const gathered = facts
          ? decide({ actor, episode: facts, settings: DEFAULT_SETTINGS }, request, now).effect
          : 'DENY_HIDE';
        const same = gathered === told || (!facts && (told === 'DENY' || told === 'DENY_HIDE'));
        if (!same) differences.push(`${user.key} ${item.key}: story ${told}, database ${gathered}`);
      }
    }
    expect(differences).toEqual([]);
  });
});
