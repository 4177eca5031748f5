import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { buildApp, readSettings } from '@encircle/api/testing';
import * as guards from '../../migrations/src/sql/guards.js';
import { catchMutants, openBorough, proveWorlds, textsOf } from '../../tools/prove/access/borough.mjs';
import { KEPT } from '../../tools/prove/access/kept.mjs';
import { loadWorld } from '../../tools/prove/access/store.mjs';
import { walkWorld } from '../../tools/prove/access/walk.mjs';
import { makeWorld } from '../../tools/prove/access/world.mjs';
import { freshDatabase, type TestDatabase } from '../kit/database.js';
import { ownerUrl } from '../kit/story.js';
import { weekBothWays } from './week-both-ways.js';

/**
 * A small run of `npm run access:prove`, the same worlds every time; others with ENCIRCLE_SEED. The whole proof and all mutants
 * are the command's.
 */
const SEED = Number(process.env['ENCIRCLE_SEED']);
const texts = textsOf(guards);
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  process.stderr.write(`Generated worlds from ENCIRCLE_SEED=${SEED}\n`);
  database = await freshDatabase();
  client = await openBorough(ownerUrl(database), texts);
});

afterAll(async () => {
  await client.end();
  await database.close();
});

describe('every back-end of the policy gives the same answer in generated worlds', () => {
  it('function, predicate, row-level security, one-statement reads and gathered facts, for everybody', async () => {
    const { worlds, asked, found } = await proveWorlds([client], { from: SEED, count: 10 });
    expect(found).toEqual([]);
    expect(worlds).toBe(10);
    expect(asked).toBeGreaterThan(1000);
  });

  it('in the worlds that once showed a mistake', async () => {
    const found: string[] = [];
    for (const { seed } of KEPT) found.push(...(await proveWorlds([client], { from: seed, count: 1 })).found);
    expect(found).toEqual([]);
  });

  it('what my week reads, by its own function and by row-level security alone', async () => {
    let told = 0;
    for (const seed of [SEED, 3468, 155]) {
      const world = makeWorld(seed);
      await client.query('begin');
      await loadWorld(client, world);
      for (const { token, purposes, reason, role } of world.hats) {
        await client.query('select sec.enter($1, $2, $3)', [token, purposes[0], reason]);
        const { quick, plain } = await weekBothWays(client);
        expect([seed, role, quick]).toEqual([seed, role, plain]);
        told += plain['known']?.filter((row) => !row.includes('"contact_on":null')).length ?? 0;
      }
      await client.query('rollback');
    }
    expect(told).toBeGreaterThan(10);
  });

  it('a mistake in the function, a policy, the agreement, a hot read or the facts is noticed', async () => {
    const names = [
      'eleven read-only working days instead of ten',
      'a refusal elsewhere does not contest a line',
      'after a withdrawal the lead professional has no days to close',
      'an opened case counts contested lines as settled',
      'a replaced line is gathered as one that stands',
    ];
    const caught = await catchMutants([client], { texts, from: 1, most: 60, names });
    expect(caught.filter(({ world }) => world === null)).toEqual([]);
    expect(caught).toHaveLength(names.length);
  });

  it('lists at every page size, counts and single reads over HTTP', async () => {
    const databases: TestDatabase[] = [];
    const clone = async (): Promise<string> => {
      const made = await freshDatabase();
      databases.push(made);
      return ownerUrl(made);
    };
    const where = { clone, loginUrl: database.loginUrl, buildApp, readSettings };
    for (const seed of [SEED, ...KEPT.filter(({ walked }) => walked).map((world) => world.seed)]) {
      const { requests, shown, found } = await walkWorld(where, makeWorld(seed, { unhurried: true }));
      expect(found).toEqual([]);
      expect(shown).toBeGreaterThan(0);
      expect(requests).toBeGreaterThan(20);
    }
    for (const made of databases) await made.close();
  });
});
