import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseloadPage, CaseView } from '@encircle/shared/cases';
import { aChild, aFamilyAccount, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let lena: Worker;
let hana: Worker;
let viv: Worker;
let head: Worker;
let mo: Worker;
let ava: Person;
let mia: Person;
let episode: Episode;
const as = (worker: Pick<Worker, 'email'>): Promise<Client> => program.as(worker.email);

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  const school = await anAgency(program);
  const health = await anAgency(program);
  const housing = await anAgency(program);
  lena = await aWorker(program, school);
  head = await aWorker(program, school, { role: 'AMGR' });
  hana = await aWorker(program, health);
  viv = await aWorker(program, housing);
  mo = await aWorker(program, await anAgency(program), { role: 'CAFC' });
  ava = await aChild(program, { givenNames: 'Ava', familyName: 'Ames', school: 'Northway Primary' });
  mia = await anAdult(program, { givenNames: 'Mia', familyName: 'Ames' });
  await relativeOf(program, ava, mia);
  episode = await anEpisode(program, {
    children: [ava],
    author: lena,
    lead: lena,
    team: [hana, viv],
    agreedOn: '2026-01-12',
  });
  await anAgreement(program, episode, ava, mia, [
    { agency: school, categories: ORDINARY },
    { agency: health, categories: ['IDENT', 'INVOLVE', 'FAMILY'] },
    { agency: housing, categories: ORDINARY, decision: 'REFUSED' },
  ]);
  const label = [episode.id, ava.id, school.id, lena.id];
  await program.rows(
    `insert into app.case_fact (episode_id, subject_id, category, source_agency_id, author_id, kind, body, said_on)
     values ($1, $2, 'CHILD', $3, $4, 'OWN_WORDS', '{"text":"I like foxes"}', '2026-01-20'),
            ($1, $2, 'CHILD', $3, $4, 'GOING_WELL', '{"items":["Starts in the library"],"checkedWith":"Mia"}', '2026-03-05')`,
    label,
  );
  await program.rows(
    `insert into app.meeting (episode_id, subject_id, category, source_agency_id, author_id, type, planned_at, mode)
     values ($1, $2, 'MEETING', $3, $4, 'REVIEW_TAC', '2026-03-24T15:45:00Z', 'IN_PERSON')`,
    label,
  );
});

afterAll(() => program.stop());

describe('my cases', () => {
  it('lists my cases with the child, the stage and who leads, and writes down who was shown', async () => {
    const answer = await (await as(lena)).get<CaseloadPage>('/api/my/cases');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.body).toMatchObject({
      next: null,
      total: 1,
      items: [
        {
          id: episode.id,
          ref: episode.ref,
          state: 'PLAN_ACTIVE',
          part: 'LP',
          children: [{ id: ava.id, name: 'Ava Ames', dateOfBirth: '2016-06-10', stub: false }],
          leadProfessional: { you: true },
        },
      ],
    });
    const [row] = await program.rows<{ child_ids: string[]; channel: string; result_count: number }>(
      `select child_ids, channel, result_count from audit.entry where actor_id = $1 and action = 'caseload.viewed'`,
      [lena.id],
    );
    expect(row).toEqual({ child_ids: [ava.id], channel: 'list', result_count: 1 });
  });

  it('shows a case without the name to a member whose service the family said no to', async () => {
    const answer = await (await as(viv)).get<CaseloadPage>('/api/my/cases');
    expect(answer.body.items).toMatchObject([
      { id: episode.id, children: [{ name: null, dateOfBirth: null }], leadProfessional: null },
    ]);
    expect(answer.text).not.toContain('Ames');
  });

  it('shows a manager the cases of the agency and the CAF team the index', async () => {
    const managers = await (await as(head)).get<CaseloadPage>('/api/my/cases');
    expect(managers.body.items).toMatchObject([{ id: episode.id, part: null }]);
    const index = await (await as(mo)).get<CaseloadPage>('/api/my/cases');
    expect(index.body.items).toMatchObject([{ id: episode.id, children: [{ name: 'Ava Ames' }] }]);
  });

  it('pages by cursor without gaps or repeats and counts on the first page only', async () => {
    const worker = await aWorker(program, await anAgency(program));
    const made = [];
    for (let n = 0; n < 5; n += 1)
      made.push(
        await anEpisode(program, {
          children: [await aChild(program)],
          lead: worker,
          openedOn: `2026-02-0${1 + (n % 2)}`,
        }),
      );
    const client = await as(worker);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page += 1) {
      const address: string = `/api/my/cases?limit=2${after === null ? '' : `&after=${after}`}`;
      const answer = await client.get<CaseloadPage>(address);
      expect(answer.body.total).toBe(page === 0 ? 5 : undefined);
      seen.push(...answer.body.items.map((item) => item.id));
      after = answer.body.next;
      if (after === null) break;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(made.map((one) => one.id)));
  });

  it('filters by part, stage and whether the case is open', async () => {
    const client = await as(lena);
    const ids = async (query: string): Promise<string[]> =>
      (await client.get<CaseloadPage>(`/api/my/cases?${query}`)).body.items.map((item) => item.id);
    expect(await ids('part=LP&state=PLAN_ACTIVE')).toEqual([episode.id]);
    expect(await ids('part=TACM')).toEqual([]);
    expect(await ids('state=ASSESSING')).toEqual([]);
    expect(await ids('open=false')).toEqual([]);
  });

  it('names the field of a bad filter or cursor', async () => {
    const client = await as(lena);
    const state = await client.get('/api/my/cases?state=NOPE');
    expect(state).toMatchObject({
      status: 400,
      body: { fields: { state: ['Choose a stage from the list'] } },
    });
    const after = await client.get('/api/my/cases?after=abc');
    expect(after).toMatchObject({ status: 400, body: { fields: { after: [expect.any(String)] } } });
  });

  it('answers nobody without a session and no role without the right', async () => {
    expect((await program.anyone.get('/api/my/cases')).status).toBe(401);
    const sid = await aWorker(program, await anAgency(program), { role: 'SADM' });
    expect((await (await as(sid)).get('/api/my/cases')).status).toBe(404);
  });

  it('shows nothing to a worker whose training has lapsed, and says so', async () => {
    const worker = await aWorker(program, await anAgency(program));
    await program.rows(`update app.app_user set training_valid_to = '2026-03-15' where id = $1`, [worker.id]);
    const answer = await (await as(worker)).get<{ code: string }>('/api/my/cases');
    expect([answer.status, answer.body.code]).toEqual([403, 'R01_VETTING_TRAINING']);
  });
});

describe('one case opened', () => {
  it('answers what the first view of the page needs, decided for the lead professional', async () => {
    const answer = await (await as(lena)).get<CaseView>(`/api/episodes/${episode.id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: episode.id,
      part: 'LP',
      limited: null,
      children: [{ name: 'Ava Ames', chosenName: 'Ava', school: 'Year 5, Northway Primary' }],
      ownWords: { items: ['I like foxes'] },
      goingWell: { items: ['Starts in the library'], checkedWith: 'Mia' },
      agreement: { state: 'yes', givers: ['Mia Ames'], services: 2, refused: [expect.any(String)] },
      leadProfessional: { you: true, inAgreement: true },
      relatives: [{ name: 'Mia Ames', gaveAgreement: true }],
      nextMeeting: { type: 'REVIEW_TAC' },
    });
    expect(answer.body.tabs).toEqual([
      'summary',
      'family',
      'assessment',
      'plan',
      'meetings',
      'chronology',
      'notes',
      'sharing',
    ]);
    expect(answer.body.actions).toContain('note.write');
    const [row] = await program.rows(
      `select outcome, child_ids from audit.entry where actor_id = $1 and action = 'case.opened' and episode_id = $2`,
      [lena.id, episode.id],
    );
    expect(row).toEqual({ outcome: 'ALLOW', child_ids: [ava.id] });
  });

  it('leaves out what the family did not agree for a service: no row, no tab', async () => {
    const { body, text } = await (await as(hana)).get<CaseView>(`/api/episodes/${episode.id}`);
    expect(body).toMatchObject({ ownWords: null, goingWell: null, nextMeeting: null, part: 'TACM' });
    expect(text).not.toContain('foxes');
    expect(body.tabs).not.toContain('plan');
    expect(body.tabs).not.toContain('meetings');
    expect(body.relatives).toHaveLength(1);
  });

  it('tells a worker how to reach each parent, and a parent their own number alone', async () => {
    const finn = await anAdult(program, { givenNames: 'Finn', familyName: 'Doyle' });
    await relativeOf(program, ava, finn, { kind: 'FATHER', prBasis: 'MARRIED_FATHER' });
    await program.rows(
      `insert into app.contact_point (person_id, kind, value)
       values ($1, 'PHONE', '01632 960301'), ($2, 'PHONE', '01632 960302')`,
      [mia.id, finn.id],
    );
    const phones = async (reader: Pick<Worker, 'email'>): Promise<Record<string, string | null>> => {
      const { body } = await (await as(reader)).get<CaseView>(`/api/episodes/${episode.id}`);
      return Object.fromEntries(body.relatives.map(({ name, phone }) => [name, phone]));
    };
    const both = { 'Mia Ames': '01632 960301', 'Finn Doyle': '01632 960302' };
    expect(await phones(lena)).toEqual(both);
    expect(await phones(await aFamilyAccount(program, mia, 'PAR'))).toEqual({ ...both, 'Finn Doyle': null });
  });

  it('gives the CAF team its index row only', async () => {
    const { body, text } = await (await as(mo)).get<CaseView>(`/api/episodes/${episode.id}`);
    expect(body).toMatchObject({ limited: 'INDEX_ROW', children: [{ name: 'Ava Ames' }], tabs: ['summary'] });
    expect(text).not.toContain('foxes');
    expect(body.relatives).toEqual([]);
  });

  it('answers an outsider exactly as for a random id, and writes the denial down', async () => {
    const outsider = await as(await aWorker(program, await anAgency(program)));
    const real = await outsider.get(`/api/episodes/${episode.id}`);
    const random = await outsider.get(`/api/episodes/${randomUUID()}`);
    const bad = await outsider.get('/api/episodes/not-an-id');
    expect(real.status).toBe(404);
    expect(real.text).toBe(random.text);
    expect(bad.text).toBe(random.text);
    const denials = await program.rows(
      `select 1 from audit.entry where episode_id = $1 and outcome = 'DENY_HIDE'`,
      [episode.id],
    );
    expect(denials.length).toBeGreaterThan(0);
  });

  it('tells a member of a refused service why, and nothing else', async () => {
    const answer = await (await as(viv)).get<{ code: string }>(`/api/episodes/${episode.id}`);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('Ames');
  });

  it('answers nothing when the look cannot be written down', async () => {
    await program.rows(
      `create function audit.full() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`,
    );
    await program.rows(
      `create trigger full_disk before insert on audit.entry for each row execute function audit.full()`,
    );
    try {
      const client = await as(lena);
      for (const address of ['/api/my/cases', `/api/episodes/${episode.id}`]) {
        const answer = await client.get<{ code: string }>(address);
        expect([answer.status, answer.body.code]).toEqual([503, 'UNAUDITED']);
        expect(answer.text).not.toContain('Ava');
        expect(answer.text).not.toContain('disk full');
      }
    } finally {
      await program.rows(`drop trigger full_disk on audit.entry`);
      await program.rows(`drop function audit.full()`);
    }
  });
});

describe('GET /api/workers', () => {
  const found = async (q: string, more = ''): Promise<string[]> => {
    const client = await as(lena);
    const answer = await client.get<{ items: { fullName: string; agencyName: string }[] }>(
      `/api/workers?q=${encodeURIComponent(q)}${more}`,
    );
    expect(answer.status).toBe(200);
    return answer.body.items.map(({ fullName }) => fullName);
  };
  let zoe: Worker;
  let service: Awaited<ReturnType<typeof anAgency>>;

  beforeAll(async () => {
    service = await anAgency(program, { name: 'Quayside Advice & Support' });
    zoe = await aWorker(program, service, { fullName: 'Zoë O’Brien-Ståhl' });
    await aWorker(program, service, { fullName: 'Adam Zander' });
  });

  it('finds people by the beginnings of the words of their name, however they are written', async () => {
    for (const q of ['Zoë', 'zoe', 'obri', 'stahl z', 'ZOE stå', 'o’brien'])
      expect(await found(q)).toEqual([zoe.fullName]);
    expect(await found('oe')).toEqual([]);
    expect(await found('zoe zander')).toEqual([]);
  });

  it('finds the people of a service by its name, in the order of names, each once', async () => {
    expect(await found('quay')).toEqual(['Adam Zander', zoe.fullName]);
    expect(await found('advice supp')).toEqual(['Adam Zander', zoe.fullName]);
    expect(await found('quayside z')).toEqual([]);
    expect(await found('z', `&agencyId=${service.id}`)).toEqual(['Adam Zander', zoe.fullName]);
    expect(await found('', `&agencyId=${service.id}`)).toEqual(['Adam Zander', zoe.fullName]);
  });

  it('takes no sign for a pattern, and ends the page where asked', async () => {
    for (const q of ['%', '_', "'", '\\', ':*', '& |', '!']) expect(await found(q)).toEqual([]);
    expect(await found('', '&limit=1')).toHaveLength(1);
    expect(await found('quay', '&limit=1')).toEqual(['Adam Zander']);
  });

  it('leaves out who is no longer at work', async () => {
    await program.rows(`update app.app_user set status = 'DISABLED' where full_name = 'Adam Zander'`);
    expect(await found('quay')).toEqual([zoe.fullName]);
  });
});
