import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { EPISODE_STATES } from '@encircle/shared/codes';
import { MOVES_BY_HAND } from '@encircle/shared/episodes';
import {
  allowedMoves,
  mayBring,
  transition,
  TRANSITIONS,
  type EpisodeState,
  type TransitionId,
} from '@encircle/shared/lifecycle';
import { Program, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anAgreement } from '../../factories/consents.js';
import { anEpisode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';
import { ELSEWHERE, MOVE_CASES, TODAY, type MoveCase } from './transition-table.js';
import { aCast, ACTORS, aWorld, may, mayOtherwise, type Actor, type Cast } from './transition-world.js';
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

let program: Program;
beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.stop());

describe('moves by hand (rule 5.2)', () => {
  let lena: Worker;
  let manager: Worker;
  let stranger: Worker;
  let lenaAsks: Client;
  let managerAsks: Client;
  let strangerAsks: Client;

  beforeAll(async () => {
    await program.setNow('2026-01-05T09:00:00Z');
    const school = await anAgency(program, { name: 'Northway Primary' });
    lena = await aWorker(program, school);
    manager = await aWorker(program, school, { role: 'AMGR' });
    stranger = await aWorker(program, await anAgency(program));
    [lenaAsks, managerAsks, strangerAsks] = (await Promise.all(
      [lena, manager, stranger].map((each) => program.as(each.email)),
    )) as [Client, Client, Client];
  });

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
    for (const id of MOVES_BY_HAND.filter((each) => mayBring(each, ['AUTHOR', 'PRACT']))) {
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

describe('the table of moves (rule 5.2), each by everybody who may and by everybody who may not', () => {
  let cast: Cast;

  beforeAll(async () => {
    await program.setNow(`${TODAY}T09:00:00Z`);
    cast = await aCast(program);
  });

  interface Answer {
    code: string;
    state?: string;
    episode?: { state: string };
    data?: { obstacles: { code: string; words: string }[] };
  }
  const ask = (actor: Actor, of: MoveCase, id: string, over: Record<string, unknown> = {}) =>
    cast.clients[actor].post<Answer>(`/api/episodes/${id}/${of.path}`, { ...of.body, ...over });
  const stateOf = async (id: string) =>
    (await program.rows<{ state: string }>(`select state from app.episode where id = $1`, [id]))[0]?.state;

  it('has a case for every row of the table, or a file that plays it', () => {
    const cases = MOVE_CASES.map((each) => each.id as string);
    const known = [...cases, ...Object.keys(ELSEWHERE)];
    expect([...known].sort()).toEqual(TRANSITIONS.map((each) => each.id).sort());
    expect(Object.values(ELSEWHERE).filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(MOVE_CASES.map((each) => [each.id, each] as const))('%s', async (id, of) => {
    const world = await aWorld(program, cast, of);
    // They change nothing, so they may all ask at once.
    const others = ACTORS.filter((each) => !may(each, id) && !mayOtherwise(each, of));
    const answers = await Promise.all(others.map((actor) => ask(actor, of, world.episode.id)));
    expect(others.filter((_, at) => ![403, 404].includes(answers[at]?.status ?? 0))).toEqual([]);
    const outsider = answers[others.indexOf('outsider')];
    expect(outsider?.text).toBe((await ask('outsider', of, randomUUID())).text);
    expect(await stateOf(world.episode.id)).toBe(of.state);
    const records = await program.rows(`select 1 from app.case_fact where episode_id = $1`, [
      world.episode.id,
    ]);
    expect(records).toEqual([]);
    const [first] = ACTORS.filter((each) => may(each, id));
    if (first === undefined) throw new Error(`nobody may bring ${id} about`);
    const bare = await aWorld(program, cast, of, false);
    for (const { without, unarranged, over, code } of of.refused) {
      const at = unarranged ? bare : world;
      const answer = await ask(first, of, at.episode.id, {
        ...(without === undefined ? {} : { [without]: undefined }),
        ...over,
      });
      const stopped = answer.body.data?.obstacles.find((each) => each.code === code);
      expect([code, answer.status, stopped?.words.length ?? 0]).toEqual([code, 422, expect.any(Number)]);
      expect(stopped?.words ?? answer.text).toMatch(/^[A-Z].{10,}$/);
      expect(await stateOf(at.episode.id)).toBe(of.state);
    }
    for (const actor of ACTORS.filter((each) => may(each, id))) {
      const fresh = actor === first ? world : await aWorld(program, cast, of);
      const stale = await ask(actor, of, fresh.episode.id, { version: 9 });
      if ('version' in of.body) expect([actor, stale.status]).toEqual([actor, 409]);
      const answer = await ask(actor, of, fresh.episode.id);
      expect([actor, answer.status, answer.text]).toEqual([actor, 201, expect.any(String)]);
      expect([actor, answer.body.episode?.state ?? answer.body.state]).toEqual([actor, of.to]);
    }
  });

  it('comes back from social care with two signatures, and a meeting of the team is due in ten working days', async () => {
    const of = MOVE_CASES.find((each) => each.id === 'T26');
    if (of === undefined) throw new Error('the table has T26');
    const { episode } = await aWorld(program, cast, of);
    const early = await ask('mash', of, episode.id);
    expect([early.status, early.body.code]).toEqual([403, 'NOT_YOURS_TO_MOVE']);
    await ask('cafc', of, episode.id);
    const next = await cast.clients.mash.get<{ moves: { id: string; standing: string }[] }>(
      `/api/episodes/${episode.id}/next-moves`,
    );
    expect(next.body.moves.find((each) => each.id === 'T26')?.standing).toBe('SIGN');
    const signed = await cast.clients.mash.post<Answer & { episode: { dueOn: string } }>(
      `/api/episodes/${episode.id}/moves`,
      { transition: 'T26', version: 1 },
    );
    expect([signed.status, signed.body.episode]).toMatchObject([
      201,
      { state: 'PLAN_ACTIVE', dueOn: '2026-03-30' },
    ]);
  });

  it('says what can happen next with the reason where it cannot, and nothing to strangers', async () => {
    const of = MOVE_CASES.find((each) => each.id === 'T19');
    if (of === undefined) throw new Error('the table has T19');
    const { episode } = await aWorld(program, cast, of, false);
    const path = `/api/episodes/${episode.id}/next-moves`;
    const seen = await cast.clients.lead.get<{
      moves: {
        id: string;
        way: string;
        standing: string;
        signers: string[];
        obstacles: { code: string }[];
      }[];
    }>(path);
    const row = (id: string) => seen.body.moves.find((each) => each.id === id);
    expect(row('T27')).toMatchObject({
      way: 'HERE',
      standing: 'YOURS',
      obstacles: [{ code: 'TRANSFER_CONSENT_MISSING', words: 'Ask the family to agree to passing it on' }],
    });
    expect(row('T30')).toMatchObject({ way: 'CLOSING', standing: 'YOURS', signers: ['CAFC'] });
    expect(row('T33')).toMatchObject({ standing: 'OTHERS' });
    expect(row('T22')).toMatchObject({ way: 'REFERRAL', standing: 'YOURS', obstacles: [] });
    const outside = await cast.clients.outsider.get(path);
    expect([outside.status, outside.text]).toEqual([
      404,
      (await cast.clients.outsider.get(`/api/episodes/${randomUUID()}/next-moves`)).text,
    ]);
  });

  it('opens again what was closed by mistake as it was, and begins anew with a link where work begins again', async () => {
    const of = MOVE_CASES.find((each) => each.id === 'T14');
    if (of === undefined) throw new Error('the table has T14');
    const { episode, child, author } = await aWorld(program, cast, of);
    await program.rows(
      `insert into app.plan (episode_id, subject_id, source_agency_id, author_id, version_no, status, agreed_on)
       values ($1, $2, $3, $4, 1, 'AGREED', '2026-02-02')`,
      [episode.id, child.id, author.agency.id, author.id],
    );
    expect((await ask('author', of, episode.id)).body.state).toBe('CLOSED');
    await program.setNow(`${TODAY}T15:00:00Z`);
    const back = await cast.clients.cafc.post<Answer>(`/api/episodes/${episode.id}/moves`, {
      transition: 'T35_CLERICAL',
      version: 2,
      reason: 'The wrong record was closed',
    });
    expect(back.body.episode?.state).toBe('ASSESSED');
    const [now] = await program.rows(
      `select p.status, x.closed_on, x.closure_reason, (select count(*)::int from app.edge e where e.episode_id = x.id
         and e.read_until < 'infinity') as ended from app.plan p join app.episode x on x.id = p.episode_id where x.id = $1`,
      [episode.id],
    );
    expect(now).toEqual({ status: 'AGREED', closed_on: null, closure_reason: null, ended: 0 });
    const shut = await ask('author', of, episode.id);
    expect(shut.body.state).toBe('CLOSED');
    const reopen = MOVE_CASES.find((each) => each.id === 'T35')?.body;
    const anew = await cast.clients.cafc.post<{ id: string }>(`/api/episodes/${episode.id}/reopening`, {
      ...reopen,
      version: 4,
    });
    expect(anew.status).toBe(201);
    const [first] = await program.rows<{ recorded: object }>(
      `select recorded from app.episode_move where episode_id = $1 and transition = 'T01'`,
      [anew.body.id],
    );
    expect(first?.recorded).toEqual({ previousId: episode.id, reReferral: true });
    const twice = await cast.clients.cafc.post<Answer>(`/api/episodes/${episode.id}/reopening`, {
      ...reopen,
      version: 5,
    });
    expect([twice.status, twice.body.code]).toEqual([422, 'EPISODE_OPEN']);
    await program.setNow(`${TODAY}T09:00:00Z`);
  });

  it('steps up, pauses and steps down (story ST04)', async () => {
    const of = MOVE_CASES.find((each) => each.id === 'T26');
    if (of === undefined) throw new Error('the table has T26');
    const world = await aWorld(program, cast, { ...of, state: 'PLAN_ACTIVE' });
    const { episode, child, author } = world;
    const [action] = await program.rows<{ id: string }>(
      `insert into app.action (episode_id, subject_id, source_agency_id, author_id, plan_id, text, owner_user_id, owner_agency_id, by_when, status)
       select $1, $2, $3, $4, p.id, 'Ring the school', $5, $3, '2026-04-01', 'AGREED' from app.plan p where p.episode_id = $1
       returning id`,
      [episode.id, child.id, author.agency.id, author.id, cast.workers.lead.id],
    );
    const work = (version: number, status: string) =>
      cast.clients.lead.patch<Answer>(`/api/actions/${action?.id}`, { version, status });
    const sent = await cast.clients.lead.post<{ id: string }>('/api/safeguarding-referrals', {
      episodeId: episode.id,
      facts: 'A bruise, and an account that changed.',
      familyTold: 'NO',
      notToldReason: 'It could raise the risk.',
    });
    expect(await stateOf(episode.id)).toBe('STEP_UP_PENDING');
    // The team carries on with what is not affected, until social care has it.
    expect((await work(1, 'IN_PROGRESS')).status).toBe(200);
    await program.setNow('2026-03-17T09:00:00Z');
    await cast.clients.mash.post(`/api/safeguarding-referrals/${sent.body.id}/decision`, {
      decision: 'ACCEPTED',
      version: 1,
      acceptanceRef: 'SC-2026-17',
      leadSocialWorker: 'Noor Aziz',
    });
    expect(await stateOf(episode.id)).toBe('PAUSED_STATUTORY');
    const frozen = await work(2, 'DONE');
    expect([frozen.status, frozen.body.code]).toEqual([403, expect.stringMatching(/READ_ONLY/)]);
    const told = async (who: typeof cast.clients.lead) =>
      (await who.get<{ pauses: object[] }>(`/api/episodes/${episode.id}/moves`)).body.pauses;
    const paused = { childId: null, since: '2026-03-17', reviewBy: '2026-06-09', meetWithin: 10 };
    expect(await told(cast.clients.lead)).toEqual([
      expect.objectContaining({
        ...paused,
        until: null,
        days: 0,
        when: 'RUNNING',
        socialWorker: 'Noor Aziz',
      }),
    ]);
    await program.setNow('2026-05-26T09:00:00Z');
    const stepDown = {
      transition: 'T26',
      version: 3,
      stepDown: { handoverOn: '2026-05-22', socialWorker: 'Noor Aziz' },
    };
    const at = `/api/episodes/${episode.id}/moves`;
    const early = await cast.clients.cafc.post<Answer>(at, stepDown);
    expect([early.status, early.body.code]).toEqual([422, 'CONSENT_NOT_RECONFIRMED']);
    await anAgreement(
      program,
      episode,
      child,
      world.mother,
      [
        {
          agency: author.agency,
          categories: ['IDENT'],
          about: world.mother,
          purposes: ['ASSESS', 'COORDINATE'],
        },
      ],
      { givenOn: '2026-05-26' },
    );
    expect((await cast.clients.cafc.post<Answer>(at, stepDown)).status).toBe(201);
    const back = await cast.clients.mash.post<Answer & { episode: { dueOn: string } }>(at, {
      transition: 'T26',
      version: 3,
    });
    expect(back.body.episode).toMatchObject({ state: 'PLAN_ACTIVE', dueOn: '2026-06-09' });
    expect(await told(cast.clients.lead)).toEqual([
      expect.objectContaining({
        ...paused,
        until: '2026-05-26',
        ended: 'HANDED_BACK',
        days: 70,
        when: 'EARLY',
      }),
    ]);
    const done = await cast.clients.lead.patch(`/api/actions/${action?.id}`, {
      version: 2,
      status: 'DONE',
      doneOn: '2026-05-26',
    });
    expect(done.status).toBe(200);
    await program.setNow(`${TODAY}T09:00:00Z`);
  });

  it('leaves the table on no walk of people who ask for anything at any time', async () => {
    const seed = Number(process.env['ENCIRCLE_WALK_SEED'] ?? 20_260_316);
    process.stderr.write(`Walks over HTTP: 2 of 12 steps, ENCIRCLE_WALK_SEED=${seed}\n`);
    let turn = seed;
    const pick = <T>(from: readonly T[]): T => {
      turn = (Math.imul(turn, 1_664_525) + 1_013_904_223) >>> 0;
      return from[Math.floor((turn / 2 ** 32) * from.length)] as T;
    };
    const base = MOVE_CASES.find((each) => each.id === 'T19');
    let changes = 0;
    for (let walk = 0; walk < 2; walk += 1) {
      const { episode } = await aWorld(program, cast, base as MoveCase);
      for (let step = 0; step < 12; step += 1) {
        const before = await stateOf(episode.id);
        // What starts here comes up more often than what does not, so that a walk gets somewhere.
        const near = MOVE_CASES.filter((each) => transition(each.id).from?.includes(before as EpisodeState));
        const wild = step % 4 === 3;
        const of = pick(wild ? MOVE_CASES : near);
        const actor = pick(wild ? ACTORS : ACTORS.filter((each) => may(each, of.id)));
        const [row] = await program.rows<{ version: number }>(
          `select version from app.episode where id = $1`,
          [episode.id],
        );
        const answer = await ask(
          actor,
          of,
          episode.id,
          'version' in of.body ? { version: row?.version } : {},
        );
        expect([of.id, answer.status < 500]).toEqual([of.id, true]);
      }
      const moves = await program.rows<{ transition: TransitionId; from: EpisodeState; to: EpisodeState }>(
        `select transition, from_state as "from", to_state as "to" from app.episode_move where episode_id = $1`,
        [episode.id],
      );
      changes += moves.length;
      for (const { transition: id, from, to } of moves) {
        const row = transition(id);
        const fits = row.to === 'RETURN' || (row.to === 'SAME' ? from === to : row.to === to);
        expect([id, from, to, fits && (row.from?.includes(from) ?? false)]).toEqual([id, from, to, true]);
      }
    }
    expect(changes).toBeGreaterThanOrEqual(6);
  });

  describe('past the program, in the database', () => {
    const ALL = EPISODE_STATES.codes;
    const TABLE = new Set(allowedMoves().map((move) => move.join(' ')));
    let client: pg.Client;

    beforeAll(async () => {
      client = new pg.Client({ connectionString: program.database.loginUrl });
      await client.connect();
    });
    afterAll(() => client.end());

    /** Of each statement, by who may ask for every move: the code of its refusal; all of it is undone. */
    const tried = async (statements: readonly { sql: string; values: unknown[] }[]): Promise<string[]> => {
      const answers: string[] = [];
      for (const { sql, values } of statements) {
        await client.query('begin; set local role app_user');
        await client.query('select sec.enter($1, null, null)', [cast.clients.cafc.token]);
        const answer = await client.query(sql, values).then(
          ({ rowCount }) => (rowCount === 0 ? 'NO ROW' : 'DONE'),
          (error: { code: string }) => error.code,
        );
        answers.push(answer);
        await client.query('rollback');
      }
      return answers;
    };

    it('holds the table of the program', async () => {
      const rows = await program.rows<{ move: string }>(
        `select concat_ws(' ', transition, coalesce(from_state, ''), to_state) as move from sec.allowed_move`,
      );
      expect(rows.map(({ move }) => move).sort()).toEqual([...TABLE].sort());
    });

    it('lets no stage change without a move of the table, whoever asks and whatever it is called', async () => {
      const base = MOVE_CASES.find((each) => each.id === 'T19') as MoveCase;
      const { episode } = await aWorld(program, cast, base);
      const made = ALL.flatMap((to) =>
        ['T19', 'T30', 'T26', 'T20', 'T36', 'T22', 'T99'].map((id) => ({ id, to })),
      );
      const answers = await tried(
        made.map(({ id, to }) => ({
          sql: `select sec.move_episode($1, 'PLAN_ACTIVE', null, $2, $3, null, sec.today(), null, '{}',
            '{"closedOn":"2026-03-16","closureReason":"NEEDS_MET"}')`,
          values: [episode.id, id, to],
        })),
      );
      const expected = made.map(({ id, to }) => (TABLE.has(`${id} PLAN_ACTIVE ${to}`) ? 'DONE' : 'EC005'));
      expect(answers).toEqual(expected);
      expect(expected.filter((each) => each === 'DONE')).toHaveLength(4);
      const past = await tried(
        ALL.filter((to) => to !== 'PLAN_ACTIVE').map((to) => ({
          sql: 'update app.episode set state = $2 where id = $1',
          values: [episode.id, to],
        })),
      );
      expect([...new Set(past)]).toEqual(['EC005']);
    });
  });
});

describe('time limits of this area (rule 5.4)', () => {
  interface Limits {
    code: string;
    fields: Record<string, string[]>;
    items: { key: string; value: number; usual: number; version: number }[];
  }
  let lena: Worker;
  let asks: { lena: Client; admin: Client; cafc: Client };

  beforeAll(async () => {
    await program.setNow('2025-01-06T09:00:00Z');
    const school = await anAgency(program);
    lena = await aWorker(program, school);
    const admin = await aWorker(program, await anAgency(program), { role: 'SADM' });
    const cafc = await aWorker(program, await anAgency(program), { role: 'CAFC' });
    asks = {
      lena: await program.as(lena.email),
      admin: await program.as(admin.email),
      cafc: await program.as(cafc.email),
    };
  });

  const limit = async (key: string) =>
    (await asks.admin.get<Limits>('/api/timescales')).body.items.find((each) => each.key === key);
  const set = async (key: string, value: unknown, version?: number) =>
    asks.admin.put<Limits>(`/api/timescales/${key}`, {
      value,
      version: version ?? (await limit(key))?.version,
    });
  const dueOn = async (id: string) =>
    (await asks.lena.get<{ episode: { dueOn: string } }>(`/api/episodes/${id}/next-moves`)).body.episode
      .dueOn;

  // Rule 8.8, its ten lines, through the program: the clock of a new worry, set to that many days.
  it.each([
    ['2026-12-21', 10, '2027-01-07'],
    ['2026-04-01', 10, '2026-04-17'],
    ['2025-12-19', 20, '2026-01-21'],
    ['2026-05-22', 1, '2026-05-26'],
    ['2027-12-23', 5, '2028-01-04'],
    ['2026-08-28', 10, '2026-09-14'],
    ['2025-04-14', 15, '2025-05-08'],
    ['2026-01-05', 20, '2026-02-02'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2028-12-22', 5, '2029-01-03'],
  ])('%s and %s working days end on %s', async (from, count, due) => {
    await program.setNow(`${from}T09:00:00Z`);
    const answer = await set('precaf.decision.wd', count);
    expect(answer.status === 200 ? 'set' : answer.text).toBe('set');
    expect((await aStartedEpisode(program, lena, asks.lena)).dueOn).toBe(due);
  });

  it('count for what starts from now on; what is running keeps its day', async () => {
    await program.setNow('2026-03-16T09:00:00Z');
    expect((await set('precaf.decision.wd', 5)).status).toBe(200);
    const before = await aStartedEpisode(program, lena, asks.lena);
    expect(before.dueOn).toBe('2026-03-23');
    await program.setNow('2026-03-17T09:00:00Z');
    const changed = await set('precaf.decision.wd', 2);
    expect(changed.body.items.find((each) => each.key === 'precaf.decision.wd')).toMatchObject({
      value: 2,
      usual: 5,
    });
    const after = await aStartedEpisode(program, lena, asks.lena);
    expect([await dueOn(before.id), await dueOn(after.id)]).toEqual(['2026-03-23', '2026-03-19']);
    const [entry] = await program.rows<{ basis: string[]; fields: string[] }>(
      `select basis, fields from audit.entry where action = 'timescale.set' order by id desc limit 1`,
    );
    expect(entry).toEqual({ basis: ['role:SADM', 'timescale:precaf.decision.wd'], fields: ['value'] });
  });

  it('are set by an administrator only, in whole days above nought, and never over what another has just set', async () => {
    const now = await limit('transfer.wd');
    expect(now).toEqual({ key: 'transfer.wd', value: 10, usual: 10, version: 0, since: null, by: null });
    const bad = await set('transfer.wd', 0, 0);
    expect([bad.status, bad.body.fields]).toEqual([400, { value: ['Enter 1 or more'] }]);
    expect((await set('transfer.wd', 8, 0)).status).toBe(200);
    const stale = await set('transfer.wd', 9, 0);
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE']);
    // What the law fixes is no setting.
    expect((await set('mash.decision.wd', 3, 0)).status).toBe(404);
    for (const other of [asks.lena, asks.cafc]) {
      expect((await other.get('/api/timescales')).status).toBe(404);
      expect((await other.put('/api/timescales/transfer.wd', { value: 9, version: 1 })).status).toBe(404);
    }
    expect(await limit('transfer.wd')).toMatchObject({ value: 8, version: 1 });
  });
});
