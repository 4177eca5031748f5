import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LooksPage, SharingView, WhyView } from '@encircle/shared/cases';
import { episodeId, personId, userId } from '@encircle/shared/fixture';
import type { SimulationView } from '@encircle/shared/restrictions';
import type { Answer } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
const E1 = episodeId('E1');
const who = async (key: string, query = '', of = E1): Promise<SharingView> =>
  (await (await story.as(key)).get<SharingView>(`/api/episodes/${of}/access${query}`)).body;
const looks = async (key: string, query = '', of = E1): Promise<LooksPage> =>
  (await (await story.as(key)).get<LooksPage>(`/api/episodes/${of}/looks${query}`)).body;
const line = (view: SharingView, name: RegExp): SharingView['lines'][number] | undefined =>
  view.lines.find((one) => name.test(one.name));

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
});
afterAll(() => story.program.stop());

describe('who can see a case, and why', () => {
  it('says since when, until when, and when each last looked', async () => {
    await (await story.as('hana')).get(`/api/episodes/${E1}`);
    const view = await who('lena');
    const hana = line(view, /Hana/);
    expect(hana).toMatchObject({ kind: 'WORKER', why: 'AGREED_SERVICE', until: '2027-01-11' });
    expect(hana?.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(hana?.lastLooked).toMatch(/^2026-03-16T/);
    expect(line(await who('hana'), /Hana/)?.lastLooked).toBeNull();
  });

  it('has a line for those with a task and for roles that see something of every case, named to the officer only', async () => {
    const view = await who('lena');
    expect(view.lines.find(({ kind }) => kind === 'TASK')).toMatchObject({
      part: 'AUDIT',
      until: expect.any(String),
    });
    const team = view.lines.find(({ kind, name }) => kind === 'TEAM' && name === 'CAFC');
    expect(team?.people).toBeGreaterThan(0);
    expect(team).toMatchObject({ names: [], cells: { who: 'part', notes: 'no' } });
    const officer = (await who('gus')).lines.find(({ kind, name }) => kind === 'TEAM' && name === 'CAFC');
    expect(officer?.names.join()).toMatch(/Mo/);
    expect(view.lines.some(({ part }) => part === 'IGO_TASK')).toBe(false);
    expect((await who('gus')).lines.some(({ part }) => part === 'IGO_TASK')).toBe(true);
  });

  it('shows an emergency with its end', async () => {
    await story.program.rows(
      `insert into app.access_grant (kind, episode_id, subject_id, user_id, categories, purpose, ground, reason, until_at)
       values ('BREAK_GLASS', $1, $2, $3, '{NOTES}', 'SAFEGUARD', 'CHILD_RISK', 'Missing since four o’clock today', sec.now() + interval '60 minutes')`,
      [E1, personId('ava'), userId('wes')],
    );
    const view = await who('lena');
    expect(line(view, /Wes/)).toMatchObject({ kind: 'EMERGENCY', cells: { notes: 'sees', health: 'no' } });
    expect(line(view, /Wes/)?.until).toMatch(/^2026-03-16T11:00/);
  });

  it('is cut down to what the mother may know in the copy printed for her', async () => {
    const view = await who('lena');
    expect(view.copies.map(({ name }) => name).join()).toMatch(/Mia/);
    const copy = await who('lena', `?for=${personId('mia')}`);
    expect(copy.copies).toEqual([]);
    expect(copy.lines.map(({ name }) => name).join()).not.toMatch(/Finn/);
    expect(line(copy, /Mia/)?.kind).toBe('FAMILY');
    expect(copy.lines.length).toBeLessThan(view.lines.length);
    const printed = await story.program.rows<{ channel: string }>(
      `select channel from audit.entry where action = 'sharing.printed'`,
    );
    expect(printed).toEqual([{ channel: 'pdf' }]);
  });

  it('prints for nobody outside the family, for nobody without the right, and by nobody but those who keep the log', async () => {
    const lena = await story.as('lena');
    const outside = await lena.get<{ fields: object }>(`/api/episodes/${E1}/access?for=${personId('ben')}`);
    expect([outside.status, Object.keys(outside.body.fields)]).toEqual([400, ['for']]);
    const sol = await lena.get<{ code: string }>(`/api/episodes/${E1}/access?for=${personId('sol')}`);
    expect([sol.status, sol.body.code]).toEqual([403, 'NOT_FOR_THEM']);
    const hana = await (await story.as('hana')).get(`/api/episodes/${E1}/access?for=${personId('mia')}`);
    expect(hana.status).toBe(403);
  });
});

describe('a sensitive worker on the team', () => {
  const place = (kind: 'insert' | 'delete') =>
    kind === 'insert'
      ? story.program.rows(
          `insert into app.edge (episode_id, user_id, agency_id, kind, sensitive_class)
           select $1, $2, m.agency_id, 'TACM', 'SENS_SM' from app.membership m where m.user_id = $2 limit 1`,
          [E1, userId('jo')],
        )
      : story.program.rows(
          `update app.edge set until_at = from_at + interval '1 microsecond' where episode_id = $1 and user_id = $2`,
          [E1, userId('jo')],
        );

  it('changes nothing of what anybody not named receives, in either list or in any copy; the officer with a task sees all', async () => {
    const strip = (view: SharingView): string =>
      JSON.stringify({ ...view, lines: view.lines.map((one) => ({ ...one, lastLooked: null })) });
    const before = [
      strip(await who('hana')),
      strip(await who('lena')),
      strip(await who('lena', `?for=${personId('mia')}`)),
    ];
    await place('insert');
    await (await story.as('jo')).get(`/api/episodes/${E1}`);
    const after = [
      strip(await who('hana')),
      strip(await who('lena')),
      strip(await who('lena', `?for=${personId('mia')}`)),
    ];
    expect(after).toEqual(before);
    expect(line(await who('gus'), /^Jo/)).toBeDefined();
    await place('delete');
  });
});

describe('who has looked', () => {
  it('names staff by their role in a family’s copy, and leaves out who is kept out', async () => {
    await (await story.as('lena')).get(`/api/episodes/${E1}/blocks`);
    const mine = await looks('lena', '?limit=100');
    expect(mine.items.some(({ action }) => action === 'blocks.listed')).toBe(true);
    const copy = await looks('lena', `?limit=100&for=${personId('mia')}`);
    expect(copy.items.length).toBeGreaterThan(0);
    expect(copy.items.every(({ who: name, role }) => name === null && role !== null)).toBe(true);
    expect(copy.items.some(({ action }) => action.startsWith('block'))).toBe(false);
  });

  it('is the officer’s for every record, task or none', async () => {
    expect((await (await story.as('gus')).get(`/api/episodes/${episodeId('E2')}/looks`)).status).toBe(200);
    const content = await (await story.as('gus')).get<SharingView>(`/api/episodes/${episodeId('E2')}/access`);
    expect(content.body.columns.map(({ key }) => key)).not.toContain('SENS_SH');
  });
});

describe('the officer’s question about anybody and any moment', () => {
  const refOf = async (id: string): Promise<string> =>
    (await story.program.rows<{ ref: string }>('select ref from app.episode where id = $1', [id]))[0]?.ref ??
    '';
  const ask = async (key: string, body: object) =>
    (await story.as(key)).post<SimulationView>('/api/access-simulations', body);

  it('gives each kind its reasons and the facts behind them, and is written down', async () => {
    const { status, body } = await ask('gus', { ref: await refOf(E1), userId: userId('yusuf') });
    expect(status).toBe(200);
    const answers = new Map(body.children[0]?.answers.map((one) => [one.category, one]));
    expect(answers.get('PLAN')).toMatchObject({
      effect: 'ALLOW',
      reasons: expect.arrayContaining(['R07_CONSENT']),
    });
    expect(answers.get('PLAN')?.facts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['PLACE', 'AGREEMENT']),
    );
    expect(answers.get('SENS_MH')).toMatchObject({
      effect: 'DENY_HIDE',
      reasons: expect.arrayContaining(['R08_NO_CONSENT']),
    });
    const rows = await story.program.rows(`select 1 from audit.entry where action = 'access.simulated'`);
    expect(rows).toHaveLength(1);
  });

  it('answers for a moment that has passed with what held then', async () => {
    const E6 = episodeId('E6');
    const now = await ask('gus', { ref: await refOf(E6), userId: userId('kim') });
    const then = await ask('gus', {
      ref: await refOf(E6),
      userId: userId('kim'),
      at: '2026-02-20T10:00:00Z',
    });
    const plan = (answer: typeof now): string | undefined =>
      answer.body.children[0]?.answers.find(({ category }) => category === 'PLAN')?.effect;
    expect([plan(then), plan(now)]).toEqual(['ALLOW', 'DENY']);
  });

  it('names what is wrong, and is nobody else’s to ask', async () => {
    const ref = await refOf(E1);
    const fields = async (body: object): Promise<string[]> =>
      Object.keys(
        (await (await story.as('gus')).post<{ fields: object }>('/api/access-simulations', body)).body.fields,
      );
    expect(await fields({})).toEqual(expect.arrayContaining(['ref', 'userId']));
    expect(await fields({ ref: 'CAF-1999-000000', userId: userId('lena') })).toEqual(['ref']);
    expect(await fields({ ref, userId: randomUUID() })).toEqual(['userId']);
    expect(await fields({ ref, userId: userId('lena'), at: '2031-01-01T00:00:00Z' })).toEqual(['at']);
    expect((await ask('lena', { ref, userId: userId('hana') })).status).toBe(404);
    expect((await ask('mo', { ref, userId: userId('hana') })).status).toBe(403);
  });
});

describe('why can I see this', () => {
  const why = async (key: string, of = E1): Promise<Answer<WhyView>> =>
    (await story.as(key)).get<WhyView>(`/api/episodes/${of}/why`);
  const kind = (view: WhyView, key: string): WhyView['kinds'][number] | undefined =>
    view.kinds.find((one) => one.key === key);

  it('says by what place and whose agreement, until when', async () => {
    const { body } = await why('hana');
    expect(body.places).toMatchObject([{ kind: 'TACM', until: null }]);
    expect(kind(body, 'work')).toMatchObject({ effect: 'ALLOW', reasons: ['R07_CONSENT'] });
    expect(kind(body, 'work')?.agreements).toMatchObject([
      { giver: expect.stringContaining('Mia'), on: '2026-01-12', until: '2027-01-11', person: false },
    ]);
    expect(body.validUntil).not.toBeNull();
  });

  it('has no line for a kind the reader must not know of, and one with its reason for what was not agreed', async () => {
    expect(kind((await why('yusuf')).body, 'SENS_MH')).toBeUndefined();
    expect(kind((await why('lena')).body, 'SENS_MH')).toMatchObject({
      effect: 'ALLOW',
      reasons: ['R08_CONSENT'],
    });
    const tom = (await why('tom', episodeId('E2'))).body;
    expect(kind(tom, 'health')).toMatchObject({
      effect: 'DENY',
      reasons: expect.arrayContaining(['R07_NO_CONSENT']),
    });
    expect(JSON.stringify(tom)).not.toMatch(/SENS_SH/);
  });

  it('is a stranger’s no more than a random id, and tells by its moments nothing that is hidden', async () => {
    for (const key of ['viv', 'sid', 'ben']) {
      const [real, random] = [await why(key), await why(key, randomUUID())];
      expect([real.status, real.body && 'kinds' in real.body]).toEqual([random.status, false]);
    }
    const before = (await why('yusuf')).text;
    const [row] = await story.program.rows<{ id: string }>(
      `insert into app.sensitive_service (episode_id, person_id, giver_person_id, category, level, worker_id, agency_id, until_at)
       select $1, $2, $3, 'SENS_SM', 'SL1', $4, m.agency_id, sec.now() + interval '3 hours' from app.membership m where m.user_id = $4 limit 1
       returning id`,
      [E1, personId('ava'), personId('mia'), userId('jo')],
    );
    expect(row).toBeDefined();
    expect((await why('yusuf')).text).toBe(before);
  });
});
