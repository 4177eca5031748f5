import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
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
  });

  it('needs a reason for a no, and lets somebody else be asked then', async () => {
    const offer = (await nominate(asks.lena, hana)).body;
    const silent = await answer(asks.hana, offer, { answer: 'DECLINE' });
    expect(silent.body).toMatchObject({ fields: { reason: [expect.stringContaining('why')] } });
    const said = await answer(asks.hana, offer, { answer: 'DECLINE', reason: 'On leave from next week.' });
    expect(said.body).toMatchObject({ status: 'DECLINED', declineReason: 'On leave from next week.' });
    expect((await answer(asks.hana, offer, { answer: 'ACCEPT' })).status).toBe(409);
    expect((await nominate(asks.lena, lena)).status).toBe(201);
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
});
