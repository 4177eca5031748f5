import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AgreementsView,
  StatementOffersView,
  StatementVersionsView,
  StatementView,
} from '@encircle/shared/consents';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';

let program: Program;
let world: WorldOfAva;
let sid: Client;
let lena: Client;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
  sid = await program.as(world.sid.email);
  lena = await program.as(world.lena.email);
});
afterAll(() => program.stop());

const section = (heading: string, words: string): string => `${heading}\n${words}`;
const wording = (who: string): string =>
  [
    section(
      'What we write down',
      'We write down what you tell us and what would help your child, and keep it safe.',
    ),
    section('Who may see it', who),
    section('How long', 'Until the date you agree with us. You can change your mind on any day.'),
    section('When we may share without asking', 'If the law says so, or if someone may come to harm.'),
  ].join('\n\n');

const current = async (query = ''): Promise<StatementView> =>
  (await lena.get<StatementView>(`/api/consent-statements/current${query}`)).body;
const add = (
  client: Client,
  body: object,
): Promise<Answer<StatementVersionsView & { fields: Record<string, string[]> }>> =>
  client.post('/api/consent-statements', body);
const agree = (over: object): Promise<Answer<AgreementsView & { fields: Record<string, string[]> }>> =>
  lena.post(`/api/episodes/${world.e1.id}/consents`, {
    subjectId: world.ava.id,
    giverPersonId: world.mia.id,
    capacity: 'PR_HOLDER',
    method: 'WET_INK',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    lines: [
      {
        recipientType: 'SERVICE',
        recipientId: world.agencies.northway.id,
        category: 'CHILD',
        decision: 'GIVEN',
      },
    ],
    ...over,
  });
const wordingOf = (consentId: string, client = lena): Promise<Answer<StatementView>> =>
  client.get(`/api/episodes/${world.e1.id}/consents/${consentId}/wording`);

describe('the wording, in the language of the family', () => {
  it('is there in English, Polish and Arabic, which reads from the right', async () => {
    expect(await current()).toMatchObject({ version: 'v1', language: 'en', direction: 'ltr', form: 'FULL' });
    expect(await current('?language=pl')).toMatchObject({ language: 'pl', direction: 'ltr' });
    expect((await current('?language=pl')).body).toMatch(/^Co zapisujemy/);
    expect(await current('?language=ar')).toMatchObject({ language: 'ar', direction: 'rtl' });
  });

  it('is there to read easily; where it is not, in full; and in English when in no other', async () => {
    expect(await current('?language=en&form=EASY_READ')).toMatchObject({ language: 'en', form: 'EASY_READ' });
    expect(await current('?language=pl&form=EASY_READ')).toMatchObject({ language: 'pl', form: 'FULL' });
    expect(await current('?language=so')).toMatchObject({ language: 'en', form: 'FULL' });
  });

  it('says which there are', async () => {
    const { body } = await lena.get<StatementOffersView>('/api/consent-statements/offered');
    expect(body.items).toEqual(
      expect.arrayContaining([
        { language: 'en', form: 'FULL' },
        { language: 'en', form: 'EASY_READ' },
        { language: 'pl', form: 'FULL' },
        { language: 'ar', form: 'FULL' },
      ]),
    );
  });
});

describe('an administrator changes it', () => {
  let before: string;

  beforeAll(async () => {
    const saved = await agree({ statementVersion: 'v1', language: 'pl', statementLanguage: 'pl' });
    expect(saved.status).toBe(201);
    before = saved.body.acts[0]?.id ?? '';
  });

  it('what is wrong is named', async () => {
    const good = { language: 'en', form: 'FULL', body: wording('Only whom you name may see it.') };
    const named = async (over: object): Promise<string[]> =>
      Object.keys((await add(sid, { ...good, ...over })).body.fields);
    expect(await named({ language: 'xx' })).toEqual(['language']);
    expect(await named({ form: 'LOUD' })).toEqual(['form']);
    expect(await named({ body: 'Sign here.' })).toEqual(['body']);
    expect(await named({ body: 'word '.repeat(60) })).toEqual(['body']);
    expect(await named({ validFrom: '2026-03-15' })).toEqual(['validFrom']);
  });

  it('a new English version is read out from its day; translations say that they are behind', async () => {
    const body = wording('Only the services you name may see it. This is the new wording.');
    const { status, body: view } = await add(sid, { language: 'en', form: 'FULL', body });
    expect(status).toBe(201);
    expect(await current()).toMatchObject({ version: 'v2', body });
    const polish = view.items.find(({ language }) => language === 'pl');
    expect(polish).toMatchObject({ version: 'v1', inForce: true, behind: true });
    expect(view.items.find(({ version }) => version === 'v2')).toMatchObject({
      inForce: true,
      behind: false,
      addedBy: 'Sid Gray',
    });
  });

  it('old records keep the wording they were given under', async () => {
    const polish = wording('Tylko te służby, które Państwo wskażą. To jest nowe brzmienie.');
    expect((await add(sid, { language: 'pl', form: 'FULL', body: polish })).status).toBe(201);
    expect(await current('?language=pl')).toMatchObject({ version: 'v2', body: polish });
    const kept = await wordingOf(before);
    expect(kept.body).toMatchObject({ version: 'v1', language: 'pl' });
    expect(kept.body.body).toMatch(/^Co zapisujemy/);
    const later = await agree({ statementVersion: 'v2', statementLanguage: 'pl' });
    expect((await wordingOf(later.body.acts[0]?.id ?? '')).body.body).toBe(polish);
    expect(later.body.acts.find(({ id }) => id === before)).toMatchObject({
      statementVersion: 'v1',
      statementLanguage: 'pl',
      statementForm: 'FULL',
    });
  });

  it('one that begins later is not read out yet', async () => {
    const body = wording('Only the services you name. From April.');
    await add(sid, { language: 'en', form: 'FULL', body, validFrom: '2026-04-01' });
    expect((await current()).version).toBe('v2');
    await program.setNow('2026-04-01T09:00:00Z');
    expect((await current()).version).toBe('v3');
    await program.setNow('2026-03-16T09:00:00Z');
  });

  it('a wording nobody wrote cannot be agreed to', async () => {
    const { body } = await agree({ statementVersion: 'v2', statementLanguage: 'ar' });
    expect(body.fields).toHaveProperty(['statementVersion']);
  });

  it('no text was changed or taken away, by anyone', async () => {
    await expect(
      program.rows(`set role app_user; update app.consent_statement set body = 'x'`),
    ).rejects.toThrow(/permission denied/);
  });

  it('is written down', async () => {
    const rows = await program.rows<{ basis: string[] }>(
      `select basis from audit.entry where action = 'consent-statement.added' and outcome = 'ALLOW' order by id`,
    );
    expect(rows.map(({ basis }) => basis)).toEqual([['v2 en FULL'], ['v2 pl FULL'], ['v3 en FULL']]);
  });
});

describe('who may', () => {
  it('only the administrator lists and adds wordings', async () => {
    const body = { language: 'en', form: 'FULL', body: wording('Everyone may see everything.') };
    for (const worker of [world.lena, world.okoro, world.mo, world.dee]) {
      const client = await program.as(worker.email);
      expect((await client.get('/api/consent-statements')).status).toBe(404);
      expect((await add(client, body)).status).toBe(404);
    }
  });

  it('the wording of an act is for those who may see the agreement', async () => {
    const [act] = await program.rows<{ id: string }>('select id from app.consent limit 1');
    const random = '55555555-5555-4555-8555-555555555555';
    for (const worker of [world.wes, world.viv, world.colleague]) {
      const client = await program.as(worker.email);
      const real = await wordingOf(act?.id ?? '', client);
      const unused = await client.get(`/api/episodes/${random}/consents/${random}/wording`);
      expect([real.status, real.text]).toEqual([404, unused.text]);
    }
    expect((await wordingOf(random)).status).toBe(404);
  });
});
