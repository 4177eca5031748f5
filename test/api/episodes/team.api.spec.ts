import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, aShield, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Offer {
  id: string;
  version: number;
  status: string;
  code?: string;
  detail?: string;
}
interface Team {
  members: { userId: string; kind: string; interim: boolean }[];
  offer: Offer | null;
  history: { kind: string; name: string; until: string | null }[];
  code?: string;
  detail?: string;
}

describe('team and lead professional', () => {
  let program: Program;
  let lena: Worker;
  let hana: Worker;
  let viv: Worker;
  let carl: Worker;
  let asks: Record<'lena' | 'hana' | 'viv' | 'carl', Client>;
  let child: Person;
  let episode: Episode;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-02-02T09:00:00Z');
    lena = await aWorker(program, await anAgency(program, { name: 'Northway Primary' }));
    hana = await aWorker(program, await anAgency(program, { name: 'Community Health' }));
    viv = await aWorker(program, await anAgency(program, { name: 'Havenside Homes' }));
    carl = await aWorker(program, await anAgency(program, { name: 'Not Asked Service' }));
    const [a, b, c, d] = await Promise.all([lena, hana, viv, carl].map((each) => program.as(each.email)));
    asks = { lena: a, hana: b, viv: c, carl: d } as typeof asks;
  });
  afterAll(() => program.stop());

  beforeEach(async () => {
    child = await aChild(program);
    const mia = await anAdult(program);
    await relativeOf(program, child, mia);
    episode = await anEpisode(program, {
      children: [child],
      author: lena,
      state: 'ASSESSED',
      agreedOn: '2026-01-12',
    });
    await anAgreement(program, episode, child, mia, [
      { agency: lena.agency, categories: ORDINARY },
      { agency: hana.agency, categories: ORDINARY },
      { agency: viv.agency, categories: ORDINARY, decision: 'REFUSED' },
    ]);
  });

  const add = (who: Client, worker: Worker) =>
    who.post<Team>(`/api/episodes/${episode.id}/team`, { userId: worker.id, agencyId: worker.agency.id });
  const nominate = (who: Client, worker: Worker) =>
    who.post<Offer>(`/api/episodes/${episode.id}/nominations`, {
      userId: worker.id,
      agencyId: worker.agency.id,
    });
  const answer = (who: Client, offer: Offer, body: Record<string, unknown>) =>
    who.post<Offer>(`/api/nominations/${offer.id}/answer`, { version: offer.version, ...body });

  it('takes in a colleague of a service the family agreed to', async () => {
    const answered = await add(asks.lena, hana);
    expect(answered.status).toBe(201);
    expect(answered.body.members.map((each) => each.userId).sort()).toEqual([lena.id, hana.id].sort());
    expect((await asks.hana.get<Team>(`/api/episodes/${episode.id}/team`)).status).toBe(200);
    expect(
      await program.rows(
        `select action from audit.entry where episode_id = $1 and action = 'team.member-added'`,
        [episode.id],
      ),
    ).toHaveLength(1);
  });

  it('blocks a refused service with its name, and nothing reaches it', async () => {
    const answered = await add(asks.lena, viv);
    expect(answered.status).toBe(422);
    expect(answered.body).toMatchObject({
      code: 'FAMILY_SAID_NO',
      detail: 'The family said no to Havenside Homes',
    });
    expect(
      await program.rows(`select 1 from app.edge where episode_id = $1 and user_id = $2`, [
        episode.id,
        viv.id,
      ]),
    ).toEqual([]);
    expect(await program.rows(`select 1 from app.outbox where recipient_id = $1`, [viv.id])).toEqual([]);
    const offered = await nominate(asks.lena, viv);
    expect(offered.body.code).toBe('FAMILY_SAID_NO');
    const [hidden, random] = await Promise.all([
      asks.viv.get(`/api/episodes/${episode.id}/team`),
      asks.viv.get(`/api/episodes/${randomUUID()}/team`),
    ]);
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(random.text);
  });

  it('does not take in a service nobody asked the family about, nor somebody who does not work there', async () => {
    expect((await add(asks.lena, carl)).body).toMatchObject({ code: 'FAMILY_NOT_ASKED' });
    const wrong = await asks.lena.post(`/api/episodes/${episode.id}/team`, {
      userId: carl.id,
      agencyId: hana.agency.id,
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toMatchObject({ fields: { userId: [expect.stringContaining('colleague')] } });
  });

  it('lets only the author or the lead change the team', async () => {
    await add(asks.lena, hana);
    const answered = await add(asks.hana, carl);
    expect(answered.status).toBe(403);
    expect(answered.body.code).toBe('ONLY_THE_LEAD');
  });

  it('ends a place, after which the colleague finds nothing', async () => {
    await add(asks.lena, hana);
    const ended = await asks.lena.delete<Team>(`/api/episodes/${episode.id}/team/${hana.id}`, {
      'x-encircle-reason': encodeURIComponent('Work with Mia’s family is done'),
    });
    expect(ended.status).toBe(200);
    expect(ended.body.members.map((each) => each.userId)).toEqual([lena.id]);
    expect((await asks.hana.get(`/api/episodes/${episode.id}/team`)).status).toBe(403);
    const rows = await program.rows(
      `select ended_reason from app.edge where episode_id = $1 and user_id = $2`,
      [episode.id, hana.id],
    );
    expect(rows).toEqual([{ ended_reason: 'Work with Mia’s family is done' }]);
  });

  it('asks a colleague to lead, who says yes: the lead changes in one instant', async () => {
    const offer = (await nominate(asks.lena, hana)).body;
    expect(offer.status).toBe('PROPOSED');
    expect((await nominate(asks.lena, lena)).body.code).toBe('OFFER_OPEN');
    const mine = await asks.hana.get<{ items: Offer[] }>('/api/my/nominations');
    expect(mine.body.items.map((each) => each.id)).toContain(offer.id);
    const said = await answer(asks.hana, offer, { answer: 'ACCEPT' });
    expect(said.body.status).toBe('ACCEPTED');
    const team = await asks.hana.get<Team>(`/api/episodes/${episode.id}/team`);
    expect(team.body.members.filter((each) => each.kind === 'LP')).toMatchObject([
      { userId: hana.id, interim: false },
    ]);
    const next = (await nominate(asks.hana, lena)).body;
    await answer(asks.lena, next, { answer: 'ACCEPT' });
    const spans = await program.rows<{ from_at: Date; until_at: Date | number }>(
      `select from_at, until_at from app.edge where episode_id = $1 and kind = 'LP' order by from_at`,
      [episode.id],
    );
    expect(spans).toHaveLength(2);
    expect(spans[0]?.until_at).toEqual(spans[1]?.from_at);
    const { history } = (await asks.lena.get<Team>(`/api/episodes/${episode.id}/team`)).body;
    expect(history).toEqual([
      expect.objectContaining({ kind: 'LED', name: lena.fullName, until: null, how: null }),
      expect.objectContaining({ kind: 'LED', name: hana.fullName, how: 'HANDED_OVER' }),
    ]);
  });

  it('needs a reason for a no, and lets somebody else be asked then', async () => {
    const offer = (await nominate(asks.lena, hana)).body;
    const silent = await answer(asks.hana, offer, { answer: 'DECLINE' });
    expect(silent.body).toMatchObject({ fields: { reason: [expect.stringContaining('why')] } });
    const said = await answer(asks.hana, offer, { answer: 'DECLINE', reason: 'On leave from next week.' });
    expect(said.body).toMatchObject({ status: 'DECLINED', declineReason: 'On leave from next week.' });
    expect((await answer(asks.hana, offer, { answer: 'ACCEPT' })).status).toBe(409);
    expect((await nominate(asks.lena, lena)).status).toBe(201);
    const { history } = (await asks.lena.get<Team>(`/api/episodes/${episode.id}/team`)).body;
    expect(history).toMatchObject([
      { kind: 'DECLINED', name: hana.fullName, reason: 'On leave from next week.' },
    ]);
    // The index of the CAF team names who leads, and nobody who did or would not.
    const rosa = await program.as((await aWorker(program, await anAgency(program), { role: 'CAFC' })).email);
    const index = (await rosa.get<Team>(`/api/episodes/${episode.id}/team`)).body;
    expect(index).toMatchObject({ history: [], mayChange: false, mayAsk: true });
  });

  it('lets nobody answer for somebody else, and hides the offer from strangers', async () => {
    const offer = (await nominate(asks.lena, hana)).body;
    expect((await answer(asks.lena, offer, { answer: 'ACCEPT' })).body.code).toBe('NOT_YOUR_OFFER');
    const hidden = await answer(asks.carl, offer, { answer: 'ACCEPT' });
    const random = await answer(asks.carl, { ...offer, id: randomUUID() }, { answer: 'ACCEPT' });
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(random.text);
    const taken = await answer(asks.lena, offer, { answer: 'TAKE_BACK' });
    expect(taken.body.status).toBe('TAKEN_BACK');
  });

  it('does not take a yes after the family said no', async () => {
    const offer = (await nominate(asks.lena, hana)).body;
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', until_at = greatest(from_at, '2026-02-01'), ended_at = '2026-02-01'
       where episode_id = $1 and recipient_agency_id = $2`,
      [episode.id, hana.agency.id],
    );
    const said = await answer(asks.hana, offer, { answer: 'ACCEPT' });
    expect(said.status).toBe(409);
    expect(said.body.code).toBe('OFFER_OVER');
  });

  it('asks nobody, lets nobody in and takes no yes from whom a shield or a block keeps out, and does not say why', async () => {
    const offer = (await nominate(asks.lena, hana)).body;
    await aShield(program, child, [lena]);
    const late = await answer(asks.hana, offer, { answer: 'ACCEPT' });
    expect([late.status, late.body.code]).toEqual([409, 'OFFER_OVER']);
    expect((await answer(asks.lena, offer, { answer: 'TAKE_BACK' })).body.status).toBe('TAKEN_BACK');
    const refused = { status: 400, body: { fields: { userId: ['Choose another colleague for this one'] } } };
    expect(await nominate(asks.lena, hana)).toMatchObject(refused);
    expect(await add(asks.lena, hana)).toMatchObject(refused);
    // Once she is on its list she may be asked; a block keeps her out whatever list she is on.
    await program.rows(
      `insert into app.shield_member (shield_id, user_id, from_at)
       select id, $2, '2026-01-01T00:00:00Z' from app.shield where person_id = $1`,
      [child.id, hana.id],
    );
    const again = await nominate(asks.lena, hana);
    expect(again.status).toBe(201);
    await answer(asks.lena, again.body, { answer: 'TAKE_BACK' });
    await program.rows(
      `insert into app.conflict_block (user_id, person_id, reason, from_at) values ($1, $2, 'OTHER', '2026-01-01T00:00:00Z')`,
      [hana.id, child.id],
    );
    expect(await nominate(asks.lena, hana)).toMatchObject(refused);
    expect(
      await program.rows(`select 1 from app.edge where episode_id = $1 and user_id = $2`, [
        episode.id,
        hana.id,
      ]),
    ).toEqual([]);
  });

  describe('when somebody leaves', () => {
    interface Page {
      items: { episodeId: string; ref: string; places: string[] }[];
      next: string | null;
    }
    interface Done {
      items: { episodeId: string; answer: string }[];
      fields: Record<string, string[]>;
    }
    let zoe: Worker;
    let max: Worker;
    let head: Client;
    let otherHead: Client;

    beforeAll(async () => {
      const agency = await anAgency(program, { name: 'Southway Primary' });
      zoe = await aWorker(program, agency);
      max = await aWorker(program, agency);
      head = await program.as((await aWorker(program, agency, { role: 'AMGR' })).email);
      otherHead = await program.as((await aWorker(program, hana.agency, { role: 'AMGR' })).email);
    });

    const hers = async (): Promise<Episode> =>
      anEpisode(program, { children: [await aChild(program)], author: zoe, lead: zoe, state: 'PLAN_ACTIVE' });
    const pages = async (client: Client): Promise<Page['items']> => {
      const items: Page['items'] = [];
      let after = '';
      do {
        const { body } = await client.get<Page>(
          `/api/leavers/${zoe.id}/cases?limit=2${after && `&after=${after}`}`,
        );
        items.push(...body.items);
        after = body.next ?? '';
      } while (after);
      return items;
    };
    const handOver = (client: Client, episodeIds: string[], over: Record<string, unknown> = {}) =>
      client.post<Done>(`/api/leavers/${zoe.id}/handover`, {
        toUserId: max.id,
        episodeIds,
        checkOnly: false,
        ...over,
      });
    const liveOf = (id: string) =>
      program.rows<{ user_id: string; kind: string; interim: boolean }>(
        `select user_id, kind, interim from app.edge where episode_id = $1 and until_at = 'infinity' order by kind`,
        [id],
      );

    it('a colleague takes over many cases at once, each checked first, and one that cannot go keeps its worker', async () => {
      const made = [await hers(), await hers(), await hers(), await hers(), await hers()];
      const listed = await pages(head);
      expect(listed.map((each) => each.episodeId).sort()).toEqual(made.map((each) => each.id).sort());
      expect(listed[0]?.places).toEqual(['AUTHOR', 'LP']);
      const blocked = made[0] as Episode;
      await program.rows(
        `insert into app.conflict_block (person_id, user_id, reason) select person_id, $2, 'A neighbour' from app.episode_subject
         where episode_id = $1`,
        [blocked.id, max.id],
      );
      const ids = [...made.map((each) => each.id), randomUUID()];
      const checked = await handOver(head, ids, { checkOnly: true });
      const answers = (done: Done) => done.items.map((each) => each.answer).sort();
      expect(answers(checked.body)).toEqual(['FINE', 'FINE', 'FINE', 'FINE', 'NOT_THERE', 'OTHER']);
      expect(await pages(head)).toHaveLength(5);
      const moved = await handOver(head, ids);
      expect(answers(moved.body)).toEqual(['MOVED', 'MOVED', 'MOVED', 'MOVED', 'NOT_THERE', 'OTHER']);
      expect((await pages(head)).map((each) => each.episodeId)).toEqual([blocked.id]);
      expect(await liveOf((made[1] as Episode).id)).toEqual([
        { user_id: max.id, kind: 'AUTHOR', interim: false },
        { user_id: max.id, kind: 'LP', interim: true },
      ]);
      expect((await liveOf(blocked.id)).map((each) => each.user_id)).toEqual([zoe.id, zoe.id]);
      // Who has gone reads nothing of it any more; who came does.
      const [gone, come] = [await program.as(zoe.email), await program.as(max.email)];
      expect((await come.get(`/api/episodes/${(made[1] as Episode).id}/next-moves`)).status).toBe(200);
      expect(
        (await gone.post(`/api/episodes/${(made[1] as Episode).id}/moves`, { transition: 'T09', version: 1 }))
          .status,
      ).not.toBe(201);
      const trail = await program.rows(
        `select 1 from audit.entry where action = 'lead.handed-over' and episode_id = any ($1)`,
        [made.map((each) => each.id)],
      );
      expect(trail).toHaveLength(4);
      // A second answer to the same list finds nothing left to move.
      expect(answers((await handOver(head, [(made[1] as Episode).id])).body)).toEqual(['NOT_THERE']);
    });

    it('is for the manager of that service: to others, and for a colleague elsewhere, there is nothing', async () => {
      const kept = await hers();
      for (const client of [otherHead, asks.lena]) {
        const [seen, random] = [
          await client.get(`/api/leavers/${zoe.id}/cases`),
          await client.get(`/api/leavers/${randomUUID()}/cases`),
        ];
        expect([seen.status, seen.text]).toEqual([404, random.text]);
        expect((await handOver(client, [kept.id])).status).toBe(404);
      }
      const away = await handOver(head, [kept.id], { toUserId: lena.id });
      expect([away.status, away.body.fields]).toEqual([
        400,
        { toUserId: ['Choose a colleague of your own service'] },
      ]);
      const none = await handOver(head, []);
      expect(none.body.fields).toEqual({ episodeIds: ['Choose at least one case'] });
      expect((await liveOf(kept.id)).map((each) => each.user_id)).toEqual([zoe.id, zoe.id]);
    });
  });
});
