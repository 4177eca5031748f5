import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { episodeId, personId, userId } from '@encircle/shared/fixture';
import type {
  ContactRequestsView,
  ContactTasksView,
  InvolvementView,
  OwnInvolvementsView,
  SensitiveServicesView,
} from '@encircle/shared/sensitive';
import { Routes, type Route } from '../kit/routes.js';
import type { Answer } from '../kit/program.js';
import { startStory, type StoryProgram } from '../kit/story.js';
import { idsOf } from './nouns.js';

/**
 * The whole life of a sensitive service (rule 6.8), step by step. After each step everybody who is not named asks for
 * everything there is to ask for, and gets what they got before the first: no row, no gap, no count, no newer time.
 */
const UNNAMED = ['tom', 'greta', 'pia', 'mo', 'lena'];
/** Ben's case, with who leads it, their manager, his mother, and strangers. Asha, the school nurse, asks for contact. */
const E2 = episodeId('E2');

/** What tells of the service wherever it stands. */
const TRACES = /Lin Foley|Brook|SENS_SH|SEXUAL|sexual|involvement/;

/** Answers that hold what was just asked, whoever asked it: read for traces, and not compared. */
const OF_THE_MOMENT = /looks|\/me$|access-log|audit|consents\/copy/;

let story: StoryProgram;
let routes: Routes;
let ids: Map<string, string>;
let gets: Route[];
let before: Map<string, string>;

beforeAll(async () => {
  story = await startStory();
  // Nothing of Brook's is there yet: neither the fixture's own involvement nor notes of the clinic.
  await story.program.rows(
    `delete from app.sensitive_service; delete from app.note where category = 'SENS_SH'`,
  );
  await story.program.rows(
    `update app.app_user set training_valid_to = '2099-01-01', vetting_valid_to = '2099-01-01'`,
  );
  routes = await Routes.of(story.program);
  ids = await idsOf(story.program, { episode: E2, child: personId('ben'), worker: userId('tom') });
  gets = routes.all.filter((route) => route.method === 'GET' && route.holes.every((hole) => ids.has(hole)));
  before = await everything();
});
afterAll(() => story.program.stop());

async function everything(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const who of UNNAMED) {
    const client = await story.as(who);
    for (const route of gets) {
      const answer = await routes.call(client, route, (hole) => ids.get(hole) ?? '', E2);
      answers.set(`${who} ${route.name}`, plain(answer));
    }
  }
  return answers;
}

const plain = ({ status, text }: Answer): string =>
  `${status} ${text.replace(/"(?:reference|now)":"[0-9a-fTZ:.-]*"/g, '')}`;

async function noTrace(): Promise<void> {
  const now = await everything();
  const different = [...now].filter(([name, text]) => !OF_THE_MOMENT.test(name) && text !== before.get(name));
  expect(different.map(([name, text]) => `${name}: ${before.get(name)} became ${text}`)).toEqual([]);
  const told = [...now].filter(
    ([name, text]) => (text.match(TRACES)?.length ?? 0) > (before.get(name)?.match(TRACES)?.length ?? 0),
  );
  expect(told.map(([name]) => name)).toEqual([]);
}

const register = async (
  over: object = {},
): Promise<Answer<InvolvementView & { fields: object; code: string }>> =>
  (await story.as('lin')).post('/api/my/involvements', {
    givenNames: 'Ben',
    familyName: 'Brook',
    dateOfBirth: '2010-09-01',
    category: 'SENS_SH',
    level: 'SL1',
    decidedBy: 'SELF',
    explained: true,
    ...over,
  });
const own = async (): Promise<OwnInvolvementsView> =>
  (await (await story.as('lin')).get<OwnInvolvementsView>('/api/my/involvements')).body;
const here = async (who: string): Promise<Answer<SensitiveServicesView>> =>
  (await story.as(who)).get(`/api/episodes/${E2}/sensitive-services`);

describe('the life of a sensitive service', () => {
  it('asks everybody about everything: the comparison is not empty', () => {
    expect(gets.length).toBeGreaterThan(30);
    expect([...before.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(40);
  });

  it('what is wrong is named, and only such a service registers', async () => {
    expect((await register({ explained: false })).body.fields).toHaveProperty(['explained']);
    expect((await register({ level: 'SL9' })).body.fields).toHaveProperty(['level']);
    expect((await register({ decidedBy: 'PARENT' })).body.fields).toHaveProperty(['decidedBy']);
    expect((await register({ category: 'SENS_MH' })).body.code).toBe('NOT_THIS_SERVICE');
    const tom = await story.as('tom');
    const asTom = await tom.post('/api/my/involvements', {
      givenNames: 'Ben',
      familyName: 'Brook',
      dateOfBirth: '2010-09-01',
      category: 'SENS_SH',
      level: 'SL1',
      decidedBy: 'SELF',
      explained: true,
    });
    expect(asTom.status).toBe(403);
  });

  it('SL0: he says no to being recorded, and nothing is', async () => {
    expect((await register({ level: 'SL0' })).body).toEqual({ recorded: false });
    expect((await own()).items).toEqual([]);
    await noTrace();
  });

  it('SL1: recorded, told to nobody; he sees it himself', async () => {
    expect((await register()).body).toEqual({ recorded: true });
    expect((await own()).items).toEqual([expect.objectContaining({ level: 'SL1', lineAgreed: false })]);
    expect((await here('tom')).body).toEqual({ items: [], line: false });
    expect((await here('ben')).body.items).toEqual([
      expect.objectContaining({ service: 'Brook Sexual Health', worker: 'Lin Foley' }),
    ]);
  });

  it('a question for contact: taken, asked, answered no; the asker reads what they would read with no service', async () => {
    const asha = await story.as('asha');
    const ask = async (): Promise<string> => {
      const { body } = await asha.post<ContactRequestsView>(`/api/episodes/${E2}/contact-requests`, {
        subjectId: personId('ben'),
        reason: 'Could another service help him with relationships?',
      });
      return body.items[0]?.id ?? '';
    };
    const mo = await story.as('mo');
    const broker = { 'x-encircle-purpose': 'BROKER', 'x-encircle-reason': 'Contact asked for' };
    const first = await ask();
    expect((await mo.get(`/api/contact-requests/${first}/services`, broker)).status).toBe(404);
    await mo.post<ContactTasksView>(`/api/contact-requests/${first}/take`, {});
    const found = await mo.get<SensitiveServicesView>(`/api/contact-requests/${first}/services`, broker);
    expect(found.body.items).toEqual([
      expect.objectContaining({ service: 'Brook Sexual Health', worker: 'Lin Foley' }),
    ]);
    const plainly = await mo.get<SensitiveServicesView>(`/api/contact-requests/${first}/services`);
    expect(plainly.body.items ?? []).toEqual([]);
    expect((await mo.post(`/api/contact-requests/${first}/answer`, { said: 'YES' })).status).toBe(400);
    expect((await mo.post(`/api/contact-requests/${first}/answer`, { said: 'NO' })).status).toBe(200);
    expect((await mo.get(`/api/contact-requests/${first}/services`, broker)).status).toBe(404);
    const second = await ask();
    await mo.post(`/api/contact-requests/${second}/take`, {});
    await mo.post(`/api/contact-requests/${second}/answer`, { said: 'NO_SERVICE' });
    const { body } = await asha.get<ContactRequestsView>(`/api/episodes/${E2}/contact-requests`);
    const told = body.items.map(({ answered, words, reason }) => ({ answered, words, reason }));
    expect(told[0]).toEqual(told[1]);
    expect(told[0]).toMatchObject({ answered: true, words: null });
    await noTrace();
  });

  it('SL1 with the line: the team is told that there is one, not which', async () => {
    await register({ lineAgreed: true });
    const { body, text } = await here('tom');
    expect(body).toEqual({ items: [], line: true });
    expect(text).not.toMatch(TRACES);
    expect((await here('pia')).body).toEqual({ items: [], line: false });
    await register();
    expect((await here('tom')).body.line).toBe(false);
  });

  it('SL2: those he names learn it, nobody else; ended, it is gone', async () => {
    const tom = await story.as('tom');
    const asked = await tom.post(`/api/episodes/${E2}/consents`, {
      subjectId: personId('ben'),
      giverPersonId: personId('ben'),
      capacity: 'SELF',
      method: 'WET_INK',
      statementVersion: 'v1',
      understood: { recording: true, sharing: true, withoutAgreement: true },
      lines: [
        { recipientType: 'PERSON', recipientId: userId('asha'), category: 'SENS_SH', decision: 'GIVEN' },
      ],
    });
    expect(asked.status).toBe(201);
    // Tom wrote it down and so knows of the line; the others are asked as before.
    const after = await everything();
    await register({ level: 'SL2' });
    expect((await here('asha')).body.items).toEqual([
      expect.objectContaining({ service: 'Brook Sexual Health', worker: 'Lin Foley' }),
    ]);
    expect((await here('tom')).body.items).toEqual([]);
    const now = await everything();
    const changed = [...now].filter(([name, text]) => !OF_THE_MOMENT.test(name) && text !== after.get(name));
    expect(changed.map(([name]) => name)).toEqual([]);
    const [mine] = (await own()).items;
    const lin = await story.as('lin');
    expect((await tom.delete(`/api/my/involvements/${mine?.id ?? ''}`)).status).toBe(404);
    expect((await lin.delete(`/api/my/involvements/${mine?.id ?? ''}`)).status).toBe(200);
    expect((await here('asha')).body.items).toEqual([]);
  });

  it('is written down, without its case, so that who has looked does not tell', async () => {
    const rows = await story.program.rows<{ n: number }>(
      `select count(*)::int as n from audit.entry where action like 'involvement%' and episode_id is null and outcome = 'ALLOW'`,
    );
    expect(rows[0]?.n).toBeGreaterThan(4);
    const told = await story.program.rows(
      `select 1 from audit.entry where action like 'involvement.%' and (episode_id is not null or child_ids <> '{}')`,
    );
    expect(told).toEqual([]);
  });
});
