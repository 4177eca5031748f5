import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EPISODE_STATES } from '@encircle/shared/codes';
import { Program, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { aShield, anEpisode, onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Referral {
  childNamed: string | null;
  id: string;
  version: number;
  status: string;
  code: string;
  fields: Record<string, string[]>;
}

describe('safeguarding referrals (rule ALWAYS)', () => {
  let program: Program;
  let lena: Worker;
  let other: Worker;
  let asks: {
    lena: Client;
    manager: Client;
    other: Client;
    otherManager: Client;
    mash: Client;
    cafc: Client;
  };

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-03-16T09:00:00Z');
    const school = await anAgency(program);
    const elsewhere = await anAgency(program);
    const council = await anAgency(program);
    lena = await aWorker(program, school);
    other = await aWorker(program, elsewhere);
    const all = [
      lena,
      await aWorker(program, school, { role: 'AMGR' }),
      other,
      await aWorker(program, elsewhere, { role: 'AMGR' }),
      await aWorker(program, council, { role: 'MASH' }),
      await aWorker(program, council, { role: 'CAFC' }),
    ];
    const [a, b, c, d, e, f] = await Promise.all(all.map((each) => program.as(each.email)));
    asks = { lena: a, manager: b, other: c, otherManager: d, mash: e, cafc: f } as typeof asks;
  });
  afterAll(() => program.stop());

  const send = (who: Client, body: object = {}) =>
    who.post<Referral & { toFinish: string[] }>('/api/safeguarding-referrals', body);
  const stateOf = async (id: string) =>
    (
      await program.rows<{ state: string; state_before: string | null }>(
        `select state, state_before from app.episode where id = $1`,
        [id],
      )
    )[0];
  const anOpenCase = async (state = 'PLAN_ACTIVE') =>
    anEpisode(program, {
      children: [await aChild(program)],
      author: lena,
      state,
      ...(state === 'CLOSED' ? { closedOn: '2026-02-02', closureReason: 'NEEDS_MET' } : {}),
    });

  it.each(EPISODE_STATES.rows.map((row) => row.code))('can be sent from %s', async (state) => {
    const episode = await anOpenCase(state);
    const sent = await send(asks.lena, { episodeId: episode.id });
    expect(sent.status).toBe(201);
    const over = [
      'CLOSED',
      'REJECTED',
      'MERGED',
      'ARCHIVED',
      'DISPOSED',
      'STEP_UP_PENDING',
      'PAUSED_STATUTORY',
    ];
    expect((await stateOf(episode.id))?.state).toBe(over.includes(state) ? state : 'STEP_UP_PENDING');
    expect(await program.rows(`select 1 from app.referral where id = $1`, [sent.body.id])).toHaveLength(1);
  });

  it('needs no field at all, and says what to finish', async () => {
    const sent = await send(asks.other);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      status: 'SENT',
      answerDueOn: '2026-03-17',
      toFinish: ['Who the child is', 'What you saw or heard', 'Whether the family was told'],
    });
    const finished = await asks.other.patch<Referral>(`/api/safeguarding-referrals/${sent.body.id}`, {
      version: 1,
      childNamed: 'Ava, about 9, at Northway',
      facts: 'Bruises on both arms.',
      familyTold: 'NO',
      notToldReason: 'Might make it worse.',
    });
    expect(finished.body).toMatchObject({ version: 2, childNamed: 'Ava, about 9, at Northway' });
    expect(
      await program.rows(`select 1 from app.referral where id = $1 and completed_at is not null`, [
        sent.body.id,
      ]),
    ).toHaveLength(1);
  });

  it('can be sent by a worker whose training has run out', async () => {
    const late = await aWorker(program, await anAgency(program), { vettingValidTo: '2025-01-01' });
    const client = await program.as(late.email);
    expect((await client.get('/api/safeguarding-referrals')).status).toBe(403);
    expect((await send(client, { facts: 'A child shouted for help.' })).status).toBe(201);
  });

  it('answers the same whether or not a record exists, and leaves that record alone', async () => {
    const episode = await anOpenCase();
    const [real, random] = [
      await send(asks.other, { episodeId: episode.id }),
      await send(asks.other, { episodeId: randomUUID() }),
    ];
    const shape = (body: object): object => ({ ...body, id: 0, sentAt: 0 });
    expect(shape(real.body)).toEqual(shape(random.body));
    expect((await stateOf(episode.id))?.state).toBe('PLAN_ACTIVE');
    expect(await program.rows(`select episode_id from app.referral where id = $1`, [real.body.id])).toEqual([
      { episode_id: null },
    ]);
  });

  it('does not betray a shielded child to a colleague who is not on the list', async () => {
    const child = await aChild(program);
    const episode = await anEpisode(program, { children: [child], author: lena });
    await onTheCase(program, episode.id, other, 'TACM');
    await aShield(program, child, [lena]);
    await send(asks.other, { episodeId: episode.id });
    expect((await stateOf(episode.id))?.state).toBe('PLAN_ACTIVE');
  });

  it('is seen by its author, the author’s own manager, the CAF team and the front door, and by nobody else', async () => {
    const sent = await send(asks.lena, { facts: 'Seen alone at night.' });
    const statuses = await Promise.all(
      (['lena', 'manager', 'cafc', 'mash', 'other', 'otherManager'] as const).map(
        async (who) => (await asks[who].get(`/api/safeguarding-referrals/${sent.body.id}`)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 404, 404]);
    const mine = await asks.otherManager.get<{ items: Referral[] }>('/api/safeguarding-referrals?limit=100');
    expect(mine.body.items.map((each) => each.id)).not.toContain(sent.body.id);
    const random = await asks.other.get(`/api/safeguarding-referrals/${randomUUID()}`);
    expect((await asks.other.get(`/api/safeguarding-referrals/${sent.body.id}`)).text).toBe(random.text);
  });

  it('names the child to the hub where its sender knows the record, and only there', async () => {
    const child = await aChild(program, { givenNames: 'Rowan', familyName: 'Ashby' });
    const { id } = await anEpisode(program, { children: [child], author: lena, state: 'PLAN_ACTIVE' });
    const [known, unknown] = [
      await send(asks.lena, { episodeId: id }),
      await send(asks.other, { episodeId: id }),
    ];
    const page = await asks.mash.get<{ items: Referral[] }>('/api/safeguarding-referrals?limit=2');
    const named = new Map(page.body.items.map((row) => [row.id, row.childNamed]));
    expect([named.get(known.body.id), named.get(unknown.body.id)]).toEqual(['Rowan Ashby', null]);
  });

  it('pages without a gap or a double', async () => {
    for (let n = 0; n < 5; n += 1) await send(asks.lena, { facts: `Number ${n}` });
    const seen: string[] = [];
    let after = '';
    do {
      const page: { body: { items: Referral[]; next: string | null } } = await asks.mash.get(
        `/api/safeguarding-referrals?limit=3${after ? `&after=${after}` : ''}`,
      );
      seen.push(...page.body.items.map((each) => each.id));
      after = page.body.next ?? '';
    } while (after);
    const [all] = await program.rows<{ count: number }>(`select count(*) from app.referral`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(Number(all?.count));
    expect((await asks.mash.get('/api/safeguarding-referrals?after=nonsense')).status).toBe(400);
  });

  it('accepted pauses the case; not accepted goes back to where it was', async () => {
    const episode = await anOpenCase('ASSESSED');
    const sent = await send(asks.lena, { episodeId: episode.id });
    expect(await stateOf(episode.id)).toEqual({ state: 'STEP_UP_PENDING', state_before: 'ASSESSED' });
    const path = `/api/safeguarding-referrals/${sent.body.id}/decision`;
    const bare = await asks.mash.post<Referral>(path, { decision: 'NOT_ACCEPTED', version: 1 });
    expect(Object.keys(bare.body.fields).sort()).toEqual(['reason', 'teamTold']);
    const back = await asks.mash.post<Referral>(path, {
      decision: 'NOT_ACCEPTED',
      version: 1,
      reason: 'Below threshold.',
      teamTold: true,
    });
    expect(back.body.status).toBe('NOT_ACCEPTED');
    expect(await stateOf(episode.id)).toEqual({ state: 'ASSESSED', state_before: null });
    expect(
      (
        await asks.mash.post<Referral>(path, {
          decision: 'ACCEPTED',
          version: 2,
          acceptanceRef: 'X',
          leadSocialWorker: 'Y',
        })
      ).body.code,
    ).toBe('DECIDED_ALREADY');
    const again = await send(asks.lena, { episodeId: episode.id });
    const accepted = await asks.mash.post<Referral>(`/api/safeguarding-referrals/${again.body.id}/decision`, {
      decision: 'ACCEPTED',
      version: 1,
      acceptanceRef: 'SC-1',
      leadSocialWorker: 'Noor Aziz',
    });
    expect(accepted.body.status).toBe('ACCEPTED');
    expect((await stateOf(episode.id))?.state).toBe('PAUSED_STATUTORY');
    expect((await asks.lena.post(path, { decision: 'ACCEPTED', version: 1 })).status).toBe(404);
  });

  it('is tied to the record there is by the front door, and then moves it', async () => {
    const episode = await anOpenCase();
    await program.rows(`update app.episode set ref = 'CAF-2026-000123' where id = $1`, [episode.id]);
    const sent = await send(asks.other, { childNamed: 'Ava Ames' });
    const path = `/api/safeguarding-referrals/${sent.body.id}/link`;
    expect(
      (await asks.other.post<Referral>(path, { ref: 'CAF-2026-000123', version: 1 })).body.fields,
    ).toEqual({
      ref: ['There is no record with this reference'],
    });
    expect((await asks.mash.post<Referral>(path, { ref: 'caf 2026 000123', version: 1 })).status).toBe(201);
    expect((await stateOf(episode.id))?.state).toBe('STEP_UP_PENDING');
  });

  it('is written down, whoever sends it', async () => {
    const sent = await send(asks.other, { facts: 'Words' });
    const rows = await program.rows<{ categories: string[]; basis: string[] }>(
      `select categories, basis from audit.entry where action = 'referral.sent' and actor_id = $1 order by id desc limit 1`,
      [other.id],
    );
    expect(sent.status).toBe(201);
    expect(rows).toEqual([{ categories: ['SAFE'], basis: ['ALWAYS'] }]);
  });

  it('is challenged by who sent it, once: the no stays as recorded, and it is asked again', async () => {
    const episode = await anOpenCase('ASSESSED');
    const sent = await send(asks.lena, { episodeId: episode.id, facts: 'Bruises on both arms.' });
    const path = `/api/safeguarding-referrals/${sent.body.id}`;
    const challenge = (who: Client, over: object = {}) =>
      who.post<Referral>(`${path}/challenge`, {
        version: 2,
        reason: 'Two more bruises since, and a different account each time.',
        ...over,
      });
    expect((await challenge(asks.lena, { version: 1 })).body.code).toBe('NOTHING_TO_CHALLENGE');
    await asks.mash.post(`${path}/decision`, {
      decision: 'NOT_ACCEPTED',
      version: 1,
      reason: 'Below threshold.',
      teamTold: true,
    });
    expect((await challenge(asks.lena, { reason: 'No' })).body.fields).toEqual({
      reason: ['Write why you do not agree with the decision, in a sentence or two'],
    });
    expect((await challenge(asks.lena, { version: 1 })).body.code).toBe('STALE');
    expect((await challenge(asks.other)).text).toBe(
      (
        await asks.other.post(`/api/safeguarding-referrals/${randomUUID()}/challenge`, {
          version: 2,
          reason: 'x'.repeat(20),
        })
      ).text,
    );
    expect((await challenge(asks.manager)).body.code).toBe('NOT_YOUR_REFERRAL');
    const again = await challenge(asks.lena);
    expect([again.status, (await stateOf(episode.id))?.state]).toEqual([201, 'STEP_UP_PENDING']);
    const rows = await program.rows(
      `select status, decision_reason, facts from app.referral where episode_id = $1 order by created_at, status`,
      [episode.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({
      status: 'CHALLENGED',
      decision_reason: 'Below threshold.',
      facts: 'Bruises on both arms.',
    });
    expect(rows).toContainEqual({
      status: 'SENT',
      decision_reason: null,
      facts: 'Two more bruises since, and a different account each time.\n\nBruises on both arms.',
    });
    expect((await challenge(asks.lena, { version: 3 })).body.code).toBe('NOTHING_TO_CHALLENGE');
  });
});
