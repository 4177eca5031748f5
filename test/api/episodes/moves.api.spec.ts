import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EPISODE_STATES } from '@encircle/shared/codes';
import { MOVES_BY_HAND } from '@encircle/shared/episodes';
import { transition } from '@encircle/shared/lifecycle';
import { Program, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anEpisode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';
import { aChecklist, aStartedEpisode, type StartedEpisode } from '../../factories/worry.js';

interface MoveAnswer {
  moved: boolean;
  waitingFor: string[];
  episode: { state: string; version: number; dueOn: string | null };
}

const refusal = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  whoSaidNo: 'Mia',
  nobodyReachable: false,
  reason: 'Wants to try school by herself first.',
  riskView: 'Safe at home; seen by the school every day.',
  managerConsulted: true,
  ...over,
});

describe('moves by hand (rule 5.2)', () => {
  let program: Program;
  let lena: Worker;
  let manager: Worker;
  let stranger: Worker;
  let lenaAsks: Client;
  let managerAsks: Client;
  let strangerAsks: Client;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-01-05T09:00:00Z');
    const school = await anAgency(program, { name: 'Northway Primary' });
    lena = await aWorker(program, school);
    manager = await aWorker(program, school, { role: 'AMGR' });
    stranger = await aWorker(program, await anAgency(program));
    [lenaAsks, managerAsks, strangerAsks] = (await Promise.all(
      [lena, manager, stranger].map((each) => program.as(each.email)),
    )) as [Client, Client, Client];
  });
  afterAll(() => program.stop());

  const begin = (): Promise<StartedEpisode> => aStartedEpisode(program, lena, lenaAsks);
  const check = (id: string, over: Record<string, unknown> = {}) =>
    lenaAsks.put<{ version: number; problems: { field: string }[] }>(
      `/api/episodes/${id}/checklist`,
      aChecklist(over),
    );
  const move = (
    id: string,
    transition: string,
    version: number,
    over: Record<string, unknown> = {},
    who = lenaAsks,
  ) =>
    who.post<MoveAnswer & { code: string; detail: string; data: { obstacles: { code: string }[] } }>(
      `/api/episodes/${id}/moves`,
      { transition, version, ...over },
    );

  it('goes to asking for agreement when the first check says so, and counts ten working days', async () => {
    const made = await begin();
    expect((await check(made.id)).body.problems).toEqual([]);
    const answer = await move(made.id, 'T03', 1);
    expect(answer.body).toMatchObject({
      moved: true,
      waitingFor: [],
      episode: { state: 'CONSENT_SEEKING', version: 2, dueOn: '2026-01-19' },
    });
    const audits = await program.rows<{ action: string }>(
      `select action from audit.entry where episode_id = $1 order by id`,
      [made.id],
    );
    expect(audits.map((each) => each.action)).toEqual([
      'episode.started',
      'checklist.saved',
      'episode.moved',
    ]);
  });

  it('refuses a move whose guard does not hold, with everything in the way in words', async () => {
    const made = await begin();
    const early = await move(made.id, 'T03', 1);
    expect(early.status).toBe(422);
    expect(early.body).toMatchObject({ code: 'CHECKLIST_INCOMPLETE', detail: 'Finish the first check' });
    expect(early.body.data.obstacles.map((each) => each.code)).toEqual([
      'CHECKLIST_INCOMPLETE',
      'CHECKLIST_OUTCOME',
    ]);
    const wrongState = await move(made.id, 'T09', 1);
    expect(wrongState.body).toMatchObject({ code: 'WRONG_STATE' });
    expect(
      (await program.rows(`select state, version from app.episode where id = $1`, [made.id]))[0],
    ).toEqual({
      state: 'CONCERN',
      version: 1,
    });
  });

  it('does not end in "nothing needed" on a doubt without a reason', async () => {
    const made = await begin();
    const saved = await check(made.id, { outcome: 'NO_ADDITIONAL_NEED', rationale: undefined });
    expect(saved.body.problems).toEqual([
      { field: 'rationale', words: 'You were not sure about something. Write why no more help is needed' },
    ]);
    expect((await move(made.id, 'T02', 1)).body.code).toBe('CHECKLIST_INCOMPLETE');
    await check(made.id, {
      version: saved.body.version,
      outcome: 'NO_ADDITIONAL_NEED',
      rationale: 'The school nurse helps.',
    });
    expect((await move(made.id, 'T02', 1)).body).toMatchObject({
      moved: true,
      episode: { state: 'REJECTED', dueOn: null },
    });
  });

  it('keeps both texts when two people save the first check', async () => {
    const made = await begin();
    await check(made.id);
    await check(made.id, { version: 1, strengths: 'Reads at bedtime.' });
    const second = await lenaAsks.put<{
      code: string;
      data: { stored: { checklist: { strengths: string } }; sent: { strengths: string } };
    }>(`/api/episodes/${made.id}/checklist`, aChecklist({ version: 1, strengths: 'Kind to her brother.' }));
    expect(second.status).toBe(409);
    expect(second.body.code).toBe('STALE');
    expect(second.body.data.stored.checklist.strengths).toBe('Reads at bedtime.');
    expect(second.body.data.sent.strengths).toBe('Kind to her brother.');
  });

  it('refuses a stale version and changes nothing', async () => {
    const made = await begin();
    await check(made.id);
    const answer = await move(made.id, 'T03', 7);
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('STALE');
    expect(
      await program.rows(`select 1 from app.episode_move where episode_id = $1 and transition = 'T03'`, [
        made.id,
      ]),
    ).toEqual([]);
  });

  it('takes two people to go on without agreement (T06)', async () => {
    const made = await begin();
    await check(made.id);
    await move(made.id, 'T03', 1);
    const missing = await move(made.id, 'T06', 2);
    expect(missing.body.data.obstacles.map((each) => each.code)).toEqual([
      'REFUSAL_MISSING',
      'THRESHOLD_NOT_JUDGED',
      'MANAGER_NOT_CONSULTED',
      'APPROVAL_AMGR',
    ]);
    const signed = await move(made.id, 'T06', 2, { refusal: refusal() });
    expect(signed.body).toMatchObject({
      moved: false,
      waitingFor: ['AMGR'],
      episode: { state: 'CONSENT_SEEKING' },
    });
    const approved = await move(made.id, 'T06', 2, {}, managerAsks);
    expect(approved.body).toMatchObject({ moved: true, episode: { state: 'TAP' } });
    const again = await move(made.id, 'T09', 3);
    expect(again.body).toMatchObject({ moved: true, episode: { state: 'CONSENT_SEEKING' } });
  });

  it('does not let a manager move what nobody brought', async () => {
    const made = await begin();
    const answer = await move(made.id, 'T06', 1, { refusal: refusal() }, managerAsks);
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('NOT_YOURS_TO_MOVE');
  });

  it('answers strangers as for no record at all', async () => {
    const made = await begin();
    for (const path of ['moves', 'checklist', 'team']) {
      const [seen, random] = await Promise.all([
        strangerAsks.get(`/api/episodes/${made.id}/${path}`),
        strangerAsks.get(`/api/episodes/${randomUUID()}/${path}`),
      ]);
      expect(seen.status).toBe(404);
      expect(seen.text).toBe(random.text);
    }
    const moved = await move(made.id, 'T03', 1, {}, strangerAsks);
    expect(moved.text).toBe((await move(randomUUID(), 'T03', 1, {}, strangerAsks)).text);
    expect(moved.status).toBe(404);
  });

  it('ends where the family declined and the need is low (T08), and only there', async () => {
    const made = await begin();
    await check(made.id);
    await move(made.id, 'T03', 1);
    const high = await move(made.id, 'T08', 2, { refusal: refusal({ level: 3 }) });
    expect(high.body).toMatchObject({ code: 'LEVEL_TOO_HIGH' });
    const low = await move(made.id, 'T08', 2, { refusal: refusal({ level: 2 }) });
    expect(low.body).toMatchObject({ moved: true, episode: { state: 'REJECTED' } });
  });

  it.each(EPISODE_STATES.codes)('lets from %s only what the table of moves lets', async (state) => {
    const over = state === 'CLOSED' ? { closedOn: '2026-01-05', closureReason: 'NEEDS_MET' } : {};
    const episode = await anEpisode(program, {
      children: [await aChild(program)],
      author: lena,
      state,
      ...over,
    });
    for (const id of MOVES_BY_HAND) {
      const answer = await move(episode.id, id, 1);
      const fits = transition(id).from?.includes(state) ?? false;
      if (state === 'DISPOSED' || state === 'MERGED' || state === 'ARCHIVED') {
        expect(answer.status === 404 || answer.body.code === 'WRONG_STATE').toBe(true);
      } else if (!fits) expect([id, answer.body.code]).toEqual([id, 'WRONG_STATE']);
      else expect([id, answer.body.code]).not.toEqual([id, 'WRONG_STATE']);
      // T09 asks for nothing: it goes through where it starts.
      if (id === 'T09' && fits) expect(answer.body.episode.state).toBe('CONSENT_SEEKING');
    }
  });

  it('refuses a day that has not come', async () => {
    const made = await begin();
    await check(made.id);
    const answer = await move(made.id, 'T03', 1, { happenedOn: '2026-01-06' });
    expect(answer.body).toMatchObject({ fields: { happenedOn: ['The day cannot be in the future'] } });
  });
});
