import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { avaWorld, type AvaWorld } from '../../factories/ava.js';
import { aFamilyAccount } from '../../factories/children.js';
import { anAgency, aWorker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

interface Answer {
  code: string;
  fields: Record<string, string[]>;
  data: { obstacles: { code: string }[] };
  plan: {
    id: string;
    version: number;
    outcomes: { id: string; statement: string; version: number; position: number }[];
  } | null;
}

let program: Program;
let world: AvaWorld;
let lena: Client;

beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.stop());
beforeEach(async () => {
  await program.setNow('2026-03-16T09:00:00Z');
  world = await avaWorld(program, { state: 'PLAN_ACTIVE' });
  lena = await program.as(world.lena.email);
});

const here = (path: string): string => `/api/episodes/${world.episode.id}/${path}`;
const form = {
  closureDate: '2026-03-16',
  level: 1,
  whoToContact: 'Lena at school',
  familyAgrees: 'AGREE',
  childComment: 'Fine',
  parentComment: 'Fine',
  summary: 'Better',
};

describe('closing: what each reason needs', () => {
  const reviewed = (): Promise<unknown> =>
    program.rows(
      `insert into app.review (episode_id, subject_id, source_agency_id, author_id, review_no, due_on, held_on, level, what_next)
       values ($1, $2, $3, $4, 1, '2026-03-10', '2026-03-10', 1, 'CLOSE')`,
      [world.episode.id, world.ava.id, world.northway.id, world.lena.id],
    );

  it.each<[string, object, string[]]>([
    ['NEEDS_MET', { level: 2 }, ['LEVEL_NOT_ONE']],
    ['STEP_DOWN_SINGLE', {}, ['SERVICE_NOT_NAMED']],
    ['NEEDS_MET', { familyAgrees: 'DISAGREE' }, ['FAMILY_VIEW_TEXT_MISSING']],
    ['NEEDS_MET', { familyAgrees: undefined }, ['FAMILY_VIEW_MISSING']],
    ['NEEDS_MET', { childComment: ' ' }, ['CHILD_COMMENT_MISSING']],
    ['NEEDS_MET', { summary: undefined, whoToContact: undefined }, ['CONTACT_MISSING', 'SUMMARY_MISSING']],
    ['NEEDS_MET', { closureDate: '2026-03-17' }, ['DATE_AHEAD']],
    ['NEEDS_MET', { closureDate: '2026-03-09' }, ['DATE_TOO_EARLY']],
    ['CONSENT_WITHDRAWN', {}, ['WITHDRAWAL_MISSING', 'RISK_NOT_CONSIDERED']],
    [
      'DISENGAGED',
      { riskConsidered: 'Seen at school', attempts: [{ on: '2026-03-02', method: 'phone' }] },
      ['ATTEMPTS_TOO_FEW', 'ATTEMPTS_ONE_WAY', 'ATTEMPTS_TOO_SHORT'],
    ],
    ['MOVED_NO_TRANSFER', { riskConsidered: 'None seen' }, ['CHECKS_MISSING']],
  ])('%s with %j stops at %j', async (reason, over, codes) => {
    await reviewed();
    const answer = await lena.post<Answer>(here('close'), { ...form, reason, ...over });
    expect(answer.status).toBe(422);
    const stopped = answer.body.data.obstacles
      .map((each) => each.code)
      .filter((code) => !code.startsWith('APPROVAL_'));
    expect(stopped.sort()).toEqual([...codes].sort());
    expect(
      await program.rows('select 1 from app.case_fact where episode_id = $1', [world.episode.id]),
    ).toHaveLength(0);
  });

  it('wants the last review with the family before needs are met', async () => {
    const answer = await lena.post<Answer>(here('close'), { ...form, reason: 'NEEDS_MET' });
    expect(answer.body.data.obstacles.map((each) => each.code)).toContain('FINAL_REVIEW_MISSING');
  });

  it('does not take a reason that does not fit the stage', async () => {
    const answer = await lena.post<Answer>(here('close'), { ...form, reason: 'STEP_UP_CIN' });
    expect([answer.status, answer.body.fields]).toEqual([
      400,
      { reason: ['This reason does not fit where the work stands'] },
    ]);
  });

  it('goes back with a reason when the CAF team says no', async () => {
    await reviewed();
    const proposed = await lena.post<{ version: number }>(here('close'), { ...form, reason: 'NEEDS_MET' });
    expect(proposed.status).toBe(201);
    const team = await anAgency(program);
    const mo = await program.as((await aWorker(program, team, { role: 'CAFC' })).email);
    const bare = await mo.post<Answer>(here('close/decision'), {
      version: proposed.body.version,
      approve: false,
    });
    expect(Object.keys(bare.body.fields)).toEqual(['reason']);
    const back = await mo.post<{ status: string }>(here('close/decision'), {
      version: proposed.body.version,
      approve: false,
      reason: 'Ask Ava once more',
    });
    expect(back.body.status).toBe('SENT_BACK');
    const seen = await lena.get<{ sentBackReason: string }>(here('close'));
    expect(seen.body.sentBackReason).toBe('Ask Ava once more');
  });

  it('closes after a withdrawal with the signature of the lead’s own manager, and of no other', async () => {
    await program.rows(`update app.episode set withdrawn_at = sec.now() where id = $1`, [world.episode.id]);
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', ended_at = sec.now(), until_at = sec.now(), team_read_until = sec.now()
       where episode_id = $1 and decision = 'GIVEN'`,
      [world.episode.id],
    );
    await program.setNow('2026-03-17T09:00:00Z');
    const body = {
      ...form,
      closureDate: '2026-03-17',
      reason: 'CONSENT_WITHDRAWN',
      riskConsidered: 'School sees her daily',
    };
    const proposed = await lena.post<{ waitingFor: string[]; version: number }>(here('close'), body);
    expect([proposed.status, proposed.body.waitingFor]).toEqual([201, ['AMGR']]);
    const head = await program.as((await aWorker(program, world.northway, { role: 'AMGR' })).email);
    const other = await program.as((await aWorker(program, world.health, { role: 'AMGR' })).email);
    const yes = { version: proposed.body.version, approve: true };
    expect((await other.post(here('close/decision'), yes)).status).not.toBe(201);
    const closed = await head.post<{ state: string }>(here('close/decision'), yes);
    expect([closed.status, closed.body.state]).toEqual([201, 'CLOSED']);
  });

  it('is closed by the CAF team alone after a death, and nobody is asked for words', async () => {
    const team = await anAgency(program);
    const mo = await program.as((await aWorker(program, team, { role: 'CAFC' })).email);
    expect(
      (
        await lena.post(here('close'), {
          reason: 'DECEASED',
          closureDate: '2026-03-16',
          deathDate: '2026-03-14',
        })
      ).status,
    ).toBe(403);
    const before = { reason: 'DECEASED', closureDate: '2026-03-16', deathDate: '2003-01-01' };
    const refused = await mo.post<{ fields: object }>(here('close'), before);
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([400, ['deathDate']]);
    const closed = await mo.post(here('close'), {
      reason: 'DECEASED',
      closureDate: '2026-03-16',
      deathDate: '2026-03-14',
    });
    expect(closed.status).toBe(201);
    const [row] = await program.rows<{ state: string; closure_reason: string }>(
      'select state, closure_reason from app.episode where id = $1',
      [world.episode.id],
    );
    expect(row).toEqual({ state: 'CLOSED', closure_reason: 'DECEASED' });
    const days = await program.rows<{ on: string }>(
      `select p.deceased_on::text as on from app.person p
       join app.episode_subject s on s.person_id = p.id and s.role = 'CHILD_SUBJECT' where s.episode_id = $1`,
      [world.episode.id],
    );
    expect(days).toEqual([{ on: '2026-03-14' }]);
  });
});

describe('the plan and who may see it', () => {
  it('shows no trace of a hope of a kind the reader may not see', async () => {
    const started = await lena.post<Answer>(here('plan'), {});
    const planId = started.body.plan?.id ?? '';
    const yusuf = await program.as(world.yusuf.email);
    await lena.post(`/api/plans/${planId}/outcomes`, { statement: 'Calmer mornings' });
    const before = await yusuf.get(here('plan'));
    const made = await lena.post<Answer>(`/api/plans/${planId}/outcomes`, {
      statement: 'ZQ7 counselling helps',
      category: 'SENS_MH',
    });
    expect(made.body.plan?.outcomes).toHaveLength(2);
    expect((await yusuf.get(here('plan'))).text).toBe(before.text);
    await lena.post(`/api/plans/${planId}/outcomes`, { statement: 'Bedtimes that work' });
    expect((await yusuf.get<Answer>(here('plan'))).body.plan?.outcomes.map((each) => each.position)).toEqual([
      1, 2,
    ]);
    const hana = await program.as(world.hana.email);
    expect((await hana.get(here('plan'))).text).toContain('ZQ7');
  });

  it('answers an outsider, another parent and the administrator as a random id is answered', async () => {
    const started = await lena.post<Answer>(here('plan'), {});
    const viv = await program.as(world.viv.email);
    const { anAdult } = await import('../../factories/children.js');
    const stranger = await program.as((await aFamilyAccount(program, await anAdult(program), 'PAR')).email);
    const sadm = await program.as((await aWorker(program, world.locality, { role: 'SADM' })).email);
    for (const who of [viv, stranger, sadm])
      for (const path of ['plan', 'close', 'meetings']) {
        const [seen, random] = [
          await who.get(here(path)),
          await who.get(`/api/episodes/${randomUUID()}/${path}`),
        ];
        expect([path, seen.status, seen.text]).toEqual([path, 404, random.text]);
      }
    const added = await viv.post(`/api/plans/${started.body.plan?.id}/outcomes`, { statement: 'Something' });
    expect(added.status).toBe(404);
    expect(
      await program.rows('select 1 from app.outcome where episode_id = $1', [world.episode.id]),
    ).toHaveLength(0);
  });

  it('is kept by the lead professional: others of the team read it', async () => {
    const started = await lena.post<Answer>(here('plan'), {});
    const hana = await program.as(world.hana.email);
    expect((await hana.get(here('plan'))).status).toBe(200);
    const add = await hana.post<Answer>(`/api/plans/${started.body.plan?.id}/outcomes`, {
      statement: 'Something',
    });
    expect([add.status, add.body.code]).toEqual([403, 'NOT_YOURS_TO_LEAD']);
    expect((await lena.post<Answer>(here('plan'), {})).body.code).toBe('PLAN_THERE');
  });

  it('answers two people changing one hope with both texts', async () => {
    const planId = (await lena.post<Answer>(here('plan'), {})).body.plan?.id ?? '';
    const made = await lena.post<Answer>(`/api/plans/${planId}/outcomes`, { statement: 'Calmer mornings' });
    const outcome = made.body.plan?.outcomes[0];
    await lena.patch(`/api/outcomes/${outcome?.id}`, {
      version: outcome?.version,
      statement: 'Calm mornings',
    });
    const second = await lena.patch<{
      code: string;
      data: { stored: { statement: string }; sent: { statement: string } };
    }>(`/api/outcomes/${outcome?.id}`, { version: outcome?.version, statement: 'Quiet mornings' });
    expect(second.status).toBe(409);
    expect([second.body.data.stored.statement, second.body.data.sent.statement]).toEqual([
      'Calm mornings',
      'Quiet mornings',
    ]);
  });
});
