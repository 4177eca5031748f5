import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecipientsView } from '@encircle/shared/consents';
import { ORDINARY_CATEGORIES } from '@encircle/shared/policy';
import { Program, type Client } from '../../kit/program.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { theAgreementOfMia, theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import type { Worker } from '../../factories/people.js';

type Item = RecipientsView['items'][number];

/** The traffic light of capability C6: what may be shared with whom, put together from the policy's answers. */
describe('what may be shared with whom', () => {
  let program: Program;
  let world: WorldOfAva;
  let lena: Client;
  const path = () => `/api/episodes/${world.e1.id}/recipients`;
  const lights = async (by: Client, query = ''): Promise<Item[]> =>
    (await by.get<RecipientsView>(`${path()}${query}`)).body.items;
  const of = (items: Item[], who: Worker): Item | undefined => items.find(({ userId }) => userId === who.id);

  beforeAll(async () => {
    program = await Program.start();
    world = await theWorldOfAva(program);
    await theAgreementOfMia(program, world);
    lena = await program.as(world.lena.email);
  });
  afterAll(() => program.stop());

  it('one light for each colleague but oneself, with the last day', async () => {
    const items = await lights(lena);
    expect(items.map(({ userId }) => userId).sort()).toEqual(
      [world.hana.id, world.yusuf.id, world.carl.id].sort(),
    );
    expect(of(items, world.hana)).toEqual({
      userId: world.hana.id,
      agencyId: world.agencies.health.id,
      subjectId: world.ava.id,
      subject: 'Ava',
      state: 'yes',
      why: null,
      may: [...ORDINARY_CATEGORIES],
      mayNot: [],
      until: '2027-01-11',
    });
  });

  it('says of each kind what the colleague’s own page says', async () => {
    const asks = { hana: await program.as(world.hana.email), yusuf: await program.as(world.yusuf.email) };
    for (const key of ['hana', 'yusuf'] as const) {
      const light = of(await lights(lena), world[key]);
      const reads: string[] = [];
      for (const category of ORDINARY_CATEGORIES) {
        const page = await asks[key].get(`/api/episodes/${world.e1.id}/content?category=${category}`);
        if (page.status === 200) reads.push(category);
      }
      expect([key, light?.may]).toEqual([key, reads]);
    }
  });

  it('somebody outside the team: refused, not asked, by whoever may ask the family only', async () => {
    const { havenside, police } = world.agencies;
    expect(await lights(lena, `?agencyId=${havenside.id}&userId=${world.viv.id}`)).toEqual([
      expect.objectContaining({ state: 'said-no', why: 'REFUSED', may: [], userId: world.viv.id }),
    ]);
    expect(await lights(lena, `?agencyId=${police.id}`)).toEqual([
      expect.objectContaining({ state: 'ask', why: 'NOT_ASKED', userId: null }),
    ]);
    const hana = await program.as(world.hana.email);
    expect((await hana.get(`${path()}?agencyId=${police.id}`)).status).toBe(403);
  });

  it('a part, and soon over', async () => {
    await anAgreement(program, world.e1, world.ava, world.mia, [
      { agency: world.agencies.surgery, categories: ['PLAN', 'INVOLVE'] },
    ]);
    const [part] = await lights(lena, `?agencyId=${world.agencies.surgery.id}`);
    expect(part).toMatchObject({ state: 'part', may: ['INVOLVE', 'PLAN'] });
    expect(part?.mayNot).toEqual(ORDINARY.filter((kind) => !['PLAN', 'INVOLVE'].includes(kind)));
    await program.setNow('2026-12-20T09:00:00Z');
    const [soon] = await lights(lena, `?agencyId=${world.agencies.surgery.id}`);
    expect(soon).toMatchObject({ state: 'lapses', until: '2027-01-11' });
    await program.setNow('2026-03-16T09:00:00Z');
  });

  it('a withdrawal turns the light at once', async () => {
    const taken = await lena.post(`/api/episodes/${world.e1.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      scope: 'SERVICE',
      recipientId: world.agencies.locality.id,
      how: 'PHONE',
    });
    expect(taken.status).toBe(200);
    const [light] = await lights(lena, `?agencyId=${world.agencies.locality.id}`);
    expect(light).toMatchObject({ state: 'stop', why: 'WITHDRAWN', may: [] });
  });

  it.each([
    ['no service', '?agencyId=nobody', 'agencyId'],
    ['a colleague without a service', `?userId=${randomUUID()}`, 'agencyId'],
  ])('%s is refused and names the field', async (_, query, field) => {
    const answer = await lena.get<{ fields: object }>(`${path()}${query}`);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
  });

  it('an outsider, a refused service and an administrator get the answer of no case', async () => {
    for (const who of [world.wes, world.viv, world.sid]) {
      const client = await program.as(who.email);
      const [there, nowhere] = await Promise.all([
        client.get(path()),
        client.get(`/api/episodes/${randomUUID()}/recipients`),
      ]);
      expect([there.status, there.text]).toEqual([404, nowhere.text]);
    }
  });
});
