import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyId, episodeId, personId, userId } from '@encircle/shared/fixture';
import { isId, Routes, shapeOf, takesAnId } from '../kit/routes.js';
import { startStory, type StoryProgram } from '../kit/story.js';
import { EXCEPTIONS, KNOW_OF_CASES } from './exceptions.js';
import { arrangeTheRest, idsOf } from './nouns.js';

/** People of the story without a relation to Ava's case, one or more of every role. */
const STRANGERS: readonly [key: string, role: string][] = [
  ['wes', 'PRACT'],
  ['viv', 'PRACT'],
  ['ned', 'PRACT'],
  ['lee', 'AMGR'],
  ['mo', 'CAFC'],
  ['dee', 'MASH'],
  ['pat', 'PANEL'],
  ['ana', 'ANLY'],
  ['sid', 'SADM'],
  ['cal', 'EXTM'],
  ['ben', 'YP'],
  ['pia', 'PAR'],
  // On the team, but shut out by a conflict of interest: to him the case is a stranger's too.
  ['yusuf', 'PRACT'],
];

/** Words and ids of Ava's case that must not be in any answer to a stranger. */
const TRACES = [
  'Ava',
  'Ames',
  'Sorrel Way',
  '9990000018',
  'foxes',
  'Biscuit',
  'library',
  'bedtime',
  episodeId('E1'),
  personId('ava'),
  personId('mia'),
];

/** One's own unsaved words: none, for an id there is and for one there is not. */
const OWN_WORDS = new Set(
  ['GET', 'DELETE'].map((method) => `${method} /api/drafts/{form}/{recordId}/{section}`),
);

/** The questions of a form and the examples beside them, the same for everybody. */
const SAYS_THE_SAME_TO_ALL = new Set(['GET /api/forms/{code}/{version}']);

describe('somebody without a relation to the case', () => {
  let story: StoryProgram;
  let routes: Routes;
  let real: Map<string, string>;

  beforeAll(async () => {
    story = await startStory(null, { avasTeamsWork: true });
    routes = await Routes.of(story.program);
    real = await idsOfAvasCase(story);
  });
  afterAll(() => story.program.stop());

  it('knows an id of Ava’s case for every kind of id an address can hold', () => {
    const unknown = routes.all.flatMap((r) =>
      r.holes.filter((hole) => !real.has(hole)).map((hole) => `${r.name}: ${hole}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(STRANGERS)('%s (%s) gets for every address the answer a random id gets', async (key, role) => {
    const client = await story.as(key);
    const differences: string[] = [];
    for (const route of routes.all.filter((each) => takesAnId(each, real))) {
      const { name } = route;
      if (EXCEPTIONS.some((e) => e.route === name && e.roles.includes(role))) continue;
      const uuid = randomUUID();
      const there = await routes.call(client, route, (hole) => real.get(hole) ?? '', uuid);
      const nowhere = await routes.call(
        client,
        route,
        (hole) => (isId(real.get(hole)) ? randomUUID() : (real.get(hole) ?? '')),
        uuid,
      );
      const traces = TRACES.filter((trace) => there.text.includes(trace));
      if (traces.length > 0) differences.push(`${name}: says ${traces.join(', ')}`);
      if (!(role in KNOW_OF_CASES) && shapeOf(there) !== shapeOf(nowhere))
        differences.push(`${name}: ${shapeOf(there)} instead of ${shapeOf(nowhere)}`);
      if (there.status < 400 && !OWN_WORDS.has(name)) differences.push(`${name}: answered ${there.status}`);
    }
    expect(differences).toEqual([]);
  });

  it.each(STRANGERS)('%s (%s) finds no trace of the case in any list, count or search', async (key, role) => {
    const client = await story.as(key);
    const traces: string[] = [];
    for (const route of routes.all) {
      if (route.method !== 'GET' || takesAnId(route, real) || SAYS_THE_SAME_TO_ALL.has(route.name)) continue;
      if (EXCEPTIONS.some((e) => e.route === route.name && e.roles.includes(role) && !e.figures)) continue;
      const answer = await routes.call(client, route, (hole) => real.get(hole) ?? '', randomUUID());
      for (const trace of TRACES) if (answer.text.includes(trace)) traces.push(`${route.name}: ${trace}`);
    }
    expect(traces).toEqual([]);
  });

  it('every exception names a route that exists and the rule that gives it', () => {
    const known = routes.all.map((r) => r.name);
    expect(EXCEPTIONS.filter((e) => !known.includes(e.route)).map((e) => e.route)).toEqual([]);
    expect(EXCEPTIONS.every((e) => /^\d\.\d/.test(e.rule))).toBe(true);
  });

  it('a person on the team does get an answer: the addresses are real', async () => {
    const lena = await story.as('lena');
    const reached = [];
    for (const route of routes.all) {
      if (route.method !== 'GET' || route.holes.length === 0) continue;
      const answer = await routes.call(lena, route, (hole) => real.get(hole) ?? '', randomUUID());
      if (answer.status === 200) reached.push(route.name);
    }
    expect(reached.length).toBeGreaterThan(5);
  });
});

/** An id of Ava's case for every hole of an address. */
async function idsOfAvasCase({ program }: StoryProgram): Promise<Map<string, string>> {
  const episode = episodeId('E1');
  await program.rows(
    `insert into app.assessment (episode_id, subject_id, category, source_agency_id, author_id, created_by, version_no, form_code, form_version, started_on)
     values ($1, $2, 'INVOLVE', $4, $3, $3, 1, 'caf', 'v1', '2026-01-12')`,
    [episode, personId('ava'), userId('lena'), agencyId('northway')],
  );
  await arrangeTheRest(program, {
    episode,
    child: personId('ava'),
    worker: userId('lena'),
    agency: agencyId('northway'),
    other: userId('yusuf'),
    officer: userId('gus'),
    relative: personId('finn'),
    n: 1,
  });
  return idsOf(program, { episode, child: personId('ava'), worker: userId('lena') });
}
