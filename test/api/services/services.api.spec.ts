import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ServiceList,
  ServiceRequestList,
  ServiceRequestView,
  ServiceView,
} from '@encircle/shared/services';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { theAgreementOfMia, theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import type { Worker } from '../../factories/people.js';

type Said<T> = T & { code?: string; fields?: Record<string, string[]> };

const WORDS = 'Ava would like an hour with other children on Mondays. Could you offer that?';

describe('the directory of services', () => {
  let program: Program;
  let world: WorldOfAva;
  let lena: Client;
  let mo: Client;
  const clientOf = (who: Worker): Promise<Client> => program.as(who.email);

  beforeAll(async () => {
    program = await Program.start();
    world = await theWorldOfAva(program);
    await theAgreementOfMia(program, world);
    [lena, mo] = await Promise.all([clientOf(world.lena), clientOf(world.mo)]);
  });
  afterAll(() => program.stop());

  const club = (over: object = {}) => ({
    agencyId: world.agencies.locality.id,
    contactId: world.yusuf.id,
    name: 'Monday club',
    what: 'Games and tea for children who find mornings hard.',
    ageFrom: 5,
    ageTo: 11,
    levels: [1, 2],
    topics: ['SCHOOL_ATTENDANCE'],
    how: 'Ask here, or ring before noon.',
    ...over,
  });
  const keep = (over: object = {}, by = mo): Promise<Answer<Said<ServiceView>>> =>
    by.post<Said<ServiceView>>('/api/services', club(over));
  const found = async (query: string, by = lena): Promise<string[]> =>
    (await by.get<ServiceList>(`/api/services?${query}`)).body.items.map(({ name }) => name);

  it.each([
    ['no name', { name: '' }, 'name'],
    ['ages the wrong way round', { ageTo: 4 }, 'ageTo'],
    ['no level', { levels: [] }, 'levels'],
    ['a level there is not', { levels: [5] }, 'levels'],
    ['nobody’s service', { agencyId: randomUUID() }, 'agencyId,contactId'],
    ['a contact who works elsewhere', { contactId: '' }, 'contactId'],
  ])('%s is refused and names the field', async (_, over, fields) => {
    const refused = await keep(over);
    expect([refused.status, Object.keys(refused.body.fields ?? {}).join()]).toEqual([400, fields]);
  });

  it('is kept by the CAF team, who say when they last checked; a second of a name is refused', async () => {
    const kept = await keep();
    expect([kept.status, kept.body.checkedOn, kept.body.checkedBy]).toEqual([201, '2026-03-16', 'Mo Reed']);
    expect((await keep()).body.code).toBe('IN_DIRECTORY');
    for (const who of [world.lena, world.okoro, world.sid])
      expect((await keep({ name: 'Another' }, await clientOf(who))).status).toBe(404);
    await keep({
      name: 'Quiet room',
      what: 'One adult, one child, no hurry.',
      ageFrom: 3,
      ageTo: 7,
      levels: [3],
      topics: [],
    });
    await keep({
      name: 'Listening place',
      agencyId: world.agencies.camhs.id,
      contactId: world.carl.id,
      ageTo: 18,
    });
  });

  it('is looked up by words, age, level and what it helps with, and pages by name', async () => {
    expect(await found('')).toEqual(['Listening place', 'Monday club', 'Quiet room']);
    expect(await found('q=no+hurry')).toEqual(['Quiet room']);
    expect(await found('age=12')).toEqual(['Listening place']);
    expect(await found('level=3')).toEqual(['Quiet room']);
    expect(await found('topic=SCHOOL_ATTENDANCE&age=4')).toEqual([]);
    const first = (await lena.get<ServiceList>('/api/services?limit=2')).body;
    expect(await found(`limit=2&after=${first.next}`)).toEqual(['Quiet room']);
    expect((await lena.get('/api/services?age=old')).status).toBe(400);
    expect((await (await clientOf(world.sid)).get('/api/services')).status).toBe(404);
  });

  it('a change says what somebody else saved first, and ends what is there no more', async () => {
    const [{ id, version }] = (await lena.get<ServiceList>('/api/services?q=quiet')).body.items as [
      ServiceView,
    ];
    const over = {
      name: 'Quiet room',
      what: 'One adult, one child, all the time there is.',
      ageFrom: 3,
      ageTo: 7,
      version,
    };
    const path = `/api/services/${id}`;
    expect((await mo.put<ServiceView>(path, club(over))).body.what).toContain('all the time');
    expect((await mo.put(path, club(over))).status).toBe(409);
    expect((await mo.put(path, club({ ...over, version: version + 1, ended: true }))).status).toBe(200);
    expect(await found('q=quiet')).toEqual([]);
  });

  describe('asking one of them to join', () => {
    const idOf = async (name: string): Promise<string> =>
      (await lena.get<ServiceList>(`/api/services?q=${name}`)).body.items[0]?.id ?? '';
    const ask = async (
      name: string,
      over: object = {},
      by = lena,
    ): Promise<Answer<Said<ServiceRequestView>>> =>
      by.post<Said<ServiceRequestView>>(`/api/episodes/${world.e1.id}/service-requests`, {
        serviceId: await idOf(name),
        childId: world.ava.id,
        words: WORDS,
        ...over,
      });
    const toMe = async (by: Client) =>
      (await by.get<ServiceRequestList>('/api/my/service-requests')).body.items;
    const answer = (by: Client, id: string, body: object) =>
      by.post<Said<ServiceRequestView>>(`/api/service-requests/${id}/answer`, body);

    it('needs the family’s yes to that service, and never goes to a specialist', async () => {
      await program.rows(`update app.agency set sensitive_class = 'SENS_MH' where id = $1`, [
        world.agencies.camhs.id,
      ]);
      expect((await ask('Listening')).body.code).toBe('ASK_BY_BROKERED_CONTACT');
      await keep({ name: 'Home help', agencyId: world.agencies.havenside.id, contactId: world.viv.id });
      await keep({ name: 'Surgery hour', agencyId: world.agencies.surgery.id, contactId: world.wes.id });
      await keep({ name: 'Leaflets', contactId: undefined });
      expect((await ask('Home')).body.code).toBe('FAMILY_SAID_NO');
      expect((await ask('Surgery')).body.code).toBe('FAMILY_NOT_ASKED');
      expect(Object.keys((await ask('Leaflets')).body.fields ?? {})).toEqual(['serviceId']);
      expect(Object.keys((await ask('Nowhere', { serviceId: randomUUID() })).body.fields ?? {})).toEqual([
        'serviceId',
      ]);
      expect(Object.keys((await ask('Monday', { childId: randomUUID() })).body.fields ?? {})).toEqual([
        'childId',
      ]);
      expect(Object.keys((await ask('Monday', { words: 'Please' })).body.fields ?? {})).toEqual(['words']);
      expect(await program.rows('select 1 from app.service_request')).toEqual([]);
    });

    it('goes from whoever leads to the worker who answers, and to nobody else', async () => {
      await anAgreement(
        program,
        world.e1,
        world.ava,
        world.mia,
        [{ agency: world.agencies.surgery, categories: ORDINARY }],
        { givenOn: '2026-03-16', recordedBy: world.lena },
      );
      for (const who of [world.hana, world.colleague, world.viv, world.mo])
        expect([403, 404]).toContain((await ask('Surgery', {}, await clientOf(who))).status);
      const asked = await ask('Surgery');
      expect([asked.status, asked.body.worker, asked.body.childName, asked.body.answerBy]).toEqual([
        201,
        'Wes Tan',
        'Ava',
        '2026-03-23',
      ]);
      expect((await ask('Surgery')).body.code).toBe('ASKED_ALREADY');
      const wes = await clientOf(world.wes);
      expect(await toMe(wes)).toEqual([
        expect.objectContaining({ words: WORDS, mine: true, state: 'WAITING' }),
      ]);
      expect((await wes.get(`/api/episodes/${world.e1.id}`)).status).toBe(404);
      for (const who of [world.viv, world.colleague, world.dee, world.mo, world.ruth]) {
        const client = await clientOf(who);
        const [there, nowhere] = await Promise.all(
          [asked.body.id, randomUUID()].map((id) => client.get(`/api/service-requests/${id}`)),
        );
        expect([there?.status, there?.text]).toEqual([nowhere?.status, nowhere?.text]);
        expect((await client.get('/api/my/service-requests')).text).not.toContain('Mondays');
      }
      const told = await program.rows(
        `select recipient_id as id, payload from app.outbox where topic = 'service.asked'`,
      );
      expect(told).toEqual([{ id: world.wes.id, payload: { requestId: asked.body.id } }]);
    });

    it('is there for whoever is asked only while the family agrees', async () => {
      const wes = await clientOf(world.wes);
      const [{ id, version }] = (await toMe(wes)) as [ServiceRequestView];
      const line = `recipient_agency_id = $1 and category = 'INVOLVE'`;
      await program.rows(`update app.consent_line set until_at = sec.now() where ${line}`, [
        world.agencies.surgery.id,
      ]);
      expect(await toMe(wes)).toEqual([]);
      expect((await answer(wes, id, { answer: 'ACCEPT', version })).status).toBe(404);
      await program.rows(`update app.consent_line set until_at = '2027-03-16' where ${line}`, [
        world.agencies.surgery.id,
      ]);
      expect(await toMe(wes)).toHaveLength(1);
    });

    it('a yes is a place on the team as the agreement allows; it is given once', async () => {
      const wes = await clientOf(world.wes);
      const [{ id, version }] = (await toMe(wes)) as [ServiceRequestView];
      expect((await answer(lena, id, { answer: 'ACCEPT', version })).status).toBe(403);
      expect((await answer(wes, id, { answer: 'ACCEPT', version: version + 1 })).status).toBe(409);
      const yes = await answer(wes, id, { answer: 'ACCEPT', version });
      expect([yes.status, yes.body.state]).toEqual([201, 'ACCEPTED']);
      expect((await answer(wes, id, { answer: 'ACCEPT', version })).status).toBe(409);
      expect((await wes.get(`/api/episodes/${world.e1.id}`)).status).toBe(200);
      const team = await lena.get<{ members: { userId: string }[] }>(`/api/episodes/${world.e1.id}/team`);
      expect(team.body.members.filter(({ userId }) => userId === world.wes.id)).toHaveLength(1);
    });

    it('a no says why to whoever leads, and is no longer the other’s to read; a question can be taken back', async () => {
      const yusuf = await clientOf(world.yusuf);
      const first = (await ask('Monday')).body;
      const { id, version } = first;
      const bare = await answer(yusuf, id, { answer: 'DECLINE', version });
      expect([bare.status, Object.keys(bare.body.fields ?? {})]).toEqual([400, ['reason']]);
      const reason = 'Full until the summer, sorry.';
      expect((await answer(yusuf, id, { answer: 'DECLINE', version, reason })).body.state).toBe('DECLINED');
      const list = (await lena.get<ServiceRequestList>(`/api/episodes/${world.e1.id}/service-requests`)).body
        .items;
      expect(list.map(({ state }) => state)).toEqual(['DECLINED', 'ACCEPTED']);
      expect(list[0]?.reason).toBe(reason);
      const second = (await ask('Monday')).body;
      expect((await answer(yusuf, second.id, { answer: 'TAKE_BACK', version: 1 })).status).toBe(403);
      expect((await answer(lena, second.id, { answer: 'TAKE_BACK', version: 1 })).body.state).toBe(
        'TAKEN_BACK',
      );
      expect(await toMe(yusuf)).toEqual([]);
    });

    it('every step is in the log of the case', async () => {
      const actions = await program.rows<{ action: string }>(
        `select distinct action from audit.entry where episode_id = $1 and action like 'service%' and outcome = 'ALLOW' order by action`,
        [world.e1.id],
      );
      expect(actions.map(({ action }) => action)).toEqual([
        'service-request.answered',
        'service-requests.listed',
        'service.asked',
      ]);
    });
  });
});
