import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddChild, ChildAdded, ChildView, FindAnswer, RelativeList } from '@encircle/shared/people';
import { verifyKept } from '../../kit/kept-rows.js';
import { Program, type Client } from '../../kit/program.js';
import {
  theAgreementOfMia,
  theWorldOfAva,
  theWorldOfEli,
  type WorldOfAva,
} from '../../factories/fixture-e1.js';
import type { Person } from '../../factories/children.js';

let program: Program;
let world: WorldOfAva;
let eli: Person;
let lena: Client;
let wes: Client;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
  await theAgreementOfMia(program, world);
  ({ eli } = await theWorldOfEli(program, world));
  lena = await program.as(world.lena.email);
  wes = await program.as(world.wes.email);
});
afterAll(() => program.stop());

const WHY = { 'x-encircle-purpose': 'ASSESS', 'x-encircle-reason': 'Starting or adding support' };
const search = (client: Client, name = 'Bo Birch'): Promise<{ body: FindAnswer }> =>
  client.post<FindAnswer>('/api/find', { name, dateOfBirth: '2015-03-01' }, WHY);

const BO: AddChild = {
  isUnborn: false,
  givenNames: 'Bo',
  familyName: 'Birch',
  dateOfBirth: '2015-03-01',
  dobStatus: 'DECLARED',
  sex: 'MALE',
  addresses: [{ kind: 'HOME', lines: '4 Quay Road', postcode: 'qx42ab' }],
  relatives: [
    {
      givenNames: 'Fay',
      familyName: 'Birch',
      kind: 'MOTHER',
      hasPr: 'YES',
      prBasis: 'MOTHER',
      livesWith: 'FULL_TIME',
      phone: '07700 900123',
    },
  ],
};

const count = async (): Promise<number> =>
  (await program.rows<{ n: number }>(`select count(*)::int as n from app.person`))[0]?.n ?? -1;

describe('adding a child', () => {
  it('comes after a search', async () => {
    const answer = await lena.post<{ code: string }>('/api/children', BO);
    expect([answer.status, answer.body.code]).toEqual([409, 'SEARCH_FIRST']);
    await search(lena);
  });

  it('stores what was typed in one form, with family, and lets the adder see it', async () => {
    const added = await lena.post<ChildAdded>('/api/children', { ...BO, nhsNumber: '999 000 0026' });
    expect(added.status).toBe(201);
    const view = await lena.get<ChildView>(`/api/children/${added.body.id}`);
    expect(view.body).toMatchObject({
      chosenName: 'Bo',
      fullName: 'Bo Birch',
      ageYears: 11,
      identifiers: [{ kind: 'NHS', value: '9990000026', status: 'DECLARED' }],
      addresses: [expect.objectContaining({ postcode: 'QX4 2AB' })],
    });
    const family = await lena.get<RelativeList>(`/api/children/${added.body.id}/relatives`);
    expect(family.body.items).toEqual([
      expect.objectContaining({
        fullName: 'Fay Birch',
        hasPr: 'YES',
        prBasis: 'MOTHER',
        livesWith: 'FULL_TIME',
      }),
    ]);
    expect(added.body.relativeIds).toEqual([family.body.items[0]?.personId]);
    const found = await search(lena);
    expect(found.body.known).toEqual([expect.objectContaining({ childId: added.body.id, episodeId: null })]);
  });

  it('writes down who added whom, with field names and no words', async () => {
    const [row] = await program.rows<{ fields: string[]; whole: string }>(
      `select fields, e::text as whole from audit.entry e where action = 'child.added' order by id desc limit 1`,
    );
    expect(row?.fields).toEqual(expect.arrayContaining(['familyName', 'relatives']));
    expect(row?.whole).not.toMatch(/Birch/);
  });

  it('the same request twice makes one child', async () => {
    const before = await count();
    const headers = { 'idempotency-key': 'add-bo-birch-once' };
    const first = await lena.post<ChildAdded>('/api/children', BO, headers);
    const second = await lena.post<ChildAdded>('/api/children', BO, headers);
    expect(second.body).toEqual(first.body);
    expect(await count()).toBe(before + 2);
  });

  it('a number in use elsewhere is answered like a fresh one; only the CAF team hears of it', async () => {
    const inUse = await lena.post<ChildAdded>('/api/children', { ...BO, nhsNumber: '9990000018' });
    const fresh = await lena.post<ChildAdded>('/api/children', {
      ...BO,
      familyName: 'Birk',
      nhsNumber: '9990000034',
    });
    const shape = ({ status, body }: typeof inUse): unknown => [status, Object.keys(body), body.chosenName];
    expect(shape(inUse)).toEqual(shape(fresh));
    const [told] = await program.rows<{ payload: { otherIds: string[] } }>(
      `select payload from app.outbox where topic = 'child.possible-duplicate' and payload->>'childId' = $1`,
      [inUse.body.id],
    );
    expect(told?.payload.otherIds).toContain(world.ava.id);
  });

  it('an unborn baby is named by the mother', async () => {
    const unborn: AddChild = {
      isUnborn: true,
      dueDate: '2026-07-27',
      sex: 'UNKNOWN',
      addresses: [],
      relatives: [
        {
          givenNames: 'Nia',
          familyName: 'Novak',
          kind: 'MOTHER',
          hasPr: 'YES',
          prBasis: 'MOTHER',
          livesWith: 'FULL_TIME',
        },
      ],
    };
    const added = await lena.post<ChildAdded>('/api/children', unborn);
    expect([added.status, added.body.chosenName]).toEqual([201, 'Unborn baby of Nia Novak']);
  });

  it.each([
    ['no surname', { familyName: '' }, 'familyName'],
    ['a stand-in for a surname', { familyName: 'UNKNOWN' }, 'familyName'],
    ['a birth date to come', { dateOfBirth: '2026-03-17' }, 'dateOfBirth'],
    ['a grown-up', { dateOfBirth: '2008-03-16' }, 'dateOfBirth'],
    ['no such day', { dateOfBirth: '2016-02-30' }, 'dateOfBirth'],
    ['a due date for a born child', { dueDate: '2026-07-01' }, 'dueDate'],
    ['no word on how the birth date is known', { dobStatus: undefined }, 'dobStatus'],
    ['a wrong NHS number', { nhsNumber: '9990000019' }, 'nhsNumber'],
    ['a wrong UPN', { upn: 'A801200005001' }, 'upn'],
    ['no address', { addresses: [] }, 'addresses'],
    ['half a postcode', { addresses: [{ kind: 'HOME', postcode: 'QX4' }] }, 'addresses.0.postcode'],
    [
      'a number that costs extra',
      { contacts: [{ kind: 'PHONE', value: '0909 8790000' }] },
      'contacts.0.value',
    ],
    ['an unborn child with a birth date', { isUnborn: true, dueDate: '2026-07-01' }, 'dateOfBirth'],
    [
      'parental responsibility without a ground',
      { relatives: [{ givenNames: 'A', familyName: 'B', kind: 'FATHER', hasPr: 'YES', livesWith: 'NO' }] },
      'relatives.0.prBasis',
    ],
    ['a field of somebody’s own', { sealed: true }, 'sealed'],
  ])('%s is refused, names the field and stores nothing', async (_, over, field) => {
    const before = await count();
    const answer = await lena.post<{ fields: Record<string, string[]> }>('/api/children', { ...BO, ...over });
    expect(answer.status).toBe(400);
    expect(answer.body.fields).toHaveProperty([field]);
    expect(await count()).toBe(before);
  });

  it('a relative who may not be seen cannot be pointed at, and the answer is that of nobody', async () => {
    await search(wes);
    const tie = { kind: 'MOTHER', hasPr: 'NO', livesWith: 'NO' };
    const of = (personId: string): Promise<{ status: number; body: { fields?: unknown } }> =>
      wes.post('/api/children', { ...BO, relatives: [{ ...tie, personId }] });
    const [hidden, nobody] = [await of(world.mia.id), await of('11111111-1111-4111-8111-111111111111')];
    expect([hidden.status, hidden.body.fields]).toEqual([
      400,
      { 'relatives.0.personId': ['Choose the person again'] },
    ]);
    expect([nobody.status, nobody.body.fields]).toEqual([hidden.status, hidden.body.fields]);
  });
});

describe('a child on record', () => {
  it('shows the team who the child is, and education only the UPN', async () => {
    const hana = await program.as(world.hana.email);
    await program.rows(
      `insert into app.identifier (person_id, kind, value) values ($1, 'UPN', 'B801200005001')`,
      [world.ava.id],
    );
    const kinds = async (client: Client): Promise<string[]> =>
      (await client.get<ChildView>(`/api/children/${world.ava.id}`)).body.identifiers.map(
        (each) => each.kind,
      );
    expect(await kinds(lena)).toEqual(['NHS', 'UPN']);
    expect(await kinds(hana)).toEqual(['NHS']);
  });

  it('is changed with its version; the second to save sees both texts', async () => {
    const { body: before } = await lena.get<ChildView>(`/api/children/${world.ava.id}`);
    const change = { version: before.version, preferredName: 'Avie' };
    const saved = await lena.patch<ChildView>(`/api/children/${world.ava.id}`, change);
    expect([saved.status, saved.body.chosenName, saved.body.version]).toEqual([
      200,
      'Avie',
      before.version + 1,
    ]);
    const late = await lena.patch<{ data: { stored: ChildView; sent: unknown } }>(
      `/api/children/${world.ava.id}`,
      {
        ...change,
        preferredName: 'Av',
      },
    );
    expect(late.status).toBe(409);
    expect([late.body.data.stored.preferredName, late.body.data.sent]).toEqual([
      'Avie',
      { version: before.version, preferredName: 'Av' },
    ]);
  });

  it('gains a relative', async () => {
    const gran = {
      givenNames: 'Gran',
      familyName: 'Ames',
      kind: 'GRANDPARENT',
      hasPr: 'NO',
      livesWith: 'NO',
    };
    const added = await lena.post<RelativeList>(`/api/children/${world.ava.id}/relatives`, gran);
    expect(added.status).toBe(201);
    expect(added.body.items.map((each) => each.fullName)).toContain('Gran Ames');
  });

  it('leaves an audit row for each look', async () => {
    const [row] = await program.rows(
      `select action, outcome, categories, episode_id from audit.entry
       where actor_id = $1 and action = 'child.viewed' order by id desc limit 1`,
      [world.hana.id],
    );
    expect(row).toEqual({
      action: 'child.viewed',
      outcome: 'ALLOW',
      categories: ['IDENT'],
      episode_id: world.e1.id,
    });
  });

  it.each(['', '/relatives'])('S47: outsiders get the answer of a random id (%s)', async (part) => {
    const random = '22222222-2222-4222-8222-222222222222';
    const outsiders = [world.wes, world.viv, world.colleague, world.sid];
    for (const worker of outsiders) {
      const client = await program.as(worker.email);
      const unused = await client.get(`/api/children/${random}${part}`);
      expect(unused.status).toBe(404);
      for (const id of [world.ava.id, eli.id]) {
        const answer = await client.get(`/api/children/${id}${part}`);
        expect([answer.status, answer.text]).toEqual([unused.status, unused.text]);
      }
    }
    const hana = await program.as(world.hana.email);
    expect((await hana.get(`/api/children/${eli.id}${part}`)).status).toBe(404);
  });

  it('an address that is no id is an unknown one', async () => {
    const answer = await lena.get('/api/children/one');
    expect([answer.status, answer.body]).toEqual([404, { status: 404, code: 'NOT_FOUND', reference: '' }]);
  });

  it('an outsider changes nothing', async () => {
    const change = { version: 1, preferredName: 'Mine' };
    expect((await wes.patch(`/api/children/${world.ava.id}`, change)).status).toBe(404);
    const tie = { givenNames: 'X', familyName: 'Y', kind: 'OTHER', hasPr: 'NO', livesWith: 'NO' };
    const before = await count();
    expect((await wes.post(`/api/children/${world.ava.id}/relatives`, tie)).status).toBe(404);
    expect(await count()).toBe(before);
  });

  it('leaves what is kept for lists and guards as the facts say', async () => {
    const { rows, differences } = await verifyKept(program.database);
    expect(differences).toEqual([]);
    expect(rows['app.case_grant']).toBeGreaterThan(0);
  });
});
