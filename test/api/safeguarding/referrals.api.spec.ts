import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EPISODE_STATES } from '@encircle/shared/codes';
import type { MyWeekView } from '@encircle/shared/my-week';
import type { PoliceNoticesPage } from '@encircle/shared/police-notices';
import { Program, type Client } from '../../kit/program.js';
import { aChild, type Person } from '../../factories/children.js';
import { aShield, anEpisode, onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';

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

  describe('police notices (Operation Encompass)', () => {
    type Notices = PoliceNoticesPage & Referral;
    const FACTS = 'Police were called to shouting at home last night. The child was awake.';
    let officer: Client;
    let school: Agency;
    let lead: Worker;
    let psa: Worker;
    let sent = 0;

    beforeAll(async () => {
      const police = await anAgency(program, { kind: 'POLICE' });
      school = await anAgency(program);
      officer = await program.as((await aWorker(program, police)).email);
      lead = await aWorker(program, school, { professionalRole: 'DSL' });
      psa = await aWorker(program, school);
      await aWorker(program, school, { role: 'AMGR' });
    });

    const aPupil = async (over: { school?: Agency; list?: Worker[] } = {}): Promise<Person> => {
      const pupil = await aChild(program, { familyName: `Pupil${String.fromCharCode(97 + (sent += 1))}` });
      await program.rows(
        `insert into app.setting (person_id, kind, agency_id, name) values ($1, 'SCHOOL', $2, 'Its school')`,
        [pupil.id, (over.school ?? school).id],
      );
      if (over.list) await aShield(program, pupil, over.list);
      return pupil;
    };
    const about = (child: Pick<Person, 'givenNames' | 'familyName'>, over: object = {}) => ({
      givenNames: child.givenNames,
      familyName: child.familyName.toUpperCase(),
      dateOfBirth: '2016-06-10',
      incidentOn: '2026-03-15',
      facts: FACTS,
      ...over,
    });
    const tell = (body: object, who = officer) => who.post<Referral>('/api/police-notices', body);
    const listOf = async (who: Client) => (await who.get<Notices>('/api/police-notices')).body;
    const names = async (who: Worker) =>
      (await listOf(await program.as(who.email))).items.map(({ familyName }) => familyName);

    it('reaches the designated lead of the child’s school, who writes what was done; the sender learns nothing', async () => {
      const pupil = await aPupil();
      const made = await tell(about(pupil));
      expect([made.status, made.body]).toEqual([201, { id: made.body.id, beforeOn: '2026-03-17' }]);
      expect(await names(lead)).toEqual([pupil.familyName.toUpperCase()]);
      expect(await names(psa)).toEqual([]);
      const reader = await program.as(lead.email);
      const done = { version: 1, done: 'Her teacher meets her at the gate today.' };
      expect(
        Object.keys(
          (
            await reader.post<Referral>(`/api/police-notices/${made.body.id}/seen`, {
              version: 1,
              done: 'ok',
            })
          ).body.fields,
        ),
      ).toEqual(['done']);
      const seen = await reader.post<PoliceNoticesPage['items'][0]>(
        `/api/police-notices/${made.body.id}/seen`,
        done,
      );
      expect(seen.body).toMatchObject({ facts: FACTS, done: done.done, mine: false });
      expect((await reader.post<Referral>(`/api/police-notices/${made.body.id}/seen`, done)).body.code).toBe(
        'STALE',
      );
      const own = await listOf(officer);
      expect([own.maySend, own.items]).toEqual([
        true,
        [expect.objectContaining({ mine: true, version: null, seenAt: null, done: null })],
      ]);
      // Somebody else, and the sender, have nothing to write down: the answer is that of a random id.
      for (const who of [officer, asks.lena, asks.mash, asks.manager]) {
        const path = (id: string) => who.post(`/api/police-notices/${id}/seen`, done);
        expect((await path(made.body.id)).text).toBe((await path(randomUUID())).text);
      }
      expect((await listOf(asks.lena)).items).toEqual([]);
      const told = await program.rows(
        `select recipient_id, episode_id from app.outbox where topic = 'police-notice.sent' and payload ->> 'noticeId' = $1`,
        [made.body.id],
      );
      expect(told).toEqual([{ recipient_id: lead.id, episode_id: null }]);
      expect(
        await program.rows(
          `select child_ids, categories from audit.entry where action = 'police-notice.sent' and outcome = 'ALLOW'`,
        ),
      ).toEqual([{ child_ids: [], categories: ['DV'] }]);
    });

    it('of a protected child reaches only those named for the child, and looks the same from outside', async () => {
      const eli = await aPupil({ list: [psa] });
      const [theirs, unknown] = [
        await tell(about(eli)),
        await tell(about({ givenNames: 'No', familyName: 'Body' })),
      ];
      const bare = ({ body }: typeof theirs) => ({ ...body, id: '' });
      expect([theirs.status, bare(theirs)]).toEqual([unknown.status, bare(unknown)]);
      expect(await names(psa)).toEqual([eli.familyName.toUpperCase()]);
      expect(await names(lead)).not.toContain(eli.familyName.toUpperCase());
      // A child nobody knows is the CAF team's to find; the protected one is not in its list.
      expect((await listOf(asks.cafc)).items.map(({ familyName }) => familyName)).toEqual(['BODY']);
      // Taken off the list later, the worker has nothing more to read.
      await program.rows(`update app.shield_member set until_at = sec.now() where user_id = $1`, [psa.id]);
      expect(await names(psa)).toEqual([]);
    });

    it('goes to the CAF team where a protected child’s school has nobody named, without a tie to the record', async () => {
      const hidden = await aPupil({ list: [lena] });
      const made = await tell(about(hidden));
      expect(
        await program.rows(
          `select count(*)::int as n, count(person_id)::int as tied from app.police_notice_reader where notice_id = $1`,
          [made.body.id],
        ),
      ).toEqual([{ n: 1, tied: 0 }]);
    });

    it('is sent by police, the front door and the CAF team, names what is wrong, and leaves out who is barred', async () => {
      const pupil = await aPupil();
      expect((await tell(about(pupil), asks.lena)).body.code).toBe('NOT_A_SENDER');
      expect((await tell(about(pupil), asks.mash)).status).toBe(201);
      expect(Object.keys((await tell({})).body.fields).sort()).toEqual([
        'dateOfBirth',
        'facts',
        'familyName',
        'givenNames',
        'incidentOn',
      ]);
      expect(
        (await tell(about(pupil, { incidentOn: '2026-03-17', dateOfBirth: '2016-02-30' }))).body.fields,
      ).toEqual({
        dateOfBirth: ['Enter a real day'],
        incidentOn: ['The day cannot be in the future'],
      });
      const seen = (await names(lead)).length;
      await program.rows(
        `insert into app.conflict_block (person_id, user_id, reason, asked_by, created_by, confirmed_by, confirmed_at)
         values ($1, $2, 'A neighbour', 'LEAD', $3, $3, sec.now())`,
        [pupil.id, lead.id, lena.id],
      );
      expect((await names(lead)).length).toBe(seen - 1);
    });

    it('nobody has read after a working day is a task for whoever manages its readers, once; a protected child’s for those named', async () => {
      const other = await anAgency(program);
      const dsl = await aWorker(program, other, { professionalRole: 'DSL' });
      const [head, named] = [
        await aWorker(program, other, { role: 'AMGR' }),
        await aWorker(program, other, { role: 'AMGR' }),
      ];
      const [pupil, hidden] = [
        await aPupil({ school: other }),
        await aPupil({ school: other, list: [dsl, named] }),
      ];
      for (const child of [pupil, hidden]) expect((await tell(about(child))).status).toBe(201);
      const passOn = () => program.rows('select sec.pass_on_unread_notices(1) as done');
      const has = async (who: Worker) =>
        (await names(who)).filter((each) => [pupil, hidden].some((p) => p.familyName.toUpperCase() === each));
      const waits = async (who: Worker) =>
        (await (await program.as(who.email)).get<MyWeekView>('/api/my/week')).body.items.filter(
          ({ kind }) => kind === 'POLICE_NOTICE',
        ).length;
      expect(await waits(dsl)).toBe(2);
      await program.setNow('2026-03-17T22:00:00Z');
      await passOn();
      expect([await has(head), await waits(head)]).toEqual([[], 0]);
      await program.setNow('2026-03-18T08:00:00Z');
      await passOn();
      await passOn();
      expect([await has(head), await waits(head)]).toEqual([[pupil.familyName.toUpperCase()], 1]);
      expect((await has(named)).sort()).toEqual(
        [hidden, pupil].map((p) => p.familyName.toUpperCase()).sort(),
      );
      const told = await program.rows<{ n: number }>(
        `select count(*)::int as n from app.outbox where topic = 'police-notice.sent' and recipient_id = $1`,
        [head.id],
      );
      expect(told).toEqual([{ n: 1 }]);
      const before = await waits(dsl);
      const manager = await program.as(head.email);
      const [mine] = (await listOf(manager)).items;
      const done = { version: mine?.version, done: 'I saw her at the gate with her teacher.' };
      expect((await manager.post(`/api/police-notices/${mine?.id ?? ''}/seen`, done)).status).toBeLessThan(
        300,
      );
      expect([await waits(head), await waits(dsl)]).toEqual([0, before - 1]);
      await program.setNow('2026-03-16T09:00:00Z');
    });
  });
});
