import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anEpisode, aShield, onTheCase, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Vacancies {
  items: {
    ref: string;
    since: string;
    dueOn: string;
    workingDays: number;
    step: string;
    asked: string | null;
  }[];
  next: string | null;
}

let program: Program;
let lena: Worker;
let nurse: Worker;
let asks: Record<'boss' | 'other' | 'rosa' | 'lena', Client>;
const cases: Record<string, Episode> = {};

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  const [school, health, council] = [
    await anAgency(program),
    await anAgency(program),
    await anAgency(program),
  ];
  lena = await aWorker(program, school);
  nurse = await aWorker(program, health);
  const hat = async (agency: typeof school, role: string): Promise<Client> =>
    program.as((await aWorker(program, agency, { role })).email);
  asks = {
    boss: await hat(school, 'AMGR'),
    other: await hat(health, 'AMGR'),
    rosa: await hat(council, 'CAFC'),
    lena: await program.as(lena.email),
  };
  const made = async (name: string, agreedOn: string, over: { state?: string; author?: Worker } = {}) => {
    const child = await aChild(program);
    cases[name] = await anEpisode(program, { children: [child], author: lena, agreedOn, ...over });
    return child;
  };
  await made('fresh', '2026-03-10');
  await made('week', '2026-03-05');
  await made('long', '2026-02-02');
  await made('nurses', '2026-03-11', { author: nurse });
  // Nobody leads before there is agreement, and nobody is missing while social care does.
  await made('early', '2026-01-05', { state: 'CONSENT_SEEKING' });
  await made('paused', '2026-01-05', { state: 'PAUSED_STATUTORY' });
  await made('led', '2026-01-05');
  await onTheCase(program, cases['led']?.id ?? '', lena, 'LP');
  // The lead left on the 12th: since then, not since the agreement.
  await made('left', '2026-01-05');
  await onTheCase(program, cases['left']?.id ?? '', lena, 'LP', { until: '2026-03-12T12:00:00Z' });
  await aShield(program, await made('hidden', '2026-01-05'), [lena]);
});
afterAll(() => program.stop());

const list = async (who: Client, query = ''): Promise<Vacancies> =>
  (await who.get<Vacancies>(`/api/lead-vacancies${query}`)).body;
const names = ({ items }: Vacancies): string[] =>
  items.map(({ ref }) => Object.keys(cases).find((name) => cases[name]?.ref === ref) ?? ref);

describe('cases nobody leads (F2)', () => {
  it('are the team’s for five working days, then the manager’s, and after as many again the central team’s', async () => {
    const { items, ...page } = await list(asks.boss);
    expect(names({ items, ...page })).toEqual(['long', 'week', 'fresh', 'left']);
    expect(items.map(({ since, dueOn, workingDays, step }) => [since, dueOn, workingDays, step])).toEqual([
      ['2026-02-02', '2026-02-09', 30, 'CENTRAL'],
      ['2026-03-05', '2026-03-12', 7, 'MANAGER'],
      ['2026-03-10', '2026-03-17', 4, 'WITHIN'],
      ['2026-03-12', '2026-03-19', 2, 'WITHIN'],
    ]);
  });

  it('are a manager’s own, and all of them the CAF team’s; a shielded child is in neither manager’s list', async () => {
    expect(names(await list(asks.other))).toEqual(['nurses']);
    expect(names(await list(asks.rosa))).toEqual(['hidden', 'long', 'week', 'fresh', 'nurses', 'left']);
    expect((await asks.lena.get('/api/lead-vacancies')).status).toBe(404);
  });

  it('come by page, and say who has been asked', async () => {
    await program.rows(
      `insert into app.nomination (episode_id, nominee_id, nominee_agency_id) values ($1, $2, $3)`,
      [cases['long']?.id, lena.id, lena.agency.id],
    );
    const first = await list(asks.boss, '?limit=3');
    expect(first.items[0]).toMatchObject({ asked: lena.fullName, askedOn: '2026-03-16' });
    const second = await list(asks.boss, `?limit=3&after=${first.next}`);
    expect([names(second), second.next]).toEqual([['left'], null]);
    const bad = await asks.boss.get<{ fields: object }>('/api/lead-vacancies?after=nothing');
    expect([bad.status, bad.body.fields]).toEqual([400, { after: ['Begin again from the first page'] }]);
  });

  it('count by the setting of the day they began, not of today', async () => {
    await program.rows(
      `insert into app.timescale (key, value, number, from_at) values ('lead.vacant.wd', 9, 1, '2026-03-08T00:00:00Z')`,
    );
    const { items } = await list(asks.boss);
    expect(items.map(({ dueOn, step }) => [dueOn, step])).toEqual([
      ['2026-02-09', 'CENTRAL'],
      ['2026-03-12', 'MANAGER'],
      ['2026-03-23', 'WITHIN'],
      ['2026-03-25', 'WITHIN'],
    ]);
    await program.rows(`delete from app.timescale where key = 'lead.vacant.wd'`);
  });
});

interface Week {
  items: { kind: string; text: string; note: string | null; dueOn: string }[];
}
interface Offer {
  id: string;
  version: number;
  status: string;
  code?: string;
  fields?: object;
}

describe('whose turn it is to find somebody', () => {
  const week = async (who: Client) => {
    const { items } = (await who.get<Week>('/api/my/week?limit=100')).body;
    return items
      .filter(({ kind }) => kind === 'FIND_LEAD')
      .map(({ text, dueOn }) => [Object.keys(cases).find((name) => cases[name]?.ref === text), dueOn]);
  };
  const idOf = (name: string): string => cases[name]?.id ?? '';
  const ask = (who: Client, name: string, nominee: Worker, agencyId = nominee.agency.id) =>
    who.post<Offer>(`/api/episodes/${idOf(name)}/nominations`, { userId: nominee.id, agencyId });
  const takeBack = (who: Client, { id, version }: Offer) =>
    who.post<Offer>(`/api/nominations/${id}/answer`, { answer: 'TAKE_BACK', version });

  it('is in the week of the author, then of the manager, then of the CAF team', async () => {
    expect(await week(asks.lena)).toEqual([
      ['hidden', '2026-01-12'],
      ['long', '2026-02-09'],
      ['week', '2026-03-12'],
      ['fresh', '2026-03-17'],
      ['left', '2026-03-19'],
    ]);
    expect(await week(asks.boss)).toEqual([
      ['long', '2026-02-16'],
      ['week', '2026-03-19'],
    ]);
    expect(await week(asks.other)).toEqual([]);
    expect(await week(asks.rosa)).toEqual([
      ['hidden', '2026-01-26'],
      ['long', '2026-02-23'],
    ]);
  });

  it('lets the manager take back a question that stays open, and ask a colleague of the own service', async () => {
    const [open] = await program.rows<Offer>(
      `select id, version from app.nomination where episode_id = $1 and status = 'PROPOSED'`,
      [idOf('long')],
    );
    expect((await ask(asks.boss, 'long', lena)).body.code).toBe('OFFER_OPEN');
    expect((await takeBack(asks.boss, open as Offer)).body.status).toBe('TAKEN_BACK');
    const wrong = await ask(asks.boss, 'long', nurse);
    expect([wrong.status, wrong.body.fields]).toEqual([
      400,
      { userId: ['Choose a colleague of your own service'] },
    ]);
    const asked = await ask(asks.boss, 'long', lena);
    expect([asked.status, asked.body.status]).toEqual([201, 'PROPOSED']);
    expect((await takeBack(asks.rosa, { ...asked.body, version: 9 })).status).toBe(409);
    expect((await takeBack(asks.rosa, asked.body)).body.status).toBe('TAKEN_BACK');
    expect((await ask(asks.rosa, 'long', lena)).status).toBe(201);
    const team = (
      await asks.boss.get<{ mayAsk: boolean; offer: Offer }>(`/api/episodes/${idOf('long')}/team`)
    ).body;
    expect(team).toMatchObject({ mayAsk: true, offer: { status: 'PROPOSED' } });
  });

  it('is nobody else’s: another service’s manager gets the answer of a random id, and where somebody leads it is the lead’s', async () => {
    const [there, random] = await Promise.all([
      ask(asks.other, 'fresh', nurse),
      asks.other.post(`/api/episodes/${randomUUID()}/nominations`, {
        userId: nurse.id,
        agencyId: nurse.agency.id,
      }),
    ]);
    expect([there.status, there.text]).toEqual([404, random.text]);
    expect((await ask(asks.boss, 'hidden', lena)).status).toBe(404);
    expect((await ask(asks.boss, 'led', lena)).body.code).toBe('ONLY_THE_LEAD');
    expect((await ask(asks.rosa, 'led', lena)).status).toBeGreaterThanOrEqual(403);
    expect((await ask(asks.rosa, 'paused', nurse)).body.code).toBe('FAMILY_NOT_ASKED');
  });

  it('is told once to the manager and once to the CAF team, and to nobody once somebody leads', async () => {
    const tell = async () =>
      (await program.rows<{ told: number }>('select sec.tell_of_vacancies(5) as told'))[0]?.told;
    const topics = async (who: Client) =>
      (await who.get<{ items: { topic: string; ref: string }[] }>('/api/my/notices')).body.items
        .filter(({ topic }) => topic === 'lead.vacant')
        .map(({ ref }) => Object.keys(cases).find((name) => cases[name]?.ref === ref))
        .sort();
    expect([await tell(), await tell()]).toEqual([5, 0]);
    // Written for the manager too, because the database cannot decide for them; never shown.
    expect([await topics(asks.boss), await topics(asks.rosa), await topics(asks.other)]).toEqual([
      ['long', 'week'],
      ['hidden', 'long'],
      [],
    ]);
    const { items } = (await asks.lena.get<{ items: Offer[] }>('/api/my/nominations')).body;
    await asks.lena.post(`/api/nominations/${items[0]?.id}/answer`, {
      answer: 'ACCEPT',
      version: items[0]?.version,
    });
    expect([await topics(asks.boss), await topics(asks.rosa)]).toEqual([['week'], ['hidden']]);
    expect(await tell()).toBe(0);
  });
});
