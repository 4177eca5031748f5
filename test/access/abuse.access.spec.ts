import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseOf, familyOf, surnameOf } from '../factories/situation-case.js';
import { SITUATION_LIST, type ActorKey } from '../factories/situations.js';
import type { Answer, Client } from '../kit/program.js';
import { shapeOf, takesAnId, type Route } from '../kit/routes.js';
import {
  agencyOf,
  SITUATIONS_NOW,
  startSituations,
  userOf,
  type SituationProgram,
} from '../kit/situations.js';
import { ABUSE_CASES } from './abuse-cases.js';
import { askOf, tracesOf } from './matrix/asking.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const WHY = { 'x-encircle-purpose': 'COORDINATE', 'x-encircle-reason': 'Somebody asked for help' };

let world: SituationProgram;
let practitioner: Client;
let bystander: Client;

beforeAll(async () => {
  world = await startSituations();
  practitioner = await world.as('practitioner', 'member');
  bystander = await world.program.as('bystander@situations.example');
}, 300_000);
afterAll(() => world.program.stop());

const gets = (): Route[] => world.routes.all.filter((route) => route.method === 'GET');
/** Lists and searches, and those of one case that page. */
const lists = (): Route[] =>
  gets().filter(
    (route) =>
      !route.path.startsWith('/api/reports') &&
      (!withId(route) || /(notes|chronology|looks|meetings)$/.test(route.path)),
  );
const withId = (route: Route): boolean => takesAnId(route, world.ids('member'));
const ask = (client: Client, route: Route, situation: string): Promise<Answer> =>
  world.routes.call(
    client,
    route,
    (hole) => world.ids(situation).get(hole) ?? '',
    NOWHERE,
    askOf(route, situation),
  );
const nothing = (client: Client, route: Route): Promise<Answer> =>
  world.routes.call(
    client,
    route,
    (hole) =>
      (world.ids('member').get(hole) ?? '').length === 36 ? NOWHERE : (world.ids('member').get(hole) ?? ''),
    NOWHERE,
    askOf(route, 'member'),
  );

/** A day is kept by the CAF team and is nobody's record: the case must not be found in it. */
const DAYS_OF_THE_PANEL = ['GET /api/panel-days/{panelDayId}', 'GET /api/panel-days/{panelDayId}/items'];

describe('a worker who looks where there is no work', () => {
  it.each([
    ['a name alone', { name: 'Child Surmemberson' }],
    ['a surname with a wildcard', { name: 'Sur%', dateOfBirth: '2016-06-11' }],
    ['half a postcode', { name: 'Child Surmemberson', postcode: 'QX4' }],
  ])('A01 finds nobody by %s', async (_what, body) => {
    const answer = await bystander.post('/api/find', body, WHY);
    expect([200, 400]).toContain(answer.status);
    expect(answer.text).not.toContain(surnameOf('member'));
    if (!('dateOfBirth' in body)) expect(answer.status).toBe(400);
  });

  it('A01 says why before anything is looked up, and a miss is written down like a hit', async () => {
    const body = { name: 'Nobody Atall', dateOfBirth: '2014-01-01' };
    const without = await bystander.post<{ fields: object }>('/api/find', body);
    expect([without.status, Object.keys(without.body.fields).sort()]).toEqual([400, ['purpose', 'reason']]);
    expect((await bystander.post('/api/find', body, WHY)).status).toBe(200);
    const [row] = await world.program.rows<{ n: number; hash: string | null }>(
      `select result_count as n, query_hash as hash from audit.entry where action = 'index.searched' order by id desc limit 1`,
    );
    expect(row?.n).toBe(0);
    expect(row?.hash ?? '').not.toBe('');
  });

  it.each<[ActorKey]>([['practitioner'], ['manager'], ['caf-team'], ['hub']])(
    'A02 blocked for a conflict of interest, the %s finds what nobody finds, whatever else they are',
    async (actor) => {
      const client = await world.as(actor, 'blocked');
      const odd: string[] = [];
      for (const route of gets().filter(withId)) {
        const [there, nowhere] = [await ask(client, route, 'blocked'), await nothing(client, route)];
        if (DAYS_OF_THE_PANEL.includes(route.name) && there.status === 200) {
          const traces = [...tracesOf('blocked'), world.ids('blocked').get('panelItemId') ?? ''];
          if (traces.some((trace) => there.text.includes(trace))) odd.push(`${route.name}: named`);
          continue;
        }
        if (shapeOf(there) !== shapeOf(nowhere)) odd.push(`${route.name}: ${there.status}`);
      }
      expect(odd).toEqual([]);
    },
    300_000,
  );
});

describe('where a child is hidden', () => {
  const HIDDEN = 'Hidden Lodge at the far end';
  beforeAll(async () => {
    const { child, mother, stepfather } = familyOf('shielded');
    await world.program.rows(
      `update app.address set lines = $1, postcode = 'QX9 9XX' where person_id = any ($2)`,
      [HIDDEN, [child, mother, stepfather]],
    );
    await world.program.rows('update app.meeting_place set place = $1 where episode_id = $2', [
      HIDDEN,
      caseOf('shielded'),
    ]);
    for (const [a, b] of [
      ['shielded', 'member'],
      ['member', 'shielded'],
    ] as const)
      await world.program.rows(
        `insert into app.relationship (child_id, person_id, kind, valid_from) values ($1, $2, 'SIBLING', '2020-01-01')`,
        [familyOf(a).child, familyOf(b).child],
      );
  });

  it.each<[string, ActorKey, readonly string[]]>([
    ['A03 a brother’s or sister’s record', 'practitioner', ['member']],
    ['A03 the record of the child, to a colleague not on the list,', 'practitioner', ['shielded']],
    ['A03 a search of the safeguarding hub', 'hub', ['shielded', 'member']],
    ['A03 the record, to a manager,', 'manager', ['shielded', 'member']],
    [
      'A04 a meeting, its place and its guests, to a colleague not on the list,',
      'practitioner',
      ['shielded'],
    ],
  ])(
    '%s does not tell where',
    async (_what, actor, situations) => {
      const client = await world.as(actor, 'member');
      const told: string[] = [];
      for (const situation of situations)
        for (const route of gets()) {
          const answer = await ask(client, route, situation);
          if (answer.text.includes('Hidden Lodge') || answer.text.includes('QX9 9XX')) told.push(route.name);
        }
      expect(told).toEqual([]);
    },
    300_000,
  );

  it('the lead professional, on the list, is told: the words are there to be found', async () => {
    const lead = await world.program.as('lead@situations.example');
    const told = await lead.get(`/api/children/${familyOf('shielded').child}`);
    expect(told.text).toContain('Hidden Lodge');
  });
});

describe('what lists, counts and searches let slip', () => {
  it('A07 the beginning of a name, one to six letters long, offers only children one may see', async () => {
    const offered = new Set<string>();
    for (const length of [1, 2, 3, 4, 5, 6]) {
      const answer = await bystander.get<{ items?: { episodeId: string }[] }>(
        `/api/jump?q=${surnameOf('member').slice(0, length)}`,
      );
      expect(answer.status).toBe(length === 1 ? 400 : 200);
      for (const item of answer.body.items ?? []) offered.add(item.episodeId);
    }
    expect([...offered]).toEqual([]);
    const own = await practitioner.get<{ items: { episodeId: string }[] }>(
      `/api/jump?q=${surnameOf('member')}`,
    );
    expect(own.body.items.map((item) => item.episodeId)).toEqual([caseOf('member')]);
  });

  it('A08 a total is the number of lines that come, at every size of page, and hidden cases are in neither', async () => {
    for (const limit of [1, 3, 50]) {
      const ids: string[] = [];
      let total: unknown;
      for (let after: string | null = ''; after !== null;) {
        const page: Answer<{ items: { id: string }[]; next: string | null; total?: unknown }> =
          await practitioner.get(
            `/api/my/cases?limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`,
          );
        ids.push(...page.body.items.map((item) => item.id));
        total ??= page.body.total;
        after = page.body.next;
      }
      expect([limit, total]).toEqual([limit, ids.length]);
      for (const hidden of ['sealed', 'blocked', 'stranger', 'archived', 'former'])
        expect(ids).not.toContain(caseOf(hidden));
    }
  });

  const ASKED_ODDLY = [
    'sort=address',
    'sort=-dateOfBirth',
    'orderBy=risk',
    'order=desc',
    'filter[risk]=high',
    'filter%5BnhsNumber%5D=999',
    'where=1%3D1',
    'include=notes',
    'expand=child.address',
    'fields=address',
    'search=refuge',
    'postcode=QX9',
  ];

  it('A09 a field nobody may sort or filter by is refused or changes not one byte', async () => {
    const odd: string[] = [];
    for (const route of lists()) {
      const plain = await ask(practitioner, route, 'member');
      const url = world.routes.url(route, (hole) => world.ids('member').get(hole) ?? '', NOWHERE);
      for (const asked of ASKED_ODDLY) {
        const own = askOf(route, 'member').query;
        const base = own ? `${url.split('?')[0] ?? url}?${own}` : url;
        const answer = await practitioner.get(`${base}${base.includes('?') ? '&' : '?'}${asked}`);
        if (answer.status !== 400 && withoutTimes(answer) !== withoutTimes(plain))
          odd.push(`${route.name} ${asked}: ${answer.status}`);
      }
    }
    expect(odd).toEqual([]);
  }, 600_000);

  it('A10 no answer carries a mark of change, and a reference number tells nothing of its neighbours', async () => {
    for (const route of gets()) {
      const { headers } = await ask(practitioner, route, 'member');
      expect([route.name, headers['etag'], headers['last-modified'], headers['age']]).toEqual([
        route.name,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('A13 nothing of an offence, of home or of a parent reaches the school or health service it was not agreed for', () => {
    const table = readFileSync(resolve(import.meta.dirname, '../../docs/access/kinds.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','));
    const hidden = [
      'OFFENCE',
      'DV',
      'ADULT',
      'IMMIG',
      'THIRD',
      'PRIVATE',
      'SENS_SH',
      'SENS_SM',
      'SENS_MH',
      'SAFE',
    ];
    const rows = table.filter(([kind]) => hidden.includes(kind ?? ''));
    expect(rows.length).toBe(hidden.length * SITUATION_LIST.length);
    for (const [kind, situation, worker, manager] of rows)
      expect([kind, situation, worker?.split(' ')[0], manager?.split(' ')[0]]).toEqual([
        kind,
        situation,
        'hide',
        'hide',
      ]);
  });

  it('A16 sealing one child changes no figure an analyst is shown', async () => {
    const analyst = await world.as('analyst', 'member');
    const figures = async (): Promise<string[]> => {
      const all: string[] = [];
      for (const route of gets().filter((each) => each.path.startsWith('/api/reports')))
        all.push(`${route.name} ${withoutTimes(await ask(analyst, route, 'member'))}`);
      return all;
    };
    const before = await figures();
    const [seal] = await world.program.rows<{ id: string }>(
      `insert into app.shield (person_id, kind, ground, from_at) values ($1, 'SEAL', 'OPENED_IN_ERROR', '2026-03-01') returning id`,
      [familyOf('stranger').child],
    );
    const during = await figures();
    await world.program.rows('delete from app.shield where id = $1', [seal?.id]);
    expect(during).toEqual(before);
    expect(before.some((each) => each.includes('"status":200') || each.includes('[200'))).toBe(true);
  });
});

describe('somebody who may no longer, or never might', () => {
  it('A17 an account switched off is out on its next request, on the open connection', async () => {
    const leaver = await world.program.as('bystander@situations.example');
    expect((await leaver.get('/api/me')).status).toBe(200);
    await world.program.rows(`update app.app_user set status = 'DISABLED' where id = $1`, [
      userOf('bystander'),
    ]);
    const after = await leaver.get('/api/me');
    await world.program.rows(`update app.app_user set status = 'LIVE' where id = $1`, [userOf('bystander')]);
    expect(after.status).toBe(401);
  });

  it('A17 whoever’s work at the agency ended sees none of its cases', async () => {
    const where = 'update app.membership set valid_to = $2 where user_id = $1';
    await world.program.rows(where, [userOf('practitioner'), '2026-03-15']);
    const seen: string[] = [];
    for (const route of gets().filter(withId)) {
      const answer = await ask(practitioner, route, 'member');
      if (answer.status < 400 && answer.text.includes(surnameOf('member'))) seen.push(route.name);
    }
    await world.program.rows(where, [userOf('practitioner'), null]);
    expect(seen).toEqual([]);
  });

  it('A23 the administrator is stopped before any record on every address of a case', async () => {
    const administrator = await world.as('administrator', 'member');
    const reached: string[] = [];
    for (const route of world.routes.all.filter(withId)) {
      const answer = await ask(administrator, route, 'leads');
      if (answer.status < 400 || answer.text.includes(surnameOf('leads')))
        if (!EVERYBODYS.has(route.name)) reached.push(`${route.name}: ${answer.status}`);
    }
    expect(reached).toEqual([]);
  });

  it('A24 no address lets one person act as another', () => {
    const odd = world.routes.all.filter((route) =>
      /imperson|masquerad|act-as|login-as|sign-in-as|switch-user|sudo|assume/i.test(route.path),
    );
    expect(odd.map((route) => route.name)).toEqual([]);
  });
});

/** One's own unsaved words: an address that names a record, and answers alike whether there is one. */
const EVERYBODYS = new Set(
  ['GET', 'DELETE'].map((method) => `${method} /api/drafts/{form}/{recordId}/{section}`),
);

/** Answers that tell the time of asking differ in that alone. */
const withoutTimes = (answer: Answer): string =>
  JSON.stringify([
    answer.status,
    answer.text.replace(/"reference":"[^"]*"/g, '').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ''),
  ]);

describe('ids, parents and fields that were not asked for', () => {
  it('A20 a thing of one case is not reached through another, nor by swapping one part of an address', async () => {
    const two = world.routes.all.filter(
      (route) => route.holes.filter((hole) => (world.ids('member').get(hole) ?? '').length === 36).length > 1,
    );
    expect(two.length).toBeGreaterThan(0);
    world.statements.undo = true;
    const reached: string[] = [];
    for (const route of two)
      for (const [outer, inner] of [
        ['member', 'stranger'],
        ['stranger', 'member'],
      ] as const) {
        let first = true;
        const fill = (hole: string): string => {
          const id = world.ids(first ? outer : inner).get(hole) ?? '';
          if (id.length === 36) first = false;
          return id;
        };
        const answer = await world.routes.call(practitioner, route, fill, NOWHERE);
        if (answer.status < 400 || answer.text.includes(surnameOf('stranger')))
          reached.push(`${route.name}: ${answer.status}`);
      }
    world.statements.undo = false;
    expect(reached).toEqual([]);
  });

  /** What no body may set: whose, whence, how far, by whom. */
  const PRIVILEGED: Readonly<Record<string, unknown>> = {
    episodeId: NOWHERE,
    episode_id: NOWHERE,
    caseId: NOWHERE,
    agencyId: NOWHERE,
    sourceAgencyId: NOWHERE,
    source_agency_id: NOWHERE,
    authorId: NOWHERE,
    author_id: NOWHERE,
    createdBy: NOWHERE,
    created_by: NOWHERE,
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: '2020-01-01T00:00:00Z',
    updatedBy: NOWHERE,
    ownerId: NOWHERE,
    userRole: 'IGO',
    roles: ['IGO'],
    permissions: ['*'],
    isAdmin: true,
    admin: true,
    sealed: false,
    isSealed: false,
    shielded: false,
    approved: true,
    approvedBy: NOWHERE,
    isVerified: true,
    namedWorkerIds: [NOWHERE],
    sensitiveClass: 'NONE',
    legalHold: false,
    withdrawnAt: null,
    consentChecked: true,
    effect: 'ALLOW',
    bases: ['item:author'],
    validUntil: '2099-01-01T00:00:00Z',
    personId_: NOWHERE,
    mergedIntoId: NOWHERE,
    contentHash: 'x',
    membershipId_: NOWHERE,
    vettingValidTo: '2099-01-01',
    tenantId: NOWHERE,
    $where: '1=1',
    policy: 'ALLOW',
    canApprove: true,
  };

  /** Where one of the names is the question itself. */
  const isAsked = (route: Route, key: string): boolean => {
    const schema = world.routes.fields(route);
    return schema.has(key);
  };

  it('A25 forty fields that would set rights, ownership or state are refused by every body, and none is kept', async () => {
    const lead = await world.as('practitioner', 'leads');
    world.statements.undo = true;
    const taken: string[] = [];
    let sent = 0;
    for (const route of world.routes.all.filter(
      (each) => each.method !== 'GET' && world.routes.body(each, '') !== undefined,
    )) {
      const more = Object.fromEntries(Object.entries(PRIVILEGED).filter(([key]) => !isAsked(route, key)));
      const own = askOf(route, 'leads').body ?? world.routes.body(route, NOWHERE);
      const answer: Answer<{ fields?: object }> = (await world.routes.call(
        lead,
        route,
        (hole) => world.ids('leads').get(hole) ?? '',
        NOWHERE,
        { body: { ...(own as object), ...more }, headers: WHY },
      )) as Answer<{ fields?: object }>;
      sent += Object.keys(more).length;
      const stopped = answer.status >= 400 && answer.status !== 409 && answer.status !== 422;
      const named = Object.keys(answer.body?.fields ?? {});
      const missed = answer.status === 400 ? Object.keys(more).filter((key) => !named.includes(key)) : [];
      if (!stopped) taken.push(`${route.name}: ${answer.status}`);
      else if (missed.length > 0) taken.push(`${route.name} does not name ${missed.join(', ')}`);
    }
    world.statements.undo = false;
    expect(taken).toEqual([]);
    expect(sent).toBeGreaterThan(1000);
  }, 300_000);

  it.each([
    ['__proto__', '{"__proto__":{"isAdmin":true},"text":"x"}'],
    ['a nested __proto__', '{"text":{"__proto__":{"isAdmin":true}}}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}},"text":"x"}'],
    ['an escaped __proto__', '{"\\u005f_proto__":{"isAdmin":true},"text":"x"}'],
  ])('A25 %s in a body changes no object of the program', async (_what, body) => {
    const answer = await practitioner.post(`/api/episodes/${caseOf('member')}/notes`, body);
    expect(answer.status).toBe(400);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    'javascript:alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
    '=cmd|"/c calc"!A1',
    '\u2028</script><script>',
  ])('A26 %s in a note comes back as the words they are, in an answer no browser runs', async (words) => {
    const note = { kind: 'OTHER', eventOn: '2026-03-16', text: `Said ${words}`, category: 'NOTES' };
    const written = await practitioner.post(`/api/episodes/${caseOf('member')}/notes`, note);
    expect([201, 400]).toContain(written.status);
    const read = await practitioner.get(`/api/episodes/${caseOf('member')}/notes`);
    expect(read.headers['content-type']).toMatch(/^application\/json/);
    expect(read.headers['x-content-type-options']).toBe('nosniff');
    expect(read.headers['content-security-policy']).toMatch(/default-src 'none'/);
    if (written.status === 201)
      expect(JSON.stringify(read.body)).toContain(JSON.stringify(words).slice(1, -1));
  });

  it('A26 no screen puts words of the record into a page as anything but text', () => {
    const offenders = filesUnder(resolve(import.meta.dirname, '../../web/src')).filter((file) =>
      /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write\(/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('A27 nothing of an answer is kept by a browser, and signing out clears what was', async () => {
    const kept: string[] = [];
    for (const route of gets()) {
      const { headers } = await ask(practitioner, route, 'member');
      if (headers['cache-control'] !== 'no-store') kept.push(route.name);
    }
    expect(kept).toEqual([]);
    const leaving = await world.program.as('outsider@situations.example');
    const out = await leaving.delete('/api/session');
    expect([out.status, out.headers['clear-site-data']]).toEqual([204, expect.stringContaining('"cache"')]);
    expect((await leaving.get('/api/me')).status).toBe(401);
  });
});

describe('clocks and dates', () => {
  it('A30 a place begins at its instant and ends before its last, by the clock of the database alone', async () => {
    const path = `/api/episodes/${caseOf('stranger')}`;
    await world.program.rows(
      `insert into app.edge (episode_id, user_id, agency_id, kind, professional_role, from_at, until_at)
       values ($1, $2, $3, 'TACM', 'OTHER', '2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z')`,
      [caseOf('stranger'), userOf('practitioner'), agencyOf('practitioner')],
    );
    const at = async (now: string, headers: Record<string, string> = {}): Promise<boolean> => {
      await world.program.setNow(now);
      const answer = await practitioner.get(path, headers);
      return answer.status === 200;
    };
    const seen = [
      await at('2026-03-16T23:59:50Z'),
      await at('2026-03-16T12:00:00Z', {
        date: 'Tue, 17 Mar 2026 12:00:00 GMT',
        'x-now': '2026-03-17T12:00:00Z',
      }),
      await at('2026-03-17T00:00:00Z'),
      await at('2026-03-17T23:59:40Z'),
      await at('2026-03-18T00:00:00Z'),
    ];
    await world.program.setNow(SITUATIONS_NOW);
    await world.program.rows('delete from app.edge where episode_id = $1 and user_id = $2', [
      caseOf('stranger'),
      userOf('practitioner'),
    ]);
    expect(seen).toEqual([false, false, true, true, false]);
  });
});

describe('the list of abuse cases', () => {
  const root = resolve(import.meta.dirname, '../..');
  const specs = (): { file: string; text: string }[] =>
    filesUnder(resolve(root, 'test'))
      .filter((file) => /\.(spec|e2e)\.ts$/.test(file))
      .map((file) => ({ file: file.slice(root.length + 1), text: readFileSync(file, 'utf8') }));

  it('has every case once, each played by a named test or waiting for a capability', () => {
    const texts = specs();
    const known = ABUSE_CASES.map(({ n, also = [], waits = [] }) => {
      const name = new RegExp(`['"\`]A${String(n).padStart(2, '0')} `);
      const own = texts.filter(({ text }) => name.test(text)).length;
      const lost = also.filter(
        ([file, part]) => !texts.find((each) => each.file === file)?.text.includes(part),
      );
      return { n, covered: own + also.length + waits.length > 0, lost };
    });
    expect(ABUSE_CASES.map(({ n }) => n)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(known.filter(({ covered, lost }) => !covered || lost.length > 0)).toEqual([]);
  });

  it('waits for no route that is there', () => {
    const arrived = ABUSE_CASES.flatMap(({ n, waits = [] }) =>
      waits.flatMap(({ capability, until }) =>
        world.routes.all
          .filter((route) => until.test(route.path))
          .map((route) => `A${n} ${capability}: ${route.name}`),
      ),
    );
    expect(arrived).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? filesUnder(join(folder, each.name)) : [join(folder, each.name)],
  );
}
