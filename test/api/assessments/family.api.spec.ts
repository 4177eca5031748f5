import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@encircle/shared/cases';
import type { EpisodeStateView, MovesView } from '@encircle/shared/episodes';
import type { SiblingList } from '@encircle/shared/people';
import type { PlanView } from '@encircle/shared/plans';
import type { ReferralSentView, ReferralsView } from '@encircle/shared/safeguarding';
import { aStartedAssessment, type AssessmentBody } from '../../factories/assessment.js';
import { aChild, relativeOf, type Person } from '../../factories/children.js';
import { anEpisode, aShield } from '../../factories/episodes.js';
import { aFamily, type FamilyWorld } from '../../factories/families.js';
import { anAgency, aWorker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

type Refusal = { code: string; fields: Record<string, string[]> };

let program: Program;
let world: FamilyWorld;
let ola: Client;
let bryn: Client;
let central: Client;
let hub: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  const council = await anAgency(program, { name: 'Early help team', kind: 'CAF_TEAM' });
  const mo = await aWorker(program, council, { fullName: 'Mo Finch', role: 'CAFC' });
  const dee = await aWorker(program, council, { fullName: 'Dee Frost', role: 'MASH' });
  central = await program.as(mo.email);
  hub = await program.as(dee.email);
});
afterAll(() => program.stop());
beforeEach(async () => {
  world = await aFamily(program);
  ola = await program.as(world.ola.email);
  bryn = await program.as(world.bryn.email);
});

const HOME = { status: 'ASSESSED', strengths: 'Grandma lives next door.', strengthsSources: ['PARENT_SAID'] };
const OTHER = { ...HOME, strengths: 'His own room at his dad’s.' };

const write = (assessment: string, child: Person, over: object = {}, version = 0) =>
  ola.put<Refusal>(`/api/assessments/${assessment}/sections/F03`, {
    subjectId: child.id,
    parts: [{ category: 'FAMILY', answers: HOME, version }],
    ...over,
  });

async function home(client: Client, assessment: string, child: Person) {
  const view = await client.get<AssessmentBody>(`/api/assessments/${assessment}?subjectId=${child.id}`);
  const section = view.body.sections?.find(({ key }) => key === 'F03');
  return (section?.parts ?? []) as unknown as {
    answers: { strengths?: string };
    appliesTo: string[];
    version: number;
  }[];
}

describe('what is about parents and home', () => {
  it('is written once for several children, and each reader sees it for the child they may know', async () => {
    const { kit, zoe, ivo, episode } = world;
    const { id } = await aStartedAssessment(ola, episode);
    expect((await write(id, kit, { appliesTo: [kit.id, zoe.id] })).status).toBe(200);
    const [kits] = await home(ola, id, kit);
    const [zoes] = await home(ola, id, zoe);
    expect([kits?.answers.strengths, zoes?.answers.strengths]).toEqual([HOME.strengths, HOME.strengths]);
    expect(kits?.appliesTo.sort()).toEqual([kit.id, zoe.id].sort());
    expect(await home(ola, id, ivo)).toEqual([]);
    const [seen] = await home(bryn, id, zoe);
    expect([seen?.answers.strengths, seen?.appliesTo]).toEqual([HOME.strengths, [zoe.id]]);
    expect(await home(bryn, id, kit)).toEqual([]);
    const view = await bryn.get<{ children: { name: string }[] }>(`/api/assessments/${id}`);
    expect(view.body.children.map(({ name }) => name)).toEqual(['Zoe']);
  });

  it('changes for all of them together, and who is taken out keeps the words alone', async () => {
    const { kit, zoe, ivo, episode } = world;
    const { id } = await aStartedAssessment(ola, episode);
    await write(id, kit, { appliesTo: [kit.id, zoe.id, ivo.id] });
    const moved = { ...HOME, strengths: 'They moved nearer to Grandma.' };
    const parts = [{ category: 'FAMILY', answers: moved, version: 1 }];
    expect((await write(id, zoe, { parts, appliesTo: [zoe.id, ivo.id] })).status).toBe(200);
    const [kits] = await home(ola, id, kit);
    const [ivos] = await home(ola, id, ivo);
    expect([kits?.answers.strengths, kits?.appliesTo.length]).toEqual([HOME.strengths, 0]);
    expect([ivos?.answers.strengths, ivos?.appliesTo.length]).toEqual([moved.strengths, 2]);
  });

  it('never writes over other words about a child', async () => {
    const { kit, zoe, episode } = world;
    const { id } = await aStartedAssessment(ola, episode);
    await write(id, zoe, { parts: [{ category: 'FAMILY', answers: OTHER, version: 0 }] });
    const refused = await write(id, kit, { appliesTo: [kit.id, zoe.id] });
    expect([refused.status, refused.body.fields['appliesTo']?.[0]]).toEqual([
      400,
      'There are other words about Zoe here. Open them, or take the tick away',
    ]);
    expect(await home(ola, id, kit)).toEqual([]);
    expect((await home(ola, id, zoe))[0]?.answers.strengths).toBe(OTHER.strengths);
  });

  it('is the only thing said of several: a child’s own health is not, nor a child of another record', async () => {
    const { kit, zoe, episode } = world;
    const { id } = await aStartedAssessment(ola, episode);
    const health = await ola.put<Refusal>(`/api/assessments/${id}/sections/D01`, {
      subjectId: kit.id,
      parts: [{ category: 'HEALTH', answers: { strengths: 'Sleeps well.' }, version: 0 }],
      appliesTo: [kit.id, zoe.id],
    });
    expect([health.status, Object.keys(health.body.fields)]).toEqual([400, ['appliesTo']]);
    const other = await aChild(program);
    for (const appliesTo of [[kit.id, other.id], [zoe.id]])
      expect((await write(id, kit, { appliesTo })).body.fields).toHaveProperty('appliesTo');
  });

  it('goes over into the next version still said of the same children', async () => {
    const { kit, zoe, episode } = world;
    const first = await aStartedAssessment(ola, episode);
    await write(first.id, kit, { appliesTo: [kit.id, zoe.id] });
    await program.rows(
      `update app.assessment set status = 'COMPLETED', completed_on = sec.today(), content_hash = 'x' where id = $1`,
      [first.id],
    );
    await program.rows(`update app.episode set state = 'PLAN_ACTIVE' where id = $1`, [episode.id]);
    const second = await aStartedAssessment(ola, episode);
    expect((await home(ola, second.id, kit))[0]?.appliesTo.sort()).toEqual([kit.id, zoe.id].sort());
  });
});

describe('one child goes to social care', () => {
  async function referred(child: Person): Promise<{ id: string; version: number }> {
    await program.rows(`update app.episode set state = 'PLAN_ACTIVE' where id = $1`, [world.episode.id]);
    const sent = await ola.post<ReferralSentView>('/api/safeguarding-referrals', {
      episodeId: world.episode.id,
      subjectId: child.id,
      facts: 'A bruise with an unclear account.',
    });
    const list = await hub.get<ReferralsView>('/api/safeguarding-referrals');
    const found = list.body.items.find(({ id }) => id === sent.body.id);
    return { id: sent.body.id, version: found?.version ?? 0 };
  }
  const accept = ({ id, version }: { id: string; version: number }) =>
    hub.post(`/api/safeguarding-referrals/${id}/decision`, {
      decision: 'ACCEPTED',
      version,
      acceptanceRef: 'SC-1',
      leadSocialWorker: 'Sam Low',
    });
  const page = async (client: Client): Promise<CaseView> =>
    (await client.get<CaseView>(`/api/episodes/${world.episode.id}`)).body;
  const partsOf = async (client: Client): Promise<Record<string, string | null>> =>
    Object.fromEntries((await page(client)).children.map(({ chosenName, part }) => [chosenName, part]));
  it('and only that child’s part waits, pauses and is read-only; the others’ go on', async () => {
    const { kit, zoe } = world;
    const referral = await referred(zoe);
    expect(await partsOf(ola)).toEqual({ Kit: null, Zoe: 'STEP_UP_PENDING', Ivo: null });
    expect((await accept(referral)).status).toBeLessThan(300);
    expect(await partsOf(ola)).toEqual({ Kit: null, Zoe: 'PAUSED_STATUTORY', Ivo: null });
    const view = await page(ola);
    expect([view.state, view.readOnly]).toEqual(['PLAN_ACTIVE', false]);
    const plan = await ola.post<PlanView>(`/api/episodes/${world.episode.id}/plan`, {});
    const planId = plan.body.plan?.id ?? '';
    const hope = (child: Person) =>
      ola.post<Refusal>(`/api/plans/${planId}/outcomes`, {
        statement: 'Sleeps through the night',
        subjectId: child.id,
      });
    const refused = await hope(zoe);
    expect([refused.status, refused.body.code]).toEqual([403, 'R20_READ_ONLY']);
    expect((await hope(kit)).status).toBe(201);
    const task = (child: Person) =>
      ola.post<Refusal>(`/api/plans/${planId}/actions`, {
        text: 'Read together at bedtime',
        subjectId: child.id,
        ownerUserId: world.ola.id,
        byWhen: '2026-04-01',
      });
    expect([(await task(zoe)).body.code, (await task(kit)).status]).toEqual(['R20_READ_ONLY', 201]);
  });

  it('who may not know of the child learns nothing of it', async () => {
    await accept(await referred(world.kit));
    expect(await partsOf(bryn)).toEqual({ Zoe: null });
    const moves = await bryn.get<MovesView>(`/api/episodes/${world.episode.id}/moves`);
    expect(JSON.stringify(moves.body)).not.toContain('_CHILD');
    const own = await ola.get<MovesView>(`/api/episodes/${world.episode.id}/moves`);
    expect(own.body.items.map(({ transition }) => transition)).toEqual(
      expect.arrayContaining(['T22_CHILD', 'T23_CHILD']),
    );
  });

  it('and comes back, or is closed, by the CAF team alone', async () => {
    const { zoe, ivo, episode } = world;
    const path = (child: Person): string => `/api/episodes/${episode.id}/children/${child.id}/pause-end`;
    const back = { outcome: 'GOES_ON', on: '2026-03-16', socialWorker: 'Sam Low' };
    const early = await central.post<Refusal>(path(zoe), back);
    expect([early.status, early.body.code]).toEqual([409, 'NOT_PAUSED']);
    await accept(await referred(zoe));
    await accept(await referred(ivo));
    expect((await ola.post(path(zoe), back)).status).toBe(403);
    const without = await central.post<Refusal>(path(ivo), { ...back, outcome: 'CLOSED' });
    expect([without.status, Object.keys(without.body.fields)]).toEqual([400, ['reason']]);
    expect((await central.post(path(zoe), back)).status).toBe(200);
    const closed = { ...back, outcome: 'CLOSED', reason: 'STEP_UP_CIN' };
    expect((await central.post(path(ivo), closed)).status).toBe(200);
    expect(await partsOf(ola)).toEqual({ Kit: null, Zoe: null, Ivo: 'CLOSED' });
  });
});

describe('the plan of a family', () => {
  type Told = { code: string };
  it('is one, and opens for who may read of any of the children: their lines, and nobody else’s', async () => {
    const { kit, zoe, nia, episode } = world;
    await program.rows(`update app.episode set state = 'PLAN_ACTIVE' where id = $1`, [episode.id]);
    const begun = await ola.post<PlanView>(`/api/episodes/${episode.id}/plan`, {
      contingency: 'Kit goes to his aunt',
    });
    const planId = begun.body.plan?.id ?? '';
    for (const [child, statement] of [
      [kit, 'Kit is in training'],
      [zoe, 'Zoe sleeps at night'],
    ] as const)
      await ola.post(`/api/plans/${planId}/outcomes`, { statement, subjectId: child.id });
    const day = { ownerUserId: world.bryn.id, byWhen: '2026-04-01' };
    const acted = await ola.post<PlanView>(`/api/plans/${planId}/actions`, {
      ...day,
      text: 'Read with Zoe at school',
      subjectId: zoe.id,
    });
    expect(acted.body.children.map(({ name }) => name)).toEqual(['Kit', 'Zoe', 'Ivo']);
    const seen = await bryn.get<PlanView & Told>(`/api/episodes/${episode.id}/plan`);
    const lines = (view: PlanView) =>
      view.plan?.outcomes.map(({ statement, subjectId }) => [statement, subjectId]);
    expect([seen.status, lines(seen.body)]).toEqual([200, [['Zoe sleeps at night', zoe.id]]]);
    expect([seen.body.child.name, seen.body.children.map(({ name }) => name)]).toEqual(['Zoe', ['Zoe']]);
    expect(seen.body.plan?.contingency).toBeNull();
    expect(seen.text).not.toMatch(/Kit|Ivo/);
    const page = (await bryn.get<CaseView>(`/api/episodes/${episode.id}`)).body;
    expect(page.outcomes.map(({ statement }) => statement)).toEqual(['Zoe sleeps at night']);
    const [action] = seen.body.plan?.actions ?? [];
    const done = await bryn.patch<PlanView>(`/api/actions/${action?.id}`, {
      version: action?.version,
      status: 'AGREED',
    });
    expect([done.status, done.body.plan?.actions[0]?.status]).toEqual([200, 'AGREED']);
    expect(
      (await bryn.post<Told>(`/api/plans/${planId}/outcomes`, { statement: 'Not mine to add' })).status,
    ).toBe(403);
    const outsider = await program.as((await aWorker(program, await anAgency(program, {}), {})).email);
    expect((await outsider.get<Told>(`/api/episodes/${episode.id}/plan`)).status).toBe(404);
    // The first child goes to social care: the plan goes on for the others.
    await program.rows(
      `update app.episode_subject set state = 'PAUSED_STATUTORY' where episode_id = $1 and person_id = $2`,
      [episode.id, kit.id],
    );
    const version = (await ola.get<PlanView>(`/api/episodes/${episode.id}/plan`)).body.plan?.version;
    const agreed = await ola.post<PlanView & Told>(`/api/plans/${planId}/agree`, {
      version,
      agreements: [{ personId: nia.id, agreed: 'AGREED' }],
    });
    expect([agreed.status, agreed.body.plan?.status]).toEqual([201, 'AGREED']);
  });
});

describe('another child of the family', () => {
  const join = (child: Person, by = ola) =>
    by.post<EpisodeStateView & Refusal>(`/api/episodes/${world.episode.id}/children`, { childId: child.id });
  async function sibling(): Promise<Person> {
    const child = await aChild(program, { givenNames: 'Una', familyName: 'Lowe' });
    await relativeOf(program, child, world.nia, { prBasis: 'MOTHER' });
    await program.rows(`update app.person set created_by = $1 where id = $2`, [world.ola.id, child.id]);
    return child;
  }

  it('comes into the record, and an agreement is theirs to be asked for', async () => {
    const una = await sibling();
    const answer = await join(una);
    expect([answer.status, answer.body.childIds.includes(una.id)]).toEqual([201, true]);
    const again = await join(una);
    expect([again.status, again.body.fields['childId']]).toEqual([
      400,
      ['This child is in the record already'],
    ]);
    const view = (await bryn.get<CaseView>(`/api/episodes/${world.episode.id}`)).body;
    expect(view.children.map(({ chosenName }) => chosenName)).toEqual(['Zoe']);
  });

  it('is refused when unknown, of no kin, in a record of their own, or shielded', async () => {
    const stranger = await aChild(program);
    await program.rows(`update app.person set created_by = $1 where id = $2`, [world.ola.id, stranger.id]);
    const nobody = { id: '00000000-0000-4000-8000-000000000000' } as Person;
    const [kin, none] = [await join(stranger), await join(nobody)];
    expect([kin.status, kin.body.fields]).toEqual([none.status, none.body.fields]);
    const busy = await sibling();
    await anEpisode(program, { children: [busy], author: world.ola });
    expect((await join(busy)).body.code).toBe('EPISODE_OPEN');
    const hidden = await sibling();
    await aShield(program, hidden, [world.ola]);
    expect((await join(hidden)).body.code).toBe('RECORD_APART');
    expect((await join(await sibling(), bryn)).status).toBe(403);
  });

  it('is offered to whoever may begin work for them, and to nobody else', async () => {
    const una = await sibling();
    const stranger = await aChild(program, { givenNames: 'Odd', familyName: 'Lowe' });
    await program.rows(`update app.person set created_by = $1 where id = $2`, [world.ola.id, stranger.id]);
    await aShield(program, await sibling(), [world.ola]);
    const offered = async (client: Client) =>
      (await client.get<SiblingList>(`/api/children/${world.kit.id}/siblings`)).body.items ?? [];
    expect((await offered(ola)).map(({ id }) => id)).toEqual([una.id]);
    const seen = await bryn.get<SiblingList>(`/api/children/${world.zoe.id}/siblings`);
    expect(seen.text).not.toMatch(/Una|Kit|Ivo/);
    const random = await ola.get(`/api/children/${randomUUID()}/siblings`);
    const outsider = await program.as((await aWorker(program, await anAgency(program, {}), {})).email);
    const hidden = await outsider.get(`/api/children/${world.kit.id}/siblings`);
    expect([hidden.status, random.status]).toEqual([404, 404]);
  });
});

describe('a child who leaves the record', () => {
  const path = (child: { id: string }): string =>
    `/api/episodes/${world.episode.id}/children/${child.id}/leave`;
  const gone = { reason: 'OTHER_HOME', on: '2026-03-16', note: 'To his father' };
  const parts = async (): Promise<Record<string, string | null>> => {
    const view = (await ola.get<CaseView>(`/api/episodes/${world.episode.id}`)).body;
    return Object.fromEntries(view.children.map(({ chosenName, part }) => [chosenName, part]));
  };

  it('goes with the day and the reason, and may have a record of their own beside the old one', async () => {
    const { ivo, episode } = world;
    const wrong = await ola.post<Refusal>(path(ivo), { ...gone, reason: 'X', on: '2026-03-17' });
    expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([400, ['reason']]);
    const ahead = await ola.post<Refusal>(path(ivo), { ...gone, on: '2026-03-17' });
    expect([ahead.status, Object.keys(ahead.body.fields)]).toEqual([400, ['on']]);
    expect((await ola.post(path(ivo), gone)).status).toBe(200);
    expect(await parts()).toEqual({ Kit: null, Zoe: null, Ivo: 'CLOSED' });
    expect((await ola.post<Refusal>(path(ivo), gone)).body.code).toBe('PART_ELSEWHERE');
    await program.rows(
      `insert into app.search_allowance (user_id, hour, used) values ($1, date_trunc('hour', sec.now()), 1) on conflict do nothing`,
      [world.ola.id],
    );
    const begun = await ola.post<EpisodeStateView & Refusal>('/api/episodes', {
      type: 'CHILD',
      childIds: [ivo.id],
      source: 'OWN_AGENCY',
      issues: ['PARENTING'],
      mainIssue: 'PARENTING',
      worry: 'He lives with his father now.',
      familyAware: true,
    });
    expect([begun.status, begun.body.childIds]).toEqual([201, [ivo.id]]);
    const [first] = await program.rows<{ recorded: object }>(
      `select recorded from app.episode_move where episode_id = $1`,
      [begun.body.id],
    );
    expect(first?.recorded).toMatchObject({ previousId: episode.id });
  });

  it('stays while the plan holds something for them, and the last one always', async () => {
    const { kit, zoe, ivo, episode } = world;
    await program.rows(`update app.episode set state = 'PLAN_ACTIVE' where id = $1`, [episode.id]);
    const plan = await ola.post<PlanView>(`/api/episodes/${episode.id}/plan`, {});
    const hope = { statement: 'Sleeps through the night', subjectId: ivo.id };
    const hoped = await ola.post<PlanView>(`/api/plans/${plan.body.plan?.id}/outcomes`, hope);
    expect((await ola.post<Refusal>(path(ivo), gone)).body.code).toBe('LINES_OPEN');
    const [line] = hoped.body.plan?.outcomes ?? [];
    await ola.patch(`/api/outcomes/${line?.id}`, { version: line?.version, status: 'NO_LONGER_RELEVANT' });
    for (const child of [ivo, zoe]) expect((await ola.post(path(child), gone)).status).toBe(200);
    expect((await ola.post<Refusal>(path(kit), gone)).body.code).toBe('LAST_CHILD');
  });

  it('is let go by who leads, of this record only', async () => {
    expect((await bryn.post(path(world.zoe), gone)).status).toBe(403);
    const [hidden, random] = [
      await bryn.post<Refusal>(path(world.kit), gone),
      await bryn.post<Refusal>(path({ id: randomUUID() }), gone),
    ];
    expect([hidden.status, hidden.body.code]).toEqual([random.status, random.body.code]);
    expect((await ola.post(path({ id: randomUUID() }), gone)).status).toBe(404);
  });
});
