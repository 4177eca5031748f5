import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAgreement, ORDINARY, Rows } from '@encircle/api/testing';
import { compareYear } from '../../tools/prove/drift/compare.mjs';
import { DAYS, simulate } from '../../tools/prove/drift/simulate.mjs';
import { Year } from '../../tools/prove/drift/store.mjs';
import { aWorker } from '../factories/people.js';
import { avaWorld } from '../factories/ava.js';
import { Program, type Client } from '../kit/program.js';

interface Week {
  items: { kind: string; dueOn: string; recordId: string; mine: boolean }[];
}

let program: Program;
const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  program.rows<T>(sql, values);
const drifting = async (client: Client): Promise<string[]> =>
  (await client.get<Week>('/api/my/week')).body.items
    .filter(({ kind }) => ['LONG_OPEN', 'MANY_REVIEWS', 'UNSEEN'].includes(kind))
    .map(({ kind, dueOn }) => `${kind} ${dueOn}`);

beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.stop());

describe('work that drifts', () => {
  const SEED = Number(process.env['ENCIRCLE_SEED'] ?? 20_260_105);

  it(`is told to whoever leads, once, and no longer than it is so: a year of ten cases, seed ${SEED}`, async () => {
    const leads = await Year.people(rows, 2);
    const clients = await Promise.all(leads.map(({ email }) => program.as(email)));
    const cases = simulate({ seed: SEED, count: 10, leads: leads.length });
    const found = await compareYear({
      year: new Year(rows, { Rows, addAgreement, ORDINARY }, cases, leads),
      cases,
      leads,
      days: Array.from({ length: 12 }, (_, n) => Math.floor((n * DAYS) / 12) + (SEED % 28)),
      setNow: (instant: string) => program.setNow(instant),
      ask: async (lead: number, query: string) => {
        const answer = await (clients[lead] as Client).get<Week>(`/api/my/week?${query}`);
        expect(answer.status).toBe(200);
        return answer.body;
      },
    });
    expect(found.wrong).toEqual([]);
    expect([found.raised > 5, found.closed > 0]).toEqual([true, true]);
  });

  it('goes by the area’s own limits, and tells nobody who does not lead', async () => {
    await program.setNow('2026-03-02T09:00:00Z');
    const world = await avaWorld(program);
    const lena = await program.as(world.lena.email);
    expect(await drifting(lena)).toEqual(['UNSEEN 2026-02-16']);
    const admin = await program.as((await aWorker(program, world.northway, { role: 'SADM' })).email);
    const set = async (key: string, value: number, version = 0) =>
      admin.put(`/api/timescales/${key}`, { value, version });
    expect((await set('drift.child.weeks', 400)).status).toBe(200);
    expect(await drifting(lena)).toEqual([]);
    expect((await set('drift.child.weeks', 1, 1)).status).toBe(200);
    expect(await drifting(lena)).toEqual(['UNSEEN 2026-01-12']);
    for (const who of [world.hana, world.viv])
      expect(await drifting(await program.as(who.email))).toEqual([]);
  });
});
