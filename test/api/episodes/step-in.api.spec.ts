import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { ORDINARY } from '../../factories/consents.js';
import { anEpisode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Began {
  id: string;
  code: string;
  state: string;
  dueOn: string;
  fields: Record<string, string[]>;
  data: { obstacles: { code: string }[] };
}

let program: Program;
let hana: Worker;
let team: Worker;
let asks: { cafc: Client; hana: Client; outsider: Client };

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  hana = await aWorker(program, await anAgency(program));
  team = await aWorker(program, await anAgency(program), { role: 'CAFC' });
  const outsider = await aWorker(program, await anAgency(program));
  asks = {
    cafc: await program.as(team.email),
    hana: await program.as(hana.email),
    outsider: await program.as(outsider.email),
  };
});
afterAll(() => program.stop());

const aFamily = async (): Promise<{ child: Person; mother: Person }> => {
  const child = await aChild(program);
  const mother = await anAdult(program);
  await relativeOf(program, child, mother);
  return { child, mother };
};

const linesTo = (agencyId: string, purposes?: string[]) =>
  ORDINARY.map((category) => ({
    recipientType: 'SERVICE',
    recipientId: agencyId,
    category,
    decision: 'GIVEN',
    ...(purposes ? { purposes } : {}),
  }));

const form = ({ child, mother }: { child: Person; mother: Person }, over: Record<string, unknown> = {}) => ({
  type: 'CHILD',
  childIds: [child.id],
  assessment: {
    kind: 'SUMMARY',
    from: 'Children in need, north',
    writtenOn: '2026-03-02',
    writtenBy: 'Noor Aziz',
    text: 'The plan for a child in need has done its work; the family goes on with early help.',
  },
  agreement: {
    subjectId: child.id,
    giverPersonId: mother.id,
    capacity: 'PR_HOLDER',
    method: 'ON_SCREEN',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    signature: { kind: 'TYPED', value: 'Mum' },
    lines: linesTo(hana.agency.id),
  },
  lead: { userId: hana.id, agencyId: hana.agency.id },
  ...over,
});

const begin = (body: object, who: Client = asks.cafc) => who.post<Began>('/api/episodes/step-in', body);
const episodesOf = async ({ child }: { child: Person }) =>
  program.rows<{ state: string; since: string }>(
    `select x.state, (select string_agg(m.transition || ':' || coalesce(m.from_state, '-') || ':' || m.to_state, ' ') from app.episode_move m
       where m.episode_id = x.id) as since
     from app.episode x join app.episode_subject s on s.episode_id = x.id where s.person_id = $1`,
    [child.id],
  );

describe('stepped down from social care with no record before (T40)', () => {
  it('begins with its agreement, what social care knew and who is asked to lead; the team meets in ten working days', async () => {
    const family = await aFamily();
    const began = await begin(form(family));
    expect([began.status, began.body]).toMatchObject([201, { state: 'PLAN_ACTIVE', dueOn: '2026-03-30' }]);
    expect(await episodesOf(family)).toEqual([{ state: 'PLAN_ACTIVE', since: 'T40:-:PLAN_ACTIVE' }]);
    const offers = await asks.hana.get<{ items: { id: string; episodeId: string; version: number }[] }>(
      '/api/my/nominations',
    );
    const offer = offers.body.items.find((each) => each.episodeId === began.body.id);
    expect(
      (
        await asks.hana.post(`/api/nominations/${offer?.id}/answer`, {
          answer: 'ACCEPT',
          version: offer?.version,
        })
      ).status,
    ).toBe(201);
    const next = await asks.hana.get<{ records: { transition: string; lines: { words: string }[] }[] }>(
      `/api/episodes/${began.body.id}/next-moves`,
    );
    expect(next.body.records).toEqual([
      expect.objectContaining({
        transition: 'T40',
        lines: expect.arrayContaining([
          { field: 'fromTeam', words: 'Children in need, north' },
          { field: 'writtenBy', words: 'Noor Aziz' },
        ]),
      }),
    ]);
    const audits = await program.rows<{ action: string }>(
      `select distinct action from audit.entry where episode_id = $1 and actor_id = $2 order by 1`,
      [began.body.id, team.id],
    );
    expect(audits.map((each) => each.action)).toEqual(
      expect.arrayContaining(['episode.stepped-in', 'lead.nominated']),
    );
    const twice = await begin(form(family));
    expect([twice.status, twice.body.code]).toEqual([409, 'EPISODE_OPEN']);
  });

  it.each([
    [
      'ASSESSMENT_TOO_OLD',
      {
        assessment: {
          ...{
            kind: 'SUMMARY',
            from: 'Northway',
            writtenBy: 'Noor Aziz',
            text: 'An old summary of long ago.',
          },
          writtenOn: '2025-09-15',
        },
      },
    ],
    ['CONSENT_MISSING', { purposes: ['COORDINATE'] }],
  ])('refuses %s, and nothing of it is written', async (code, over) => {
    const family = await aFamily();
    const body = form(family, 'purposes' in over ? {} : over);
    if ('purposes' in over) body.agreement.lines = linesTo(hana.agency.id, over.purposes);
    const answer = await begin(body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(await episodesOf(family)).toEqual([]);
    expect(
      await program.rows(`select 1 from app.consent where giver_person_id = $1`, [family.mother.id]),
    ).toEqual([]);
  });

  it('names what is missing, field by field', async () => {
    const family = await aFamily();
    const answer = await begin(
      form(family, { assessment: { kind: 'SUMMARY', writtenOn: '2026-03-02', text: 'short' }, lead: {} }),
    );
    expect([answer.status, answer.body.fields]).toMatchObject([
      400,
      {
        'assessment.from': expect.arrayContaining(['Say which team of social care the family comes from']),
        'assessment.writtenBy': expect.arrayContaining(['Name who wrote it']),
        'assessment.text': ['Write what it says, in a few sentences'],
        'lead.userId': ['Choose who is asked to lead'],
      },
    ]);
    const ahead = form(family);
    ahead.assessment.writtenOn = '2026-03-17';
    expect((await begin(ahead)).body.fields).toEqual({
      'assessment.writtenOn': ['The day cannot be in the future'],
    });
  });

  it('shows who may agree and what it would lead to before there is a record, and leaves nothing', async () => {
    const family = await aFamily();
    const who = { type: 'CHILD', childIds: [family.child.id] };
    const ask = <T>(what: string, body: object, by: Client = asks.cafc) =>
      by.post<T>(`/api/episodes/step-in/${what}`, body);
    const seen = await ask<{
      subjects: { personId: string; givers: { personId: string; entitled: boolean }[] }[];
      mayRecord: boolean;
    }>('family', who);
    expect([seen.status, seen.body.mayRecord]).toEqual([200, true]);
    expect(seen.body.subjects[0]?.givers).toEqual(
      expect.arrayContaining([expect.objectContaining({ personId: family.mother.id, entitled: true })]),
    );
    const agreement = {
      subjectId: family.child.id,
      giverPersonId: family.mother.id,
      lines: linesTo(hana.agency.id),
    };
    const effect = await ask<{ sentence: string; effects: { who: string }[] }>('preview', {
      ...who,
      agreement,
    });
    expect([effect.status, effect.body.effects[0]?.who]).toEqual([
      200,
      expect.stringContaining(hana.agency.name),
    ]);
    expect(await episodesOf(family)).toEqual([]);
    const rows = await program.rows<{ action: string }>(
      `select distinct action from audit.entry where $1 = any (child_ids) and actor_id = $2 order by 1`,
      [family.child.id, team.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['step-in.looked', 'step-in.previewed']);
    expect((await begin(form(family))).status).toBe(201);
    for (const what of ['family', 'preview'] as const) {
      const body = what === 'family' ? who : { ...who, agreement };
      expect((await ask<Began>(what, body, asks.outsider)).body.code).toBe('NOT_YOURS_TO_MOVE');
      expect((await ask<Began>(what, body)).body.code).toBe('EPISODE_OPEN');
      const nobody = { ...body, childIds: ['3c0b8f2e-1111-4222-8333-444455556666'] };
      expect((await ask<Began>(what, nobody)).status).toBe(404);
    }
  });

  it('is the CAF team’s alone; a child of somebody else’s is a child that is not there', async () => {
    const family = await aFamily();
    const refused = await begin(form(family), asks.outsider);
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_YOURS_TO_MOVE']);
    const nobody = {
      child: { ...family.child, id: '3c0b8f2e-1111-4222-8333-444455556666' },
      mother: family.mother,
    };
    expect((await begin(form(nobody))).status).toBe(404);
    const open = await anEpisode(program, { children: [family.child], author: hana });
    expect((await begin(form(family))).body.code).toBe('EPISODE_OPEN');
    expect(open.id).toMatch(/-/);
  });
});
