import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  KinMatch,
  RelativeEffects,
  RelativeList,
  RelativePastList,
  RelativeView,
} from '@encircle/shared/people';
import { anAdult, aFamilyAccount, relativeOf } from '../../factories/children.js';
import { aShield, onTheCase } from '../../factories/episodes.js';
import { theAgreementOfMia, theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import { verifyKept } from '../../kit/kept-rows.js';
import { Program, type Answer, type Client } from '../../kit/program.js';

let program: Program;
let world: WorldOfAva;
let lena: Client;
let hana: Client;

const GRAN = { givenNames: 'Gwen', familyName: 'Price', kind: 'GRANDPARENT', hasPr: 'NO', livesWith: 'NO' };
type Refused = {
  code: string;
  fields: Record<string, string[]>;
  data: { matches: KinMatch[]; stored: RelativeView };
};

const at = (more = ''): string => `/api/children/${world.ava.id}/relatives${more}`;
const list = async (): Promise<RelativeView[]> => (await lena.get<RelativeList>(at())).body.items;
const tieOf = async (name: string): Promise<RelativeView> => {
  const tie = (await list()).find(({ fullName }) => fullName === name);
  if (!tie) throw new Error(`${name} is not written down`);
  return tie;
};
/** The tie as it stands, as a change of it is sent. */
const asIs = ({ kind, hasPr, livesWith, isCarer, version, ...tie }: RelativeView): object => ({
  kind,
  hasPr,
  livesWith,
  isCarer,
  version,
  ...(tie.prBasis === null ? {} : { prBasis: tie.prBasis }),
});
const fieldsOf = (answer: Answer<Refused>): string[] => Object.keys(answer.body.fields);
const bare = (answer: Answer): unknown[] => [answer.status, answer.text.replace(/"reference":"[^"]*"/, '')];
const readable = async (client: Client): Promise<number> =>
  (await client.get(`/api/episodes/${world.e1.id}/content?category=PLAN`)).status;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
  await theAgreementOfMia(program, world);
  lena = await program.as(world.lena.email);
  hana = await program.as(world.hana.email);
});
afterAll(() => program.stop());

describe('writing somebody down', () => {
  it('keeps what they are to the child, since when, how it is known and how to reach them safely', async () => {
    const added = await lena.post<RelativeList>(at(), {
      ...GRAN,
      phone: '07700 900456',
      safeToText: false,
      validFrom: '2016-06-10',
    });
    expect(added.status).toBe(201);
    expect(added.body.mayChange).toBe(true);
    expect(added.body.items.find(({ fullName }) => fullName === 'Gwen Price')).toMatchObject({
      kind: 'GRANDPARENT',
      validFrom: '2016-06-10',
    });
    const [phone] = await program.rows(
      `select t.safe_to_call, t.safe_to_text from app.contact_point t join app.person p on p.id = t.person_id where p.given_names = 'Gwen'`,
    );
    expect(phone).toEqual({ safe_to_call: true, safe_to_text: false });
  });

  it('names each wrong field', async () => {
    const wrong = async (more: object): Promise<string[]> =>
      fieldsOf(await lena.post<Refused>(at(), { ...GRAN, nobodyOnRecord: true, ...more }));
    expect(await wrong({ kind: 'NEIGHBOUR', hasPr: 'MAYBE', livesWith: '' })).toEqual([
      'kind',
      'hasPr',
      'livesWith',
    ]);
    expect(await wrong({ hasPr: 'YES' })).toEqual(['prBasis']);
    expect(await wrong({ validFrom: '2027-01-01', prFrom: '2020-01-01' })).toEqual(['prFrom', 'validFrom']);
    expect(await wrong({ hasPr: 'YES', prBasis: 'REGISTERED_FATHER', prFrom: '2003-11-30' })).toEqual([
      'prFrom',
    ]);
    expect(await wrong({ personId: randomUUID() })).toEqual(['personId']);
  });

  it('looks first: whoever of this record may be meant is shown, and nobody of another', async () => {
    const maybe = await lena.post<Refused>(at(), {
      ...GRAN,
      givenNames: 'Sol',
      familyName: 'Prise',
      kind: 'PARTNER',
    });
    expect([maybe.status, maybe.body.code]).toEqual([409, 'MAYBE_KNOWN']);
    expect(maybe.body.data.matches).toEqual([
      expect.objectContaining({
        personId: world.sol.id,
        fullName: 'Sol Price',
        ties: ['Step-parent of Ava'],
      }),
    ]);
    const stranger = await anAdult(program, { givenNames: 'Ned', familyName: 'Nowhere' });
    const fresh = { ...GRAN, givenNames: 'Ned', familyName: 'Nowhere', kind: 'AUNT_UNCLE' };
    expect(fieldsOf(await lena.post<Refused>(at(), { ...fresh, personId: stranger.id }))).toEqual([
      'personId',
    ]);
    const same = await lena.post<Refused>(at(), { ...GRAN, kind: 'STEP_PARENT', personId: world.sol.id });
    expect(fieldsOf(same)).toEqual(['kind']);
  });

  it('opens nobody a record: whoever is said to have responsibility is to be asked and checked', async () => {
    const [before] = await program.rows<{ n: number }>(
      `select count(*)::int as n from app.relationship where portal = 'VERIFIED'`,
    );
    await lena.post(at(), {
      ...GRAN,
      givenNames: 'Una',
      familyName: 'Vale',
      kind: 'SPECIAL_GUARDIAN',
      hasPr: 'YES',
      prBasis: 'PR_ORDER',
    });
    const una = await tieOf('Una Vale');
    const [row] = await program.rows<{ portal: string }>(
      'select portal from app.relationship where id = $1',
      [una.id],
    );
    expect(row?.portal).toBe('NOT_ASKED');
    const account = await aFamilyAccount(
      program,
      { id: una.personId, givenNames: 'Una', familyName: 'Vale' },
      'PAR',
    );
    const parent = await program.as(account.email);
    for (const path of [at(), `/api/children/${world.ava.id}`])
      expect((await parent.get<Refused>(path)).body.code).toBe('ON_VERIFIED_REQUEST');
    const [after] = await program.rows<{ n: number }>(
      `select count(*)::int as n from app.relationship where portal = 'VERIFIED'`,
    );
    expect(after).toEqual(before);
    await lena.post(at(`/${una.id}/end`), {
      version: una.version,
      why: 'MISTAKEN',
      reason: 'Somebody else’s aunt',
    });
  });
});

describe('a change', () => {
  it('says before it is saved who may agree then, and what becomes of what was agreed', async () => {
    const mia = await tieOf('Mia Ames');
    const ask = async (more: object): Promise<RelativeEffects> =>
      (
        await lena.post<RelativeEffects>(at('/preview'), {
          relativeId: mia.id,
          hasPr: 'NO',
          why: 'CHANGED',
          ...more,
        })
      ).body;
    expect(await ask({})).toEqual({
      mayAgreeNow: ['Mia Ames', 'Finn Ames'],
      mayAgreeThen: ['Finn Ames'],
      services: 4,
      stands: true,
      portal: 'SHUT',
    });
    expect(await ask({ why: 'CORRECTED' })).toMatchObject({ stands: false });
    expect(await ask({ hasPr: 'YES', prBasis: 'SGO' })).toMatchObject({
      mayAgreeThen: ['Mia Ames'],
      portal: 'UNCHANGED',
    });
  });

  it('refuses what is stale, wrong by field, the same or not theirs', async () => {
    const finn = await tieOf('Finn Ames');
    const change = { ...asIs(finn), why: 'CHANGED', livesWith: 'PART_TIME' };
    const late = await lena.post<Refused>(at(`/${finn.id}/change`), { ...change, version: 9 });
    expect([late.status, late.body.data.stored.version]).toEqual([409, finn.version]);
    const wrong = async (more: object): Promise<string[]> =>
      fieldsOf(await lena.post<Refused>(at(`/${finn.id}/change`), { ...change, ...more }));
    expect(await wrong({ why: 'X' })).toEqual(['why']);
    expect(await wrong({ livesWith: 'NO' })).toEqual(['kind']);
    expect(await wrong({ why: 'CORRECTED' })).toEqual(['reason']);
    expect(await wrong({ hasPr: 'NO', prBasis: '' })).toEqual(expect.arrayContaining(['prBasis']));
    const none = { ...change, hasPr: 'NO', prBasis: undefined };
    expect(fieldsOf(await lena.post<Refused>(at(`/${finn.id}/change`), none))).toEqual(['prUntil']);
    const nobody = await lena.post(at(`/${randomUUID()}/change`), change);
    expect(nobody.status).toBe(404);
    expect((await hana.post<Refused>(at(`/${finn.id}/change`), change)).body.code).toBe('R05_RELATION');
    expect(await list()).toContainEqual(finn);
  });

  it('of a day leaves what was agreed before, and shuts the way in', async () => {
    const mia = await tieOf('Mia Ames');
    const open = await readable(hana);
    const ended = await lena.post<RelativeList>(at(`/${mia.id}/change`), {
      ...asIs(mia),
      hasPr: 'NO',
      prBasis: undefined,
      why: 'CHANGED',
      prUntil: '2026-03-15',
      reason: 'An adoption order was made',
    });
    expect(ended.status).toBe(200);
    expect([open, await readable(hana)]).toEqual([200, 200]);
    const [row] = await program.rows<{ portal: string; capacity: string }>(
      `select r.portal, (select k.capacity from app.consent k where k.giver_person_id = r.person_id limit 1) as capacity
       from app.relationship r where r.id = $1`,
      [mia.id],
    );
    expect(row).toEqual({ portal: 'NONE', capacity: 'PARENT_PR' });
    expect((await verifyKept(program.database)).differences).toEqual([]);
  });

  it('of what was never right takes back what rested on it, and back again', async () => {
    const back = await tieOf('Mia Ames');
    const right = {
      ...asIs(back),
      hasPr: 'YES',
      prBasis: 'MOTHER',
      why: 'CORRECTED',
      reason: 'There was no order',
    };
    expect((await lena.post(at(`/${back.id}/change`), right)).status).toBe(200);
    const mia = await tieOf('Mia Ames');
    const never = {
      ...asIs(mia),
      hasPr: 'NO',
      prBasis: undefined,
      why: 'CORRECTED',
      reason: 'She is the aunt',
    };
    expect((await lena.post(at(`/${mia.id}/change`), never)).status).toBe(200);
    expect(await readable(hana)).not.toBe(200);
    expect((await verifyKept(program.database)).differences).toEqual([]);
    // What opened the record to the lead as well is gone: the CAF team, with a task, puts it back.
    expect((await lena.get(at())).status).toBe(403);
    await onTheCase(program, world.e1.id, world.mo, 'CAFC_TASK');
    const mo = await program.as(world.mo.email);
    const again = (await mo.get<RelativeList>(at())).body.items.find(({ id }) => id === mia.id);
    await mo.post(at(`/${mia.id}/change`), {
      ...right,
      version: again?.version,
      reason: 'She is the mother',
    });
    expect(await readable(hana)).toBe(200);
  });
});

describe('an end', () => {
  it('names what is wrong', async () => {
    const sol = await tieOf('Sol Price');
    const wrong = async (more: object): Promise<string[]> =>
      fieldsOf(await lena.post<Refused>(at(`/${sol.id}/end`), { version: sol.version, ...more }));
    expect(await wrong({ why: 'GONE' })).toEqual(['why']);
    expect(await wrong({ why: 'ENDED' })).toEqual(['endedOn']);
    expect(await wrong({ why: 'ENDED', endedOn: '2027-01-01' })).toEqual(['endedOn']);
    expect(await wrong({ why: 'MISTAKEN' })).toEqual(['reason']);
    expect(
      (await lena.post(at(`/${sol.id}/end`), { version: 9, why: 'ENDED', endedOn: '2026-03-01' })).status,
    ).toBe(409);
  });

  it('takes somebody off the list; the history keeps both, for those who keep the record', async () => {
    const sol = await tieOf('Sol Price');
    await lena.post(at(`/${sol.id}/end`), { version: sol.version, why: 'ENDED', endedOn: '2026-03-16' });
    expect((await list()).map(({ fullName }) => fullName)).not.toContain('Sol Price');
    const again = await lena.post(at(), {
      ...GRAN,
      kind: 'STEP_PARENT',
      personId: undefined,
      givenNames: 'Sol',
      familyName: 'Price',
    });
    expect(again.status).toBe(201);
    const past = (await lena.get<RelativePastList>(at('/past?limit=3'))).body;
    expect(past.items.map(({ fullName, why, by }) => [fullName, why, by])).toEqual([
      ['Sol Price', 'ENDED', 'Lena Marsh'],
      ['Mia Ames', 'CORRECTED', 'Mo Reed'],
      ['Mia Ames', 'CORRECTED', 'Lena Marsh'],
    ]);
    const rest = (await lena.get<RelativePastList>(at(`/past?limit=3&after=${past.next ?? ''}`))).body;
    expect([rest.items.map(({ why }) => why), rest.next]).toEqual([
      ['CORRECTED', 'CHANGED', 'MISTAKEN'],
      null,
    ]);
    expect((await hana.get<Refused>(at('/past'))).body.code).toBe('R05_RELATION');
    const [row] = await program.rows(
      `select array_agg(distinct action order by action) as actions, bool_or(e::text ilike '%adoption%') as words
       from audit.entry e where action like 'relative%'`,
    );
    expect(row).toEqual({
      actions: [
        'relative.added',
        'relative.changed',
        'relative.ended',
        'relative.previewed',
        'relatives-past.viewed',
        'relatives.viewed',
      ],
      words: false,
    });
  });
});

describe('who is kept out', () => {
  const calls = (client: Client, child: string, tie: string): Promise<Answer>[] => [
    client.post(`/api/children/${child}/relatives`, GRAN),
    client.post(`/api/children/${child}/relatives/preview`, { relativeId: tie, hasPr: 'NO', why: 'CHANGED' }),
    client.post(`/api/children/${child}/relatives/${tie}/change`, { ...GRAN, version: 1, why: 'CHANGED' }),
    client.post(`/api/children/${child}/relatives/${tie}/end`, {
      version: 1,
      why: 'ENDED',
      endedOn: '2026-03-01',
    }),
    client.get(`/api/children/${child}/relatives/past`),
  ];

  it('an outsider, a refused service, an administrator and the family get the answer of a random child', async () => {
    const { id: tie } = await tieOf('Finn Ames');
    const finn = await aFamilyAccount(program, world.finn, 'PAR');
    for (const email of [world.wes.email, world.viv.email, world.sid.email, finn.email]) {
      const client = await program.as(email);
      const there = await Promise.all(calls(client, world.ava.id, tie));
      const nowhere = await Promise.all(calls(client, randomUUID(), randomUUID()));
      expect(there.map(bare)).toEqual(nowhere.map(bare));
    }
  });

  it('a person under a shield is not there for whoever is not on the list, and is there for who is', async () => {
    const cara = await anAdult(program, { givenNames: 'Cara', familyName: 'Kept' });
    await relativeOf(program, world.ava, cara, {
      kind: 'AUNT_UNCLE',
      prBasis: 'PR_ORDER',
      livesWith: 'NO',
      portal: 'NOT_ASKED',
    });
    const tie = await tieOf('Cara Kept');
    await aShield(program, cara, [world.mo]);
    expect((await list()).map(({ fullName }) => fullName)).not.toContain('Cara Kept');
    const typed = { ...GRAN, givenNames: 'Cara', familyName: 'Kept', kind: 'AUNT_UNCLE' };
    const agreement = await lena.get(`/api/episodes/${world.e1.id}/consents`);
    const asked = await lena.post<RelativeEffects>(at('/preview'), { hasPr: 'NO', why: 'ADDED', name: 'X' });
    expect([agreement.status, `${agreement.text} ${asked.text}`.includes('Cara')]).toEqual([200, false]);
    const random = randomUUID();
    const chosen = await Promise.all(
      [cara.id, random].map((personId) => lena.post<Refused>(at(), { ...typed, personId })),
    );
    expect(new Set(chosen.map((each) => JSON.stringify(bare(each)))).size).toBe(1);
    const ends = await Promise.all(
      [tie.id, random].map((id) =>
        lena.post(at(`/${id}/end`), { version: 1, why: 'MISTAKEN', reason: 'Not so' }),
      ),
    );
    expect(ends.map(bare)[0]).toEqual(ends.map(bare)[1]);
    const fresh = await lena.post<RelativeList>(at(), typed);
    expect([
      fresh.status,
      fresh.body.items.filter(({ fullName }) => fullName === 'Cara Kept').length,
    ]).toEqual([201, 1]);
    const mo = await program.as(world.mo.email);
    const all = (await mo.get<RelativeList>(at())).body;
    expect([all.items.filter(({ fullName }) => fullName === 'Cara Kept').length, all.mayChange]).toEqual([
      2,
      true,
    ]);
  });
});
