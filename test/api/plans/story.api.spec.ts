import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlannedMeeting, avaWorld, invitationOf, type AvaWorld, type Planned } from '../../factories/ava.js';
import { anAgency, aWorker } from '../../factories/people.js';
import { verifyKept } from '../../kit/kept-rows.js';
import { Program, type Client } from '../../kit/program.js';

interface Plan {
  state: string;
  nextReviewDue: string | null;
  level: number | null;
  reviews: { reviewNo: number; late: boolean; nextDueOn: string | null; dueOn: string }[];
  plan: {
    id: string;
    version: number;
    versionNo: number;
    status: string;
    outcomes: { id: string; statement: string; status: string; travelled: string | null; version: number }[];
    actions: {
      id: string;
      text: string;
      status: string;
      ownerUserId: string | null;
      version: number;
      doneOn: string | null;
    }[];
  };
  code: string;
  fields: Record<string, string[]>;
  data: { obstacles: { code: string }[] };
}

let program: Program;
let world: AvaWorld;
let lena: Client;
let hana: Client;
let meeting: Planned;
let plan: Plan;

const here = (path: string): string => `/api/episodes/${world.episode.id}/${path}`;
const action = (text: string, owner: object, byWhen: string, more: object = {}) =>
  lena.post<Plan>(`/api/plans/${plan.plan.id}/actions`, { text, ...owner, byWhen, ...more });
const hope = (part: string) => {
  const found = plan.plan.outcomes.find((each) => each.statement.includes(part));
  if (!found) throw new Error(`no hope with ${part}`);
  return found;
};
const task = (part: string) => {
  const found = plan.plan.actions.find((each) => each.text.includes(part));
  if (!found) throw new Error(`no action with ${part}`);
  return found;
};
const stateNow = async (): Promise<string | undefined> =>
  (
    await program.rows<{ state: string }>('select state from app.episode where id = $1', [world.episode.id])
  )[0]?.state;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-02-02T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  hana = await program.as(world.hana.email);
});
afterAll(() => program.stop());

/** Story ST01 from the first meeting to closing; each step stands on the one before. */
describe('story ST01, steps 8 to 14', () => {
  it('plans the first meeting for 12 February and records who came', async () => {
    meeting = await aPlannedMeeting(lena, world, { date: '2026-02-12' });
    await program.setNow('2026-02-12T16:30:00Z');
    const saved = await lena.put<{ version: number }>(`/api/meetings/${meeting.id}/attendance`, {
      version: meeting.version,
      entries: [world.mia, world.lena, world.hana, world.yusuf]
        .map((who) => ({ invitationId: invitationOf(meeting, who).id, code: 'ATT' }))
        .concat([{ invitationId: invitationOf(meeting, world.carl).id, code: 'REP' }]),
    });
    meeting.version = saved.body.version;
    expect(saved.status).toBe(200);
  });

  it('will not hold the meeting before agreement is checked, the child is thought of and the next one is booked', async () => {
    const early = await lena.post<Plan>(`/api/meetings/${meeting.id}/hold`, { version: meeting.version });
    expect([early.status, Object.keys(early.body.fields).sort()]).toEqual([
      400,
      ['childParticipation', 'consentChecked', 'next'],
    ]);
  });

  it('makes a plan of hopes and actions with owners', async () => {
    plan = (await lena.post<Plan>(here('plan'), { contingency: 'Mia rings Lena before 08:30' })).body;
    const worry = {
      need: 'Feelings',
      statement: 'Ava feels calmer about school mornings',
      measure: 'Ava’s own score',
      rater: 'CHILD',
      better: 'LOWER',
      baselineValue: 7,
      baselineOn: '2026-01-30',
      targetValue: 3,
      ecmOutcome: 'BH',
      agreedWith: ['CHILD', 'PARENT'],
      familyOutcomes: [3],
    };
    const school = {
      statement: 'Ava is in school every Monday',
      rater: 'MEASURE',
      scaleHigh: 100,
      baselineValue: 81,
      targetValue: 95,
    };
    const outside = await lena.post<Plan>(`/api/plans/${plan.plan.id}/outcomes`, {
      ...worry,
      baselineValue: 11,
    });
    expect(outside.body.fields).toEqual({ baselineValue: ['Enter a score from 0 to 10'] });
    await lena.post(`/api/plans/${plan.plan.id}/outcomes`, worry);
    plan = (await lena.post<Plan>(`/api/plans/${plan.plan.id}/outcomes`, school)).body;
    const there = { meetingId: meeting.id };
    await action('Start the day in the library', { ownerUserId: world.lena.id }, '2026-07-17', there);
    await action('Two visits on breathing', { ownerUserId: world.hana.id }, '2026-03-13', there);
    await action('Send class staff ideas', { ownerUserId: world.carl.id }, '2026-02-27', there);
    await action('Ring about Sundays', { ownerPersonId: world.mia.id }, '2026-03-27', there);
    plan = (await action('Visits about bedtime', { ownerUserId: world.yusuf.id }, '2026-04-01', there)).body;
    const statuses = Object.fromEntries(plan.plan.actions.map((each) => [each.text, each.status]));
    expect(statuses).toEqual({
      'Start the day in the library': 'AGREED',
      'Two visits on breathing': 'AGREED',
      'Send class staff ideas': 'PROPOSED',
      'Ring about Sundays': 'AGREED',
      'Visits about bedtime': 'AGREED',
    });
  });

  it('gives an action to nobody off the team, nor to two people', async () => {
    const viv = await action('Mend the damp', { ownerUserId: world.viv.id }, '2026-03-27');
    expect(Object.keys(viv.body.fields)).toEqual(['ownerUserId']);
    const both = await action(
      'Both',
      { ownerUserId: world.hana.id, ownerPersonId: world.mia.id },
      '2026-03-27',
    );
    expect(both.body.fields['ownerUserId']?.[0]).toContain('one owner');
    const past = await action('Too late', { ownerUserId: world.hana.id }, '2026-02-11');
    expect(past.body.fields).toEqual({ byWhen: ['Choose today or a later day'] });
  });

  it('reaches the plan (T16) with the last missing part, whichever that is', async () => {
    await lena.patch(`/api/meetings/${meeting.id}`, {
      version: meeting.version,
      change: 'DETAILS',
      consentChecked: true,
      childParticipation: 'ATTENDED_PART',
      parentParticipation: 'ATTENDED',
      levelAgreed: 3,
    });
    const next = await lena.post<{ version: number; next: { plannedAt: string } }>(
      `/api/meetings/${meeting.id}/next`,
      {
        version: meeting.version + 1,
        date: '2026-03-24',
        time: '15:45',
        mode: 'IN_PERSON',
        place: 'Northway Primary, library',
      },
    );
    expect(next.body.next.plannedAt).toBe('2026-03-24T15:45:00.000Z');
    const held = await lena.post<{ status: string }>(`/api/meetings/${meeting.id}/hold`, {
      version: next.body.version,
    });
    expect([held.status, held.body.status]).toEqual([201, 'HELD']);
    expect(await stateNow()).toBe('TAC_PLANNED');
    const nobody = await lena.post<Plan>(`/api/plans/${plan.plan.id}/agree`, {
      version: plan.plan.version,
      agreements: [{ personId: world.mia.id, agreed: 'NOT_PRESENT' }],
    });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'NOBODY_AGREED']);
    const agreed = await lena.post<Plan>(`/api/plans/${plan.plan.id}/agree`, {
      version: plan.plan.version,
      agreements: [
        { personId: world.mia.id, agreed: 'AGREED' },
        { personId: world.ava.id, agreed: 'AGREED' },
      ],
    });
    plan = agreed.body;
    expect(plan).toMatchObject({
      state: 'PLAN_ACTIVE',
      nextReviewDue: '2026-03-24',
      plan: { status: 'AGREED', versionNo: 1 },
    });
  });

  it('lets the owner, and only the owner, accept and report; another service’s work is done only with its source', async () => {
    const carl = await program.as(world.carl.email);
    const sent = task('class staff');
    const forCarl = await lena.patch<Plan>(`/api/actions/${sent.id}`, {
      version: sent.version,
      status: 'AGREED',
    });
    expect([forCarl.status, forCarl.body.code]).toEqual([400, 'OWNER_ACCEPTS']);
    plan = (await carl.patch<Plan>(`/api/actions/${sent.id}`, { version: sent.version, status: 'AGREED' }))
      .body;
    const visits = task('breathing');
    expect(
      (await carl.patch(`/api/actions/${visits.id}`, { version: visits.version, status: 'DONE' })).status,
    ).toBe(403);
    const reworded = await hana.patch<Plan>(`/api/actions/${visits.id}`, {
      version: visits.version,
      text: 'One visit',
    });
    expect(reworded.body.code).toBe('ASK_THE_LEAD');
    const silent = await lena.patch<Plan>(`/api/actions/${visits.id}`, {
      version: visits.version,
      status: 'DONE',
    });
    expect(silent.body.fields).toEqual({ comment: ['Write who told you that it was done'] });
    const stale = await hana.patch<Plan>(`/api/actions/${visits.id}`, { version: 9, status: 'IN_PROGRESS' });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE']);
    const ahead = await hana.patch<Plan>(`/api/actions/${visits.id}`, {
      version: visits.version,
      status: 'DONE',
      doneOn: '2026-12-01',
    });
    expect(Object.keys(ahead.body.fields)).toEqual(['doneOn']);
  });

  it('records review 1 on 24 March: worry 7 to 5, Hana closes her action, next due in twelve weeks', async () => {
    await program.setNow('2026-03-24T17:00:00Z');
    plan = (
      await hana.patch<Plan>(`/api/actions/${task('breathing').id}`, {
        version: task('breathing').version,
        status: 'DONE',
        comment: 'Both visits done',
      })
    ).body;
    expect(task('breathing')).toMatchObject({ status: 'DONE', doneOn: '2026-03-24' });
    const body = (meetingId?: string) => ({
      ...(meetingId ? { meetingId } : {}),
      level: 3,
      whatNext: 'CONTINUE',
      outcomes: [
        { outcomeId: hope('calmer').id, value: 5 },
        { outcomeId: hope('school every').id, value: 90 },
      ],
      childComment: 'The worry is smaller',
      parentComment: 'Mornings are easier',
    });
    const paper = await lena.post<Plan>(here('reviews'), body());
    expect(paper.body.fields['meetingId']?.[0]).toContain('contact with the family');
    const [review] = await program.rows<{ id: string }>(
      `select id from app.meeting where episode_id = $1 and type = 'REVIEW_TAC'`,
      [world.episode.id],
    );
    await program.rows(`update app.meeting set status = 'HELD', held_at = planned_at where id = $1`, [
      review?.id,
    ]);
    await program.rows(`update app.invitation set attendance = 'ATT' where meeting_id = $1`, [review?.id]);
    const half = await lena.post<Plan>(here('reviews'), { ...body(review?.id), outcomes: [] });
    expect(half.body.code).toBe('REVIEW_INCOMPLETE');
    expect(half.body.fields['outcomes']).toHaveLength(2);
    plan = (await lena.post<Plan>(here('reviews'), body(review?.id))).body;
    expect(hope('calmer').travelled).toBe('2 steps better');
    expect(plan.reviews[0]).toMatchObject({ reviewNo: 1, late: false, nextDueOn: '2026-06-16' });
  });

  it('records review 2 on 2 June: level 3 to 2, next due by Tue 25 August', async () => {
    await program.setNow('2026-06-02T17:00:00Z');
    plan = (
      await lena.post<Plan>(here('reviews'), {
        heldOn: '2026-06-02',
        level: 2,
        whatNext: 'CONTINUE',
        outcomes: [
          { outcomeId: hope('calmer').id, value: 4 },
          { outcomeId: hope('school every').id, status: 'PARTLY' },
        ],
        childComment: 'I like Mondays now',
        parentComment: 'Better',
      })
    ).body;
    expect(plan.reviews[0]).toMatchObject({ reviewNo: 2, late: false, nextDueOn: '2026-08-25' });
    expect([plan.level, plan.nextReviewDue, hope('school every').status]).toEqual([
      2,
      '2026-08-25',
      'PARTLY',
    ]);
  });

  it('counts review 3 on 7 September as late, and closes with the CAF team’s signature', async () => {
    await program.setNow('2026-09-07T10:00:00Z');
    plan = (
      await lena.post<Plan>(here('reviews'), {
        level: 1,
        whatNext: 'CLOSE',
        outcomes: [{ outcomeId: hope('calmer').id, value: 3, status: 'ACHIEVED' }],
        childComment: 'I want to keep the library',
        parentComment: 'We are fine now',
      })
    ).body;
    expect(plan.reviews[0]).toMatchObject({ reviewNo: 3, late: true });
    const form = {
      reason: 'NEEDS_MET',
      closureDate: '2026-09-07',
      level: 1,
      whoToContact: 'Lena Marsh at school',
      familyAgrees: 'AGREE',
      childComment: 'Thank you',
      parentComment: 'Thank you',
      summary: 'Calm mornings, back in school',
    };
    const open = await lena.post<Plan>(here('close'), form);
    expect(open.status).toBe(422);
    expect(open.body.data.obstacles.map((each) => each.code)).toContain('ACTION_OPEN');
    const actions = plan.plan.actions
      .filter((each) => each.status !== 'DONE')
      .map((each) => ({ actionId: each.id, status: 'DONE' }));
    const proposed = await lena.post<{ status: string; waitingFor: string[]; version: number }>(
      here('close'),
      { ...form, actions },
    );
    expect([proposed.status, proposed.body.status, proposed.body.waitingFor]).toEqual([
      201,
      'WAITING',
      ['CAFC'],
    ]);
    expect(await stateNow()).toBe('PLAN_ACTIVE');

    const team = await anAgency(program, { name: 'CAF team of the test', kind: 'LOCAL_AUTHORITY' });
    const mo = await program.as(
      (await aWorker(program, team, { role: 'CAFC', fullName: 'Mo Castell' })).email,
    );
    const waiting = await mo.get<{ summary: string; version: number }>(here('close'));
    expect(waiting.body.summary).toBe('Calm mornings, back in school');
    expect((await mo.get(here('plan'))).status).toBe(403);
    const week = await mo.get<{ items: { kind: string; text: string }[] }>('/api/my/week');
    expect(week.body.items.map((each) => [each.kind, each.text])).toEqual([['CLOSING', 'SIGN']]);
    expect(
      (await hana.post(here('close/decision'), { version: waiting.body.version, approve: true })).status,
    ).not.toBe(201);
    const closed = await mo.post<{ status: string; retentionUntil: string; closedOn: string }>(
      here('close/decision'),
      {
        version: waiting.body.version,
        approve: true,
      },
    );
    expect(closed.status).toBe(201);
    expect(await stateNow()).toBe('CLOSED');
    const [stored] = await program.rows<{ body: { retentionUntil: string } }>(
      `select body from app.case_fact where episode_id = $1 and kind = 'CLOSURE' and ended_at is null`,
      [world.episode.id],
    );
    expect(stored?.body.retentionUntil).toBe('2041-06-10');
  });

  it('leaves the team ten working days of reading and the lead twelve months, and nothing to change', async () => {
    const view = await lena.get<Plan>(here('plan'));
    expect([view.status, view.body.plan.status]).toEqual([200, 'CLOSED']);
    const first = plan.plan.actions[0];
    expect((await lena.patch(`/api/actions/${first?.id}`, { version: 1, status: 'DONE' })).status).toBe(403);
    await program.setNow('2026-09-22T10:00:00Z');
    expect((await hana.get(here('plan'))).status).toBe(403);
    expect((await lena.get(here('plan'))).status).toBe(200);
    const written = await program.rows<{ action: string }>(
      `select distinct action from audit.entry where episode_id = $1 and outcome = 'ALLOW' order by action`,
      [world.episode.id],
    );
    expect(written.map((each) => each.action)).toEqual(
      expect.arrayContaining([
        'closure.approved',
        'closure.proposed',
        'plan.agreed',
        'plan.reviewed',
        'plan.viewed',
      ]),
    );
  });

  it('leaves what is kept for lists and guards as the facts say', async () => {
    const { rows, differences } = await verifyKept(program.database);
    expect(differences).toEqual([]);
    expect(rows['app.case_grant']).toBeGreaterThan(0);
  });
});
