import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ContentView } from '@encircle/shared/cases';
import type { WithdrawAgreement } from '@encircle/shared/consents';
import { Program, type Answer } from '../../kit/program.js';
import { aChild, relativeOf } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import type { Worker } from '../../factories/people.js';

let program: Program;
let world: WorldOfAva;
let episode: Episode;

/** A case of its own for each test: Lena leads, Hana is on the team, and a note of Locality Support is to be read. */
beforeEach(async () => {
  if (!program) {
    program = await Program.start();
    world = await theWorldOfAva(program);
  }
  await program.setNow('2026-03-02T11:00:00Z');
  const child = await aChild(program, { dateOfBirth: '2015-02-02' });
  await relativeOf(program, child, world.mia, { kind: 'MOTHER', prBasis: 'MOTHER' });
  episode = await anEpisode(program, {
    children: [child],
    lead: world.lena,
    team: [world.hana, world.yusuf],
  });
  const { northway, health, locality } = world.agencies;
  await anAgreement(
    program,
    episode,
    child,
    world.mia,
    [northway, health, locality].map((agency) => ({ agency, categories: ORDINARY })),
  );
  await program.rows(
    `insert into app.note (episode_id, subject_id, category, source_agency_id, author_id, kind, event_on, text, created_by)
     values ($1, $2, 'NOTES', $3, $4, 'VISIT', '2026-02-01', 'Seen at home.', $4)`,
    [episode.id, child.id, locality.id, world.yusuf.id],
  );
});
afterAll(() => program.stop());

const read = async (worker: Worker, category = 'NOTES'): Promise<Answer<ContentView>> =>
  (await program.as(worker.email)).get<ContentView>(
    `/api/episodes/${episode.id}/content?category=${category}`,
  );

/** What a worker gets of the note: how many, or the refusal's code. */
const notes = async (worker: Worker): Promise<number | string> => {
  const { status, body } = await read(worker);
  return status === 200 ? body.items.length : ((body as unknown as { code: string }).code ?? String(status));
};

const withdraw = async (over: Partial<WithdrawAgreement>): Promise<void> => {
  const { status } = await (
    await program.as(world.lena.email)
  ).post(`/api/episodes/${episode.id}/consents/withdraw`, {
    giverPersonId: world.mia.id,
    scope: 'ALL',
    how: 'PHONE',
    ...over,
  });
  expect(status).toBe(200);
};

describe('what is left to read after agreement ends (rule 6.10)', () => {
  it('before it ends, the team reads', async () => {
    expect([await notes(world.hana), await notes(world.lena)]).toEqual([1, 1]);
  });

  it('one service: that service stops at once, the others go on', async () => {
    await withdraw({ scope: 'SERVICE', recipientId: world.agencies.health.id });
    expect(await notes(world.hana)).not.toBe(1);
    expect([await notes(world.lena), await notes(world.yusuf)]).toEqual([1, 1]);
  });

  it('one kind: hidden for every recipient, its author keeps their own', async () => {
    await withdraw({ scope: 'CATEGORY', category: 'NOTES' });
    expect(await notes(world.hana)).not.toBe(1);
    expect(await notes(world.lena)).not.toBe(1);
    expect(await notes(world.yusuf)).toBe(1);
    expect((await read(world.hana, 'IDENT')).status).toBe(200);
  });

  it('all of it: the team stops at once, the lead professional reads ten working days to bring it to a close', async () => {
    await withdraw({});
    expect(await notes(world.hana)).not.toBe(1);
    expect(await notes(world.lena)).toBe(1);
    await program.setNow('2026-03-16T23:59:30Z');
    expect(await notes(world.lena)).toBe(1);
    await program.setNow('2026-03-17T00:00:00Z');
    expect(await notes(world.lena)).not.toBe(1);
    expect(await notes(world.yusuf)).toBe(1);
  });

  it('run out: everyone on the team reads for ten working days, then nobody but the author', async () => {
    await program.setNow('2027-01-25T23:59:30Z');
    expect([await notes(world.hana), await notes(world.lena)]).toEqual([1, 1]);
    await program.setNow('2027-01-26T00:00:00Z');
    expect([await notes(world.hana), await notes(world.lena)]).not.toContain(1);
    expect(await notes(world.yusuf)).toBe(1);
  });

  it('said on Sunday, written down on Monday: reading ends on Monday, the ten days run from Sunday', async () => {
    await withdraw({ receivedOn: '2026-03-01' });
    expect(await notes(world.hana)).not.toBe(1);
    await program.setNow('2026-03-13T23:59:59Z');
    expect(await notes(world.lena)).toBe(1);
    await program.setNow('2026-03-14T00:00:00Z');
    expect(await notes(world.lena)).not.toBe(1);
  });

  it('one service, said the day before: the others go on', async () => {
    await withdraw({ scope: 'SERVICE', recipientId: world.agencies.health.id, receivedOn: '2026-03-01' });
    expect([await notes(world.lena), await notes(world.yusuf)]).toEqual([1, 1]);
    expect(await notes(world.hana)).not.toBe(1);
  });

  it('a day that is none, is to come, or is before they agreed is refused by its name', async () => {
    const lena = await program.as(world.lena.email);
    for (const receivedOn of ['2026-02-30', '2026-03-03', '2026-01-01']) {
      const body = { giverPersonId: world.mia.id, scope: 'ALL', how: 'PHONE', receivedOn };
      const path = `/api/episodes/${episode.id}/consents/withdraw`;
      const answer = await lena.post<{ fields?: object }>(path, body);
      expect([answer.status, Object.keys(answer.body.fields ?? {})]).toEqual([400, ['receivedOn']]);
    }
    expect(await notes(world.hana)).toBe(1);
  });

  it('those whose reading ended are told in one line without a reason, nobody else', async () => {
    const told = (): Promise<{ user: string; payload: object; episode: string | null }[]> =>
      program.rows(
        `select recipient_id as user, payload, episode_id as episode from app.outbox
         where topic = 'agreement.ended' and payload ->> 'reference' = $1 order by recipient_id`,
        [episode.ref],
      );
    await withdraw({ scope: 'SERVICE', recipientId: world.agencies.health.id });
    const one = { payload: { reference: episode.ref }, episode: null };
    expect(await told()).toEqual([{ user: world.hana.id, ...one }]);
    await withdraw({ how: 'LETTER_OR_EMAIL' });
    expect((await told()).map(({ user }) => user).sort()).toEqual(
      [world.hana.id, world.hana.id, world.yusuf.id].sort(),
    );
  });
});
