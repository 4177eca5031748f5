import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency } from '../../factories/people.js';

let program: Program;
let lena: Client;
let northway: Agency;
let child: Person;
let mum: Person;
let episode: Episode;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-01-12T15:40:00Z');
});
afterAll(() => program.stop());

beforeEach(async () => {
  northway = await anAgency(program, { kind: 'SCHOOL' });
  const worker = await aWorker(program, northway);
  child = await aChild(program);
  mum = await anAdult(program);
  await relativeOf(program, child, mum);
  episode = await anEpisode(program, { children: [child], author: worker, state: 'CONSENT_SEEKING' });
  lena = await program.as(worker.email);
});

const agree = (decision: string, over: object = {}) =>
  lena.post<{ fields?: object }>(`/api/episodes/${episode.id}/consents`, {
    subjectId: child.id,
    giverPersonId: mum.id,
    capacity: 'PR_HOLDER',
    method: 'ON_SCREEN',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    signature: { kind: 'TYPED', value: 'Mum' },
    lines: ORDINARY.map((category) => ({
      recipientType: 'SERVICE',
      recipientId: northway.id,
      category,
      decision,
    })),
    ...over,
  });

const stored = async () => {
  const [row] = await program.rows<{ state: string; agreed: string | null; moves: string[] }>(
    `select e.state, e.agreed_on::text as agreed,
            array(select m.transition from app.episode_move m where m.episode_id = e.id) as moves
     from app.episode e where e.id = $1`,
    [episode.id],
  );
  return row;
};

describe('agreement to assess, given while it is being sought', () => {
  it('begins the assessment on the day of agreeing, once', async () => {
    expect((await agree('GIVEN', { givenOn: '2026-01-09' })).status).toBe(201);
    expect(await stored()).toEqual({ state: 'ASSESSING', agreed: '2026-01-09', moves: ['T05'] });
    expect((await agree('GIVEN')).status).toBe(201);
    expect((await stored())?.moves).toEqual(['T05']);
  });

  it('moves nothing when the answer is no', async () => {
    expect((await agree('REFUSED')).status).toBe(201);
    expect(await stored()).toMatchObject({ state: 'CONSENT_SEEKING', moves: [] });
  });

  it('moves nothing when what was agreed could not be saved', async () => {
    expect((await agree('GIVEN', { statementVersion: 'v0' })).status).toBe(400);
    expect(await stored()).toMatchObject({ state: 'CONSENT_SEEKING', agreed: null, moves: [] });
  });
});
