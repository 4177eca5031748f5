import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyId, episodeId, personId, userId } from '@encircle/shared/fixture';
import type { Answer, Client } from '../kit/program.js';
import { startStory, type StoryProgram } from '../kit/story.js';
import { EXCEPTIONS, KNOW_OF_CASES } from './exceptions.js';
import { sample } from './sample.js';

interface Operation {
  operationId: string;
  'x-permission'?: string;
  requestBody?: { content: Record<string, { schema: Parameters<typeof sample>[0] }> };
  parameters?: { name: string; in: string; required?: boolean; schema?: Parameters<typeof sample>[0] }[];
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Parameters<typeof sample>[1] };
}

/** People of the story without a relation to Ava's case, one or more of every role. */
const STRANGERS: readonly [key: string, role: string][] = [
  ['wes', 'PRACT'],
  ['viv', 'PRACT'],
  ['ned', 'PRACT'],
  ['lee', 'AMGR'],
  ['mo', 'CAFC'],
  ['dee', 'MASH'],
  ['pat', 'PANEL'],
  ['ana', 'ANLY'],
  ['sid', 'SADM'],
  ['cal', 'EXTM'],
  ['ben', 'YP'],
  ['pia', 'PAR'],
];

/** Words and ids of Ava's case that must not be in any answer to a stranger. */
const TRACES = [
  'Ava',
  'Ames',
  'Sorrel Way',
  '9990000018',
  'foxes',
  'Biscuit',
  'library',
  'bedtime',
  episodeId('E1'),
  personId('ava'),
  personId('mia'),
];

const UNSAFE = new Set(['post', 'put', 'patch', 'delete']);

describe('somebody without a relation to the case', () => {
  let story: StoryProgram;
  let document: Document;
  let real: Map<string, string>;

  beforeAll(async () => {
    story = await startStory(null, { avasTeamsWork: true });
    document = (await story.program.anyone.get<Document>('/api/openapi.json')).body;
    real = await idsOfAvasCase(story);
  });
  afterAll(() => story.program.stop());

  const routes = (): { method: string; path: string; operation: Operation; names: string[] }[] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation['x-permission'] && !path.startsWith('/api/session'))
        .map(([method, operation]) => ({
          method,
          path,
          operation,
          names: placesOf(path),
        })),
    );

  const bodyOf = (operation: Operation, uuid: string): unknown => {
    const schema = operation.requestBody?.content['application/json']?.schema;
    return schema ? sample(schema, document.components.schemas, uuid) : undefined;
  };

  const queryOf = (operation: Operation, uuid: string): string => {
    const wanted = (operation.parameters ?? []).filter((p) => p.in === 'query' && p.required);
    return wanted.length === 0
      ? ''
      : `?${wanted.map((p) => `${p.name}=${encodeURIComponent(String(sample(p.schema ?? {}, document.components.schemas, uuid, p.name)))}`).join('&')}`;
  };

  const call = (
    client: Client,
    method: string,
    path: string,
    operation: Operation,
    ids: (name: string) => string,
    uuid: string,
  ): Promise<Answer> => {
    const places = placesOf(path);
    const url = path.replace(/\{\w+\}/g, () => ids(places.shift() ?? '')) + queryOf(operation, uuid);
    const headers: Record<string, string> = UNSAFE.has(method) ? { 'idempotency-key': randomUUID() } : {};
    return client.send(method.toUpperCase(), url, bodyOf(operation, uuid), headers);
  };

  it('knows an id of Ava’s case for every kind of id an address can hold', () => {
    const unknown = routes().flatMap((r) =>
      r.names.filter((name) => !real.has(name)).map((name) => `${r.method} ${r.path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(STRANGERS)('%s (%s) gets for every address the answer a random id gets', async (key, role) => {
    const client = await story.as(key);
    const differences: string[] = [];
    for (const { method, path, operation, names } of routes()) {
      if (!names.some((each) => isId(real.get(each)))) continue;
      const name = `${method.toUpperCase()} ${path}`;
      if (EXCEPTIONS.some((e) => e.route === name && e.roles.includes(role))) continue;
      const uuid = randomUUID();
      const there = await call(client, method, path, operation, (id) => real.get(id) ?? '', uuid);
      const nowhere = await call(
        client,
        method,
        path,
        operation,
        (id) => (isId(real.get(id)) ? randomUUID() : (real.get(id) ?? '')),
        uuid,
      );
      const traces = TRACES.filter((trace) => there.text.includes(trace));
      if (traces.length > 0) differences.push(`${name}: says ${traces.join(', ')}`);
      if (!(role in KNOW_OF_CASES) && shape(there) !== shape(nowhere))
        differences.push(`${name}: ${shape(there)} instead of ${shape(nowhere)}`);
      if (there.status < 400) differences.push(`${name}: answered ${there.status}`);
    }
    expect(differences).toEqual([]);
  });

  it.each(STRANGERS)('%s (%s) finds no trace of the case in any list, count or search', async (key, role) => {
    const client = await story.as(key);
    const traces: string[] = [];
    for (const { method, path, operation, names } of routes()) {
      if (
        names.some((each) => isId(real.get(each))) ||
        EXCEPTIONS.some(
          (e) => e.route === `${method.toUpperCase()} ${path}` && e.roles.includes(role) && !e.figures,
        )
      )
        continue;
      if (method !== 'get') continue;
      const answer = await call(client, method, path, operation, (id) => real.get(id) ?? '', randomUUID());
      for (const trace of TRACES) if (answer.text.includes(trace)) traces.push(`${path}: ${trace}`);
    }
    expect(traces).toEqual([]);
  });

  it('every exception names a route that exists and the rule that gives it', () => {
    const known = routes().map((r) => `${r.method.toUpperCase()} ${r.path}`);
    expect(EXCEPTIONS.filter((e) => !known.includes(e.route)).map((e) => e.route)).toEqual([]);
    expect(EXCEPTIONS.every((e) => /^\d\.\d/.test(e.rule))).toBe(true);
  });

  it('a person on the team does get an answer: the addresses are real', async () => {
    const lena = await story.as('lena');
    const reached = [];
    for (const { method, path, operation, names } of routes()) {
      if (method !== 'get' || names.length === 0) continue;
      const answer = await call(lena, method, path, operation, (id) => real.get(id) ?? '', randomUUID());
      if (answer.status === 200) reached.push(path);
    }
    expect(reached.length).toBeGreaterThan(5);
  });
});

/** The holes of an address: by the noun before it for `{id}`, by its own name otherwise. */
const placesOf = (path: string): string[] =>
  [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, noun, name]) =>
    name === 'id' || name === 'episodeId' ? (noun ?? '') : (name ?? ''),
  );

const isId = (value: string | undefined): boolean => UUID.test(value ?? '');

/** Status, body and kinds of headers; the request's own number is not part of an answer. */
const shape = (answer: Answer): string =>
  JSON.stringify([
    answer.status,
    answer.text.replace(/"reference":"[0-9a-f-]*"/, '"reference":""'),
    Object.keys(answer.headers)
      .filter((name) => name !== 'date' && name !== 'keep-alive')
      .sort(),
  ]);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What stands in for the parts of an address that are no ids. */
const WORDS: Readonly<Record<string, string>> = {
  form: 'CAF',
  section: 'D04',
  key: 'D04',
  code: 'CAF',
  version: '1',
};

/** Table behind the noun in front of an id. */
const TABLES: Readonly<Record<string, string>> = {
  meetings: 'meeting',
  invitations: 'invitation',
  minutes: 'minute',
  plans: 'plan',
  outcomes: 'outcome',
  actions: 'action',
  notes: 'note',
  consents: 'consent',
  nominations: 'nomination',
  assessments: 'assessment',
  'safeguarding-referrals': 'referral',
};

/** `episodes/{id}` and `{userId}` to an id of Ava's case. */
async function idsOfAvasCase({ program }: StoryProgram): Promise<Map<string, string>> {
  const episode = episodeId('E1');
  await arrange(program, episode);
  const ids = new Map<string, string>([
    ['episodes', episode],
    ['children', personId('ava')],
    ['personId', personId('ava')],
    ['userId', userId('lena')],
    ...Object.entries(WORDS),
  ]);
  for (const [noun, table] of Object.entries(TABLES)) {
    const [row] = await program.rows<{ id: string }>(
      `select id from app.${table} where episode_id = $1 order by id limit 1`,
      [episode],
    );
    if (row) ids.set(noun, row.id);
  }
  ids.set('recordId', ids.get('assessments') ?? '');
  ids.set('noteId', ids.get('notes') ?? '');
  return ids;
}

/** What the story leaves out and an address can still name: an assessment and a safeguarding referral. */
async function arrange(program: StoryProgram['program'], episode: string): Promise<void> {
  const by = [episode, personId('ava'), userId('lena'), agencyId('northway')];
  await program.rows(
    `insert into app.assessment (episode_id, subject_id, category, source_agency_id, author_id, created_by, version_no, form_code, form_version, started_on)
     values ($1, $2, 'INVOLVE', $4, $3, $3, 1, 'CAF', '1', '2026-01-12')`,
    by,
  );
  await program.rows(
    `insert into app.referral (episode_id, subject_id, source_agency_id, author_id, created_by, facts) values ($1, $2, $4, $3, $3, 'Ava said')`,
    by,
  );
}
