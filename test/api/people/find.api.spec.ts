import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchKey } from '@encircle/shared/names';
import type { FindAnswer } from '@encircle/shared/people';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anEpisode } from '../../factories/episodes.js';
import {
  theAgreementOfMia,
  theWorldOfAva,
  theWorldOfEli,
  type WorldOfAva,
} from '../../factories/fixture-e1.js';
import { aWorker, type Worker } from '../../factories/people.js';

let program: Program;
let world: WorldOfAva;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
  await theAgreementOfMia(program, world);
  await theWorldOfEli(program, world);
});
afterAll(() => program.stop());

const WHY = { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'Starting or adding support' };
const AVA = { name: 'Ava Ames', dateOfBirth: '2016-06-10' };
const ELI = { name: 'Eli Stone', dateOfBirth: '2018-08-08', sex: 'MALE' };
const NOBODY = { name: 'Nobody Here', dateOfBirth: '2015-05-05' };

const find = async (worker: Worker, body: object, headers = WHY): Promise<Answer<FindAnswer>> =>
  (await program.as(worker.email)).post<FindAnswer>('/api/find', body, headers);

/** The same worker's answer to nothing found, but for the count of searches. */
const asNothing = (answer: Answer<FindAnswer>): unknown => ({
  status: answer.status,
  body: { ...answer.body, allowance: null },
});

describe('a search asks why, and for more than one identifier', () => {
  let wes: Client;
  beforeAll(async () => {
    wes = await program.as(world.wes.email);
  });

  it.each([
    ['a name alone', { name: 'Ava Ames' }, WHY, 'dateOfBirth'],
    ['no name', { dateOfBirth: '2016-06-10' }, WHY, 'name'],
    ['a wildcard', { name: 'A%', dateOfBirth: '2016-06-10' }, WHY, 'name'],
    ['half a postcode', { name: 'Ava Ames', postcode: 'QX4' }, WHY, 'postcode'],
    ['a wrong NHS number', { name: 'Ava Ames', nhsNumber: '9990000019' }, WHY, 'nhsNumber'],
    ['a birthday to come', { name: 'Ava Ames', dateOfBirth: '2027-01-01' }, WHY, 'dateOfBirth'],
    ['no purpose', AVA, { 'x-encircle-reason': 'Curious' }, 'purpose'],
    ['no reason', AVA, { 'x-encircle-purpose': 'ASSESS' }, 'reason'],
  ])('%s is refused and names the field', async (_, body, headers, field) => {
    const answer = await wes.post<{ fields: Record<string, string[]> }>(
      '/api/find',
      body,
      headers as typeof WHY,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.fields).toHaveProperty([field]);
  });

  it('a refused search is not counted', async () => {
    const [{ used } = { used: -1 }] = await program.rows<{ used: number }>(
      `select coalesce(sum(used), 0)::int as used from app.search_allowance where user_id = $1`,
      [world.wes.id],
    );
    expect(used).toBe(0);
  });
});

describe('about everyone: the index answer (rule R17)', () => {
  it('S10: not asked, listed: a record may exist, with the lead professional to ring', async () => {
    const { status, body } = await find(world.wes, AVA);
    expect(status).toBe(200);
    expect(body.index).toEqual({
      answer: 'MAY_EXIST',
      emergency: null,
      matchedOn: ['SURNAME_DOB_SEX'],
      leadProfessional: {
        fullName: 'Lena Marsh',
        jobTitle: 'SENCO',
        agencyName: 'Northway Primary',
        phone: '01632960100',
      },
      rows: [],
    });
    expect(body.known).toEqual([]);
  });

  it.each([
    ['surname, birth date and sex', { name: 'Ames', dateOfBirth: '2016-06-10', sex: 'FEMALE' }],
    ['name and postcode', { name: 'AVA  ames', postcode: 'qx47ab' }],
    ['NHS number', { name: 'Ava Ames', nhsNumber: '999 000 0018' }],
  ])('finds by %s', async (_, body) => {
    expect((await find(world.wes, body)).body.index.answer).toBe('MAY_EXIST');
  });

  it.each([
    ['surname and birth date without sex or forename', { name: 'Ames', dateOfBirth: '2016-06-10' }],
    ['a misspelling', { name: 'Eva Ames', dateOfBirth: '2016-06-10' }],
    ['a swapped birthday', { name: 'Ava Ames', dateOfBirth: '2016-10-06' }],
    ['the next postcode', { name: 'Ava Ames', postcode: 'QX4 7AD' }],
  ])('never by %s', async (_, body) => {
    expect((await find(world.wes, body)).body.index.answer).toBe('NO_RECORD');
  });

  it('S09: a service the family refused gets what nothing found gets', async () => {
    expect(asNothing(await find(world.viv, AVA))).toEqual(asNothing(await find(world.viv, NOBODY)));
  });

  it('S46: a shielded child is never returned, to the listed neither', async () => {
    for (const worker of [world.wes, world.mo, world.dee])
      expect(asNothing(await find(worker, ELI))).toEqual(asNothing(await find(worker, NOBODY)));
  });

  it('S48: the postcode of a refuge finds nothing', async () => {
    for (const worker of [world.wes, world.mo, world.dee])
      expect(asNothing(await find(worker, { name: 'Eli Stone', postcode: 'QX9 9ZZ' }))).toEqual(
        asNothing(await find(worker, NOBODY)),
      );
  });

  it.each(['CONCERN', 'REJECTED', 'ARCHIVED', 'MERGED'])('says nothing of a record in %s', async (state) => {
    const child = await aChild(program, { familyName: 'Silent', dateOfBirth: '2014-04-04' });
    await anEpisode(program, { children: [child], state, author: world.lena });
    const body = { name: `${child.givenNames} Silent`, dateOfBirth: '2014-04-04' };
    expect((await find(world.hana, body)).body.index.answer).toBe('NO_RECORD');
  });

  it('without a listing: that a record may exist, and no name', async () => {
    const child = await aChild(program, { familyName: 'Unlisted', dateOfBirth: '2014-04-05' });
    await anEpisode(program, { children: [child], lead: world.hana });
    const { body } = await find(world.wes, {
      name: `${child.givenNames} Unlisted`,
      dateOfBirth: '2014-04-05',
    });
    expect(body.index).toMatchObject({ answer: 'MAY_EXIST', leadProfessional: null, rows: [] });
  });

  it('the CAF team and the front door get the row of the index', async () => {
    for (const worker of [world.mo, world.dee]) {
      const { body } = await find(worker, AVA);
      expect(body.index.rows).toEqual([
        expect.objectContaining({ episodeId: world.e1.id, fullName: 'Ava Ames', state: 'PLAN_ACTIVE' }),
      ]);
    }
  });

  it('a role without the index is answered as for an address that is not there', async () => {
    const answer = await find(world.sid, AVA);
    expect([answer.status, answer.body]).toEqual([404, { status: 404, code: 'NOT_FOUND', reference: '' }]);
  });
});

describe('what is compared', () => {
  it('names are folded in the database as they are on the screen', async () => {
    const names = [
      'Zoë O’Brien-Łuk',
      "O'Brien",
      'Weiß',
      'İlknur',
      'Kaʻena',
      'Søren',
      'Æthel',
      'Þór',
      '明',
      'محمد',
      'St. John',
      'Đỗ',
    ];
    const rows = await program.rows<{ name: string; folded: string }>(
      `select n as name, sec.fold(n) as folded from unnest($1::text[]) as n`,
      [names],
    );
    for (const { name, folded } of rows) expect([name, folded]).toEqual([name, matchKey(name)]);
  });

  it('keys follow a change of name, number and address, and a shielded address is none', async () => {
    const child = await aChild(program, {
      givenNames: 'Kit',
      familyName: 'Keys',
      postcode: 'QX1 1AA',
      nhsNumber: '9990000042',
    });
    const keys = async (kind: string): Promise<string[]> =>
      (
        await program.rows<{ key: string }>(
          `select key from sec.match_key where person_id = $1 and kind = $2 order by key`,
          [child.id, kind],
        )
      ).map((row) => row.key);
    expect([await keys('NHS'), await keys('NAME_POSTCODE')]).toEqual([['9990000042'], ['keys|kit|QX11AA']]);
    await program.rows(`update app.person set family_name = 'Locks' where id = $1`, [child.id]);
    await program.rows(`update app.address set valid_to = '2026-01-01' where person_id = $1`, [child.id]);
    await program.rows(
      `insert into app.address (person_id, kind, postcode) values ($1, 'REFUGE', 'QX2 2BB')`,
      [child.id],
    );
    await program.rows(`delete from app.identifier where person_id = $1`, [child.id]);
    expect([await keys('NHS'), await keys('NAME_POSTCODE')]).toEqual([[], []]);
    expect(await keys('NAME_DOB_SEX')).toEqual(['locks|2016-06-10|FEMALE']);
  });

  it('a worker blocked for a conflict of interest finds nothing', async () => {
    const blocked = await aWorker(program, world.agencies.surgery, { fullName: 'Blocked Worker' });
    await program.rows(
      `insert into app.conflict_block (person_id, user_id, reason, from_at) values ($1, $2, 'FAMILY', '2025-01-01')`,
      [world.ava.id, blocked.id],
    );
    expect(asNothing(await find(blocked, AVA))).toEqual(asNothing(await find(blocked, NOBODY)));
  });
});

describe('among children one may already see: near matches', () => {
  it('says why each is there, with age, area and school', async () => {
    const { body } = await find(world.hana, {
      name: 'Eva Aimes',
      dateOfBirth: '2016-10-06',
      postcode: 'QX4 7AD',
    });
    expect(body.index.answer).toBe('NO_RECORD');
    expect(body.known).toEqual([
      {
        childId: world.ava.id,
        episodeId: world.e1.id,
        chosenName: 'Ava',
        fullName: 'Ava Ames',
        ageYears: 9,
        dateOfBirth: '2016-06-10',
        postcodeArea: 'QX4 7',
        setting: 'Northway Primary',
        relation: 'TACM',
        reasons: [
          { kind: 'SOUNDS_LIKE', typed: 'Eva', recorded: 'Ava' },
          { kind: 'SOUNDS_LIKE', typed: 'Aimes', recorded: 'Ames' },
          { kind: 'BIRTHDAY_SWAPPED', typed: '2016-10-06', recorded: '2016-06-10' },
          { kind: 'NEAR_POSTCODE' },
        ],
      },
    ]);
  });

  it('a manager finds the children of the agency’s cases', async () => {
    expect((await find(world.ruth, AVA)).body.known).toEqual([
      expect.objectContaining({ childId: world.ava.id, relation: 'MANAGER' }),
    ]);
  });

  it('a colleague without a place finds nothing near', async () => {
    const { body } = await find(world.colleague, { name: 'Eva Aimes', dateOfBirth: '2016-10-06' });
    expect([body.known, body.index.answer]).toEqual([[], 'NO_RECORD']);
  });
});

describe('what is kept of a search', () => {
  it('a hit and a miss are written down, with purpose, reason and a keyed hash, and without a name', async () => {
    await program.rows(`truncate app.search_allowance`);
    await find(world.wes, AVA);
    await find(world.wes, NOBODY);
    const rows = await program.rows<Record<string, unknown>>(
      `select action, outcome, episode_id, child_ids, purpose, reason, query_hash, result_count, e::text as whole
       from audit.entry e where actor_id = $1 order by id desc limit 3`,
      [world.wes.id],
    );
    const [miss, matched, hit] = rows;
    expect(miss).toMatchObject({
      action: 'index.searched',
      purpose: 'COORDINATE',
      result_count: 0,
      episode_id: null,
    });
    expect(matched).toMatchObject({ action: 'index.matched', outcome: 'LIMITED', episode_id: world.e1.id });
    expect(hit).toMatchObject({ action: 'index.searched', reason: 'Starting or adding support' });
    expect(hit?.['query_hash']).toMatch(/^[0-9a-f]{64}$/);
    expect(hit?.['query_hash']).not.toBe(miss?.['query_hash']);
    expect(JSON.stringify(rows)).not.toMatch(/Ames|Nobody/);
  });

  it('a refused service’s search is on the record of the child it asked about', async () => {
    await find(world.viv, AVA);
    const [row] = await program.rows(
      `select outcome from audit.entry where actor_id = $1 and episode_id = $2 order by id desc limit 1`,
      [world.viv.id, world.e1.id],
    );
    expect(row).toEqual({ outcome: 'DENY_HIDE' });
  });

  it('twenty an hour, then no more until the next; the count is shown and cannot be set back', async () => {
    const curious = await aWorker(program, world.agencies.surgery, { fullName: 'Curious Person' });
    const client = await program.as(curious.email);
    for (let n = 1; n <= 20; n += 1) {
      const { body } = await client.post<FindAnswer>('/api/find', NOBODY, WHY);
      expect(body.allowance).toMatchObject({ used: n, limit: 20, resetsAt: '2026-03-16T10:00:00.000Z' });
    }
    const over = await client.post<{ code: string }>('/api/find', AVA, WHY);
    expect([over.status, over.body.code]).toEqual([429, 'SEARCH_ALLOWANCE']);
    const [refused] = await program.rows(
      `select outcome, basis from audit.entry where actor_id = $1 order by id desc limit 1`,
      [curious.id],
    );
    expect(refused).toEqual({ outcome: 'DENY', basis: ['SEARCH_ALLOWANCE'] });
    await program.setNow('2026-03-16T10:00:01Z');
    expect((await client.post('/api/find', AVA, WHY)).status).toBe(200);
    await program.setNow('2026-03-16T09:00:00Z');
  });
});
