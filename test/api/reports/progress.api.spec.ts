import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LeadCaseloadPage, ProgressReport } from '@encircle/shared/reports';
import { aChild } from '../../factories/children.js';
import { anEpisode, aShield, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let northway: Agency;
let health: Agency;
let council: Agency;
let lena: Worker;
let hana: Worker;
let rosa: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T10:00:00Z');
  northway = await anAgency(program, { name: 'Northway Primary', reportGroup: 'Schools' });
  health = await anAgency(program, { name: 'Community Health', reportGroup: 'Community Health' });
  council = await anAgency(program, { name: 'Council', reportGroup: 'Council' });
  lena = await aWorker(program, northway, { fullName: 'Lena Marsh' });
  hana = await aWorker(program, health, { fullName: 'Hana Siddiqui' });
  rosa = await signedIn('CAFC', council);
  await world();
});
afterAll(() => program.stop());

const signedIn = async (role: string, agency: Agency): Promise<Client> =>
  program.as((await aWorker(program, agency, { role })).email);

const set = (episode: Episode, columns: Record<string, string | null>): Promise<object[]> =>
  program.rows(
    `update app.episode set ${Object.keys(columns)
      .map((name, n) => `${name} = $${n + 2}`)
      .join(', ')} where id = $1`,
    [episode.id, ...Object.values(columns)],
  );

const anAction = async (episode: Episode, owner: Worker, byWhen: string, status = 'AGREED') => {
  const [plan] = await program.rows<{ id: string }>(
    `insert into app.plan (episode_id, status, agreed_on, version_no) values ($1, 'AGREED', '2026-01-20',
       (select count(*) + 1 from app.plan where episode_id = $1)) returning id`,
    [episode.id],
  );
  await program.rows(
    `insert into app.action (episode_id, plan_id, text, owner_user_id, owner_agency_id, by_when, status, done_on)
     values ($1, $2, 'Ring the clinic', $3, $4, $5, $6, case when $6 = 'DONE' then $5::date end)`,
    [episode.id, plan?.id, owner.id, owner.agency.id, byWhen, status],
  );
};

/** Five open cases of two agencies, one of them shielded; two closed ones. */
async function world(): Promise<void> {
  const born = (dateOfBirth: string) => aChild(program, { dateOfBirth });
  const led = await anEpisode(program, { children: [await born('2016-06-10')], lead: lena, team: [hana] });
  await set(led, { next_review_on: '2026-03-13', agreed_on: '2026-01-05', completed_on: '2026-02-02' });
  await program.rows(
    `insert into app.case_fact (episode_id, category, kind, body, said_on) values
       ($1, 'CHILD', 'LEVEL', '{"level": 2}', '2026-01-20'), ($1, 'CHILD', 'LEVEL', '{"level": 3}', '2026-02-20')`,
    [led.id],
  );
  await anAction(led, hana, '2026-02-13');
  await anAction(led, lena, '2026-03-30');
  await anAction(led, lena, '2026-02-27', 'IN_PROGRESS');
  await anAction(led, lena, '2026-02-01', 'DONE');
  const second = await anEpisode(program, {
    children: [await born('2021-03-17'), await born('2021-03-16')],
    lead: lena,
    state: 'ASSESSING',
  });
  await set(second, { next_review_on: '2026-03-16', agreed_on: '2026-01-05', completed_on: '2026-02-03' });
  await anEpisode(program, { children: [await born('2010-09-01')], lead: hana, openedOn: '2026-02-01' });
  await anEpisode(program, { children: [await born('2008-03-16')], author: lena, openedOn: '2026-03-06' });
  const hidden = await born('2012-01-01');
  await anEpisode(program, { children: [hidden], lead: hana });
  await aShield(program, hidden, [hana]);
  for (const [reason, on] of [
    ['NEEDS_MET', '2026-01-02'],
    ['DISENGAGED', '2026-03-10'],
    ['ERROR', '2026-03-11'],
    ['NEEDS_MET', '2025-12-31'],
  ] as const)
    await anEpisode(program, {
      children: [await born('2015-01-01')],
      lead: lena,
      state: 'CLOSED',
      openedOn: '2025-06-01',
      closedOn: on,
      closureReason: reason,
    });
}

const report = async (who: Client, query = ''): Promise<ProgressReport> => {
  const answer = await who.get<ProgressReport>(`/api/reports/progress${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const counts = (lines: { key: string; count: number | null }[]): Record<string, number | null> =>
  Object.fromEntries(lines.filter(({ count }) => count !== 0).map(({ key, count }) => [key, count]));

describe('where support has got to', () => {
  it('counts open cases by stage and level, children by age today', async () => {
    const body = await report(rosa);
    expect(body.openCases).toMatchObject({ count: 5, list: '/cases' });
    expect(counts(body.stages)).toEqual({ PLAN_ACTIVE: 4, ASSESSING: 1 });
    expect(body.stages.find((stage) => stage.key === 'ASSESSING')?.list).toBe('/cases?state=ASSESSING');
    expect(body.children.count).toBe(6);
    expect(counts(body.ages)).toEqual({ '0-4': 1, '5-10': 2, '11-15': 2, '18-24': 1 });
    expect(counts(body.levels)).toEqual({ '3': 1, NONE: 4 });
    const assessing = body.stageByAge.find((row) => row.key === 'ASSESSING');
    expect(assessing?.cells.map(({ count }) => count)).toEqual([0, 1, 1, 0, 0, 0]);
  });

  it('says what is overdue, with whom and for how long', async () => {
    const body = await report(rosa);
    expect(body.reviews).toMatchObject({ numerator: 1, denominator: 2, percent: 50 });
    expect(body.actions).toMatchObject({ numerator: 2, denominator: 3, percent: 66.7 });
    const numbers = body.overdue.map(({ label, actions, reviews, total }) => [
      label,
      actions.map(({ count }) => count),
      reviews.map(({ count }) => count),
      total.count,
    ]);
    expect(numbers).toEqual([
      ['Schools', [0, 1, 0], [1, 0, 0], 2],
      ['Community Health', [0, 0, 1], [0, 0, 0], 1],
    ]);
  });

  it('says how the quarter went and who carries the cases', async () => {
    const body = await report(rosa);
    expect(body.quarter).toMatchObject({ key: 'FY2025-Q4', from: '2026-01-01', to: '2026-03-31' });
    // 5 January to 2 February is 20 working days, one more is late (rule 8.8).
    expect(body.assessments).toMatchObject({ numerator: 1, denominator: 2 });
    expect(counts(body.closures)).toEqual({ NEEDS_MET: 1, DISENGAGED: 1, ERROR: 1 });
    expect(body.positive).toMatchObject({ numerator: 1, denominator: 2, percent: 50 });
    expect(body.vacancies).toMatchObject({ numerator: 1, denominator: 5 });
    expect(body.caseload).toMatchObject({ cases: { count: 4 }, leads: { count: 2 }, mean: 2 });
    expect(counts((await report(rosa, '?quarter=FY2025-Q3')).closures)).toEqual({ NEEDS_MET: 1 });
  });

  it('a case opened five working days ago may still be without a lead professional', async () => {
    await program.setNow('2026-03-13T10:00:00Z');
    expect((await report(rosa)).vacancies.numerator).toBe(0);
    await program.setNow('2026-03-16T10:00:00Z');
  });

  it('a manager gets the own staff’s, and no trace of a shielded child without a place on the list', async () => {
    const school = await report(await signedIn('AMGR', northway));
    expect(school).toMatchObject({ scope: 'AGENCY', openCases: { count: 3 } });
    expect(school.overdue.map((row) => row.label)).toEqual(['Northway Primary']);
    expect(school.actions).toMatchObject({ numerator: 1, denominator: 2 });
    const nurse = await report(await signedIn('AMGR', health));
    expect(nurse.openCases.count).toBe(2);
    expect(nurse.caseload).toMatchObject({ cases: { count: 1 }, leads: { count: 1 } });
  });

  it('a count of the CAF team is that of the list it opens', async () => {
    const mo = await signedIn('CAFC', council);
    const list = await mo.get<{ total: number }>('/api/my/cases?state=PLAN_ACTIVE');
    const { stages } = await report(mo);
    expect(stages.find((stage) => stage.key === 'PLAN_ACTIVE')?.count).toBe(list.body.total);
  });

  it('an analyst gets no number below five, no list and no area', async () => {
    const ana = await signedIn('ANLY', council);
    const body = await report(ana);
    expect(body.suppressed).toBe(true);
    const texts = JSON.stringify(body);
    expect(texts).not.toMatch(/"count":[1-4]\b|"numerator":\d|"denominator":[1-4]\b|\/cases/);
    expect(body.stages.find((stage) => stage.key === 'ASSESSING')?.words).toBe('<5');
    const answer = await ana.get<{ fields: object }>('/api/reports/progress?locality=NORTH');
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, ['locality']]);
    expect((await ana.get('/api/reports/caseloads')).status).toBe(404);
  });

  it.each([
    ['quarter=2026-Q1', 'quarter'],
    ['locality=Atlantis', 'locality'],
  ])('refuses ?%s and names %s', async (query, field) => {
    const answer = await rosa.get<{ fields: object }>(`/api/reports/progress?${query}`);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
  });

  it('names no child and no case, and leaves an audit row that names none', async () => {
    const answer = await rosa.get('/api/reports/progress');
    expect(answer.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const [entry] = await program.rows(
      `select action, channel, child_ids, categories, episode_id from audit.entry order by id desc limit 1`,
    );
    expect(entry).toEqual({
      action: 'progress-report.viewed',
      channel: 'count',
      child_ids: [],
      categories: [],
      episode_id: null,
    });
  });
});

describe('caseloads', () => {
  const page = (client: Client, query = '') => client.get<LeadCaseloadPage>(`/api/reports/caseloads${query}`);

  it('say how many cases each worker leads, most first, a page at a time', async () => {
    const first = await page(rosa, '?limit=1');
    expect(first.body).toMatchObject({
      items: [{ name: 'Hana Siddiqui', agency: 'Community Health', cases: 2 }],
      total: 2,
    });
    const second = await page(rosa, `?limit=1&after=${first.body.next ?? ''}`);
    expect(second.body).toEqual({
      items: [{ name: 'Lena Marsh', agency: 'Northway Primary', cases: 2 }],
      next: null,
    });
    expect((await page(rosa, '?after=abc')).status).toBe(400);
  });

  it('a manager gets the own staff’s', async () => {
    const { body } = await page(await signedIn('AMGR', northway));
    expect(body.items.map((item) => item.name)).toEqual(['Lena Marsh']);
  });
});

describe('reviews by their day', () => {
  it('are held in time, held late, or not held when the day went by', async () => {
    // Of the open cases one was due on 13 March, and nobody has held that review; one is due today.
    expect((await report(rosa)).reviewsHeld).toMatchObject({ numerator: 0, denominator: 1 });
    const reviewed = await anEpisode(program, { children: [await aChild(program, {})], lead: lena });
    await program.rows(
      `insert into app.review (episode_id, category, review_no, due_on, held_on, level, what_next) values
         ($1, 'PLAN', 1, '2026-01-20', '2026-01-20', 3, 'CONTINUE'), ($1, 'PLAN', 2, '2026-02-20', '2026-02-21', 2, 'CONTINUE'),
         ($1, 'PLAN', 3, '2025-12-31', '2026-01-05', 2, 'CLOSE')`,
      [reviewed.id],
    );
    expect((await report(rosa)).reviewsHeld).toMatchObject({ numerator: 1, denominator: 3 });
    const before = await report(rosa, '?quarter=FY2025-Q3');
    expect(before.reviewsHeld).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('are those of the manager’s own cases, and too few to show an analyst', async () => {
    const nurse = await report(await signedIn('AMGR', health));
    expect(nurse.reviewsHeld.denominator).toBe(1);
    const ana = await report(await signedIn('ANLY', council));
    expect(ana.reviewsHeld).toMatchObject({ numerator: null, hidden: true });
  });
});
