import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anEpisode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';
import { aStartedEpisode, aWorry, hasSearched } from '../../factories/worry.js';

describe('logging a worry (T01)', () => {
  let program: Program;
  let lena: Worker;
  let lenaAsks: Client;
  let other: Worker;
  let otherAsks: Client;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-01-05T09:00:00Z');
    lena = await aWorker(program, await anAgency(program, { name: 'Northway Primary' }), {
      professionalRole: 'SENCO',
    });
    other = await aWorker(program, await anAgency(program, { name: 'Quayside Academy' }));
    lenaAsks = await program.as(lena.email);
    otherAsks = await program.as(other.email);
  });
  afterAll(() => program.stop());

  it('opens an episode with its author, its history and an audit row', async () => {
    const made = await aStartedEpisode(program, lena, lenaAsks);
    expect(made).toMatchObject({ state: 'CONCERN', version: 1, dueOn: '2026-01-12' });
    expect(made.ref).toMatch(/^CAF-2026-\d{6}$/);
    const edges = await program.rows(`select kind, user_id, agency_id from app.edge where episode_id = $1`, [
      made.id,
    ]);
    expect(edges).toEqual([{ kind: 'AUTHOR', user_id: lena.id, agency_id: lena.agency.id }]);
    const facts = await program.rows(
      `select kind, category from app.case_fact where episode_id = $1 order by kind`,
      [made.id],
    );
    expect(facts).toEqual([
      { kind: 'CONCERN', category: 'NOTES' },
      { kind: 'ISSUES', category: 'CHILD' },
    ]);
    const audits = await program.rows(`select action, actor_id from audit.entry where episode_id = $1`, [
      made.id,
    ]);
    expect(audits).toEqual([{ action: 'episode.started', actor_id: lena.id }]);
    const moves = await lenaAsks.get<{ items: object[] }>(`/api/episodes/${made.id}/moves`);
    expect(moves.body.items).toMatchObject([
      { transition: 'T01', from: null, to: 'CONCERN', trigger: 'Worry noted' },
    ]);
  });

  it('needs a search first, and says so', async () => {
    const fresh = await aWorker(program, lena.agency);
    const child = await aChild(program);
    await program.rows(`update app.person set created_by = $1 where id = $2`, [fresh.id, child.id]);
    const answer = await (await program.as(fresh.email)).post('/api/episodes', aWorry(child.id));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'SEARCH_MISSING',
      detail: 'Search for the child before adding a worry',
    });
    expect(await program.rows(`select 1 from app.episode_subject where person_id = $1`, [child.id])).toEqual(
      [],
    );
  });

  it('answers for a child of somebody else as for no child at all', async () => {
    await hasSearched(program, other);
    const made = await aStartedEpisode(program, lena, lenaAsks);
    const hidden = await otherAsks.post('/api/episodes', aWorry(made.child.id));
    const random = await otherAsks.post('/api/episodes', aWorry(randomUUID()));
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(random.text);
  });

  it('opens one episode for a child, whoever asks and however often at once', async () => {
    const child = await aChild(program);
    await program.rows(`update app.person set created_by = $1 where id = $2`, [lena.id, child.id]);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => lenaAsks.post('/api/episodes', aWorry(child.id))),
    );
    expect(answers.filter((each) => each.status === 201)).toHaveLength(1);
    expect(answers.filter((each) => each.status === 409)).toHaveLength(5);
    expect(answers.find((each) => each.status === 409)?.body).toMatchObject({ code: 'EPISODE_OPEN' });
    const open = await program.rows(`select 1 from app.episode_subject where person_id = $1`, [child.id]);
    expect(open).toHaveLength(1);
  });

  it('lets a closed case begin anew', async () => {
    const child = await aChild(program);
    await anEpisode(program, {
      children: [child],
      author: lena,
      state: 'CLOSED',
      openedOn: '2025-01-06',
      closedOn: '2025-06-02',
      closureReason: 'NEEDS_MET',
    });
    const answer = await lenaAsks.post('/api/episodes', aWorry(child.id));
    expect(answer.status).toBe(201);
  });

  it('names each field that is wrong', async () => {
    const child = await aChild(program);
    const answer = await lenaAsks.post<{ fields: Record<string, string[]> }>('/api/episodes', {
      ...aWorry(child.id),
      source: 'NOBODY',
      issues: [],
      worry: 'short',
    });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.fields).sort()).toEqual(['issues', 'source', 'worry']);
    const main = await lenaAsks.post('/api/episodes', { ...aWorry(child.id), mainIssue: 'BULLYING' });
    expect(main.body).toMatchObject({ fields: { mainIssue: [expect.stringContaining('ticked')] } });
  });

  it('needs somebody beside the child in a family record', async () => {
    const child = await aChild(program);
    await program.rows(`update app.person set created_by = $1 where id = $2`, [lena.id, child.id]);
    const answer = await lenaAsks.post('/api/episodes', { ...aWorry(child.id), type: 'FAMILY' });
    expect(answer.body).toMatchObject({ fields: { type: [expect.stringContaining('family')] } });
  });

  it('gives every episode a reference of its own', async () => {
    for (let n = 0; n < 12; n += 1) await aStartedEpisode(program, lena, lenaAsks);
    const rows = await program.rows<{ all: string; different: string }>(
      `select count(*) as all, count(distinct ref) as different from app.episode where ref like 'CAF-%'`,
    );
    expect(rows[0]?.all).toBe(rows[0]?.different);
  });
});
