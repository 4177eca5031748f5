import { afterAll, describe, expect, it } from '@jest/globals';
import {
  FIXTURE_TODAY,
  SCENARIOS,
  type Check,
  type Scenario,
  type SituationKey,
} from '@encircle/shared/fixture';
import type { Answer } from '../kit/program.js';
import { startStory, type StoryProgram } from '../kit/story.js';
import { linked } from './played/linked.js';
import { WAITING } from './scenarios-waiting.js';

interface Content {
  effect: string;
  what?: string | null;
  items: { id: string }[];
}

interface Found {
  index: { answer: string; leadProfessional?: { name: string; phone: string } | null };
}

const ORDER = ['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES'];
const played = new Map<string, StoryProgram>();

/** One program for each situation of the story; most scenarios share the one without any. */
async function storyOf(situation: SituationKey | null): Promise<StoryProgram> {
  const key = situation ?? 'NONE';
  const known = played.get(key);
  if (known) return known;
  const story = await startStory(situation);
  played.set(key, story);
  return story;
}

afterAll(async () => {
  for (const story of played.values()) await story.program.stop();
});

const overHttp = (scenario: Scenario): boolean => !WAITING.some((each) => each.id === scenario.id);

describe('over HTTP, as the people of the story', () => {
  it.each(SCENARIOS.filter(overHttp).map((scenario) => [scenario.id, scenario.says, scenario] as const))(
    '%s: %s',
    async (_id, _says, scenario) => {
      // A link is made by asking for it: nothing of it has to be there before.
      const situation = scenario.id === 'S64' ? null : scenario.situation;
      for (const check of scenario.checks) {
        const story = await storyOf(situation);
        await story.at(check.on);
        if (check.action === 'index') await searched(story, scenario, check);
        else if (check.action === 'send') await sent(story, check);
        else if (scenario.id === 'S64') await linked(story, check);
        else await asked(story, check);
      }
      await (await storyOf(situation)).at(FIXTURE_TODAY);
    },
  );

  it('what is listed as waiting has no route yet, and nothing is listed twice', async () => {
    const story = await storyOf(null);
    const document = (await story.program.anyone.get<{ paths: Record<string, object> }>('/api/openapi.json'))
      .body;
    const arrived = WAITING.filter((each) =>
      Object.keys(document.paths).some((path) => each.until.test(path)),
    );
    expect(arrived.map((each) => each.id)).toEqual([]);
    expect(new Set(WAITING.map((each) => each.id)).size).toBe(WAITING.length);
  });
});

/** Auditor, information officer and panel say why before anything is shown to them (test/api/cases/reasons). */
const FROM_OUTSIDE = ['uma', 'gus', 'pat'];

const whyOf = ({ actor, reasonGiven }: Check): Record<string, string> =>
  reasonGiven || FROM_OUTSIDE.includes(actor) ? { 'x-encircle-reason': 'For a task of mine' } : {};

/** Asks the content route for the kind of information of the item, as the actor. */
async function asked(story: StoryProgram, check: Check): Promise<void> {
  const client = await story.as(check.actor);
  const row =
    'item' in check.asked
      ? (story.story.items.find((each) => each.key === (check.asked as { item: string }).item) ?? null)
      : null;
  const episode = story.story.episodes.find((each) => each.key === check.episode);
  const label =
    'label' in check.asked
      ? check.asked.label
      : (row?.categories.find((c) => !ORDER.includes(c)) ?? row?.categories[0]);
  const query = new URLSearchParams({ category: label ?? '' });
  if (row) query.set('subjectId', row.subjectId);
  if (row?.aboutPersonId) query.set('aboutPersonId', row.aboutPersonId);
  const answer = await client.get<Content>(`/api/episodes/${episode?.id}/content?${query}`, {
    'x-encircle-purpose': check.purpose,
    ...whyOf(check),
  });
  const said = `${check.actor} ${label} ${JSON.stringify(answer.body).slice(0, 200)}`;
  if (check.effect === 'ALLOW') {
    expect([answer.status, answer.body.effect, said]).toEqual([200, 'ALLOW', said]);
    if (row) expect(answer.body.items.map((each) => each.id)).toContain(row.id);
  } else if (check.effect === 'LIMITED') {
    expect([answer.status, answer.body.effect, answer.body.what, said]).toEqual([
      200,
      'LIMITED',
      check.what,
      said,
    ]);
  } else if (check.effect === 'DENY_HIDE') {
    await isARandomIdsAnswer(story, check, answer, query);
  } else {
    // What the actor wrote there stays theirs; the item asked for does not come.
    const refused = [403, 404].includes(answer.status);
    const onlyOwn =
      answer.status === 200 && row !== null && !answer.body.items.some((each) => each.id === row.id);
    expect([refused || onlyOwn, said]).toEqual([true, said]);
    expect(answer.text).not.toContain(row?.text ?? 'no such words');
  }
}

/** Shares the item without agreement, as rule 6.7 records it; without a ground nothing leaves. */
async function sent(story: StoryProgram, check: Check): Promise<void> {
  const client = await story.as(check.actor);
  const key = 'item' in check.asked ? check.asked.item : '';
  const row = story.story.items.find((each) => each.key === key);
  const episode = story.story.episodes.find((each) => each.key === check.episode);
  const answer = await client.post<{ code?: string; decision?: string }>(
    `/api/episodes/${episode?.id}/disclosures`,
    {
      decision: 'SHARED',
      emergency: true,
      subjectId: row?.subjectId,
      recipientAgencyId: story.story.agencies.find((each) => each.key === check.recipient)?.id,
      categories: row?.categories,
      exactText: row?.text,
      familyTold: 'NO',
      ...(check.ground ? { ground: check.ground } : {}),
    },
  );
  if (check.effect === 'ALLOW') expect([answer.status, answer.body.decision]).toEqual([201, 'SHARED']);
  else expect([answer.status, answer.body.code]).toEqual([400, check.reason]);
}

/** The same call for an id nobody has: status and body must be equal. */
async function isARandomIdsAnswer(
  story: StoryProgram,
  check: Check,
  answer: Answer,
  query: URLSearchParams,
): Promise<void> {
  const client = await story.as(check.actor);
  const nowhere = await client.get(`/api/episodes/00000000-0000-4000-8000-000000000000/content?${query}`, {
    'x-encircle-purpose': check.purpose,
    ...whyOf(check),
  });
  expect([check.actor, answer.status, answer.text]).toEqual([check.actor, nowhere.status, nowhere.text]);
}

/** Searches as people do: by name and birth date, or by an address the child is hidden at. */
async function searched(story: StoryProgram, scenario: Scenario, check: Check): Promise<void> {
  const client = await story.as(check.actor);
  const key = 'label' in check.asked ? check.asked.subject : '';
  const child = story.story.people.find((each) => each.key === key);
  const body =
    scenario.id === 'S48'
      ? { name: `${child?.forename} ${child?.surname}`, postcode: child?.postcode }
      : { name: `${child?.forename} ${child?.surname}`, dateOfBirth: child?.dob, sex: child?.sex };
  const answer = await client.post<Found>('/api/find', body, {
    'x-encircle-purpose': check.purpose,
    'x-encircle-reason': 'Registration at the practice',
  });
  if (check.effect === 'LIMITED') {
    expect(answer.body.index.answer).toBe('MAY_EXIST');
    expect(Boolean(answer.body.index.leadProfessional)).toBe(check.what === 'INDEX_MATCH_LP');
  } else if (answer.status < 300) {
    expect(answer.body.index.answer).toBe('NO_RECORD');
  } else {
    // A role that may not search at all is refused before anything is looked up.
    expect([403, 404]).toContain(answer.status);
  }
}
