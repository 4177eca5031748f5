import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WaitingAgreementsView } from '@encircle/shared/consents';
import type { MyWeekView } from '@encircle/shared/my-week';
import type { ChildView, RelativeList } from '@encircle/shared/people';
import { aStartedAssessment, type AssessmentBody } from '../../factories/assessment.js';
import { anAdult, anUnbornBaby, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, onTheCase, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let midwifery: Agency;
let rosa: Worker;
let rosaIn: Client;
let strangerIn: Client;
let central: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  midwifery = await anAgency(program, { name: 'Harbour Midwifery', kind: 'COMMUNITY_HEALTH' });
  rosa = await aWorker(program, midwifery, { fullName: 'Rosa Bright', jobTitle: 'Midwife' });
  const stranger = await aWorker(program, midwifery, { fullName: 'Nan Other', jobTitle: 'Midwife' });
  const council = await anAgency(program, { name: 'Early help team', kind: 'CAF_TEAM' });
  const mo = await aWorker(program, council, { fullName: 'Mo Finch', role: 'CAFC' });
  rosaIn = await program.as(rosa.email);
  strangerIn = await program.as(stranger.email);
  central = await program.as(mo.email);
});
afterAll(() => program.stop());

interface Expecting {
  tia: Person;
  ade: Person;
  baby: Person;
  episode: Episode;
}

/** Tia expects a baby on 20 July 2026 and agreed; Ade has no parental responsibility yet. Rosa wrote the case and leads. */
async function expecting(over: { state?: string } = {}): Promise<Expecting> {
  await program.setNow('2026-03-16T09:00:00Z');
  const tia = await anAdult(program, { givenNames: 'Tia', familyName: 'Tennant' });
  const ade = await anAdult(program, { givenNames: 'Ade', familyName: 'Bello' });
  const baby = await anUnbornBaby(program, tia, '2026-07-20');
  await relativeOf(program, baby, ade, { kind: 'FATHER', hasPr: 'NO' });
  const episode = await anEpisode(program, {
    children: [baby],
    author: rosa,
    lead: rosa,
    state: over.state ?? 'ASSESSING',
    agreedOn: '2026-03-16',
    openedOn: '2026-03-16',
  });
  await anAgreement(program, episode, baby, tia, [{ agency: midwifery, categories: ORDINARY }], {
    capacity: 'MOTHER_OF_UNBORN',
    givenOn: '2026-03-16',
    recordedBy: rosa,
  });
  return { tia, ade, baby, episode };
}

const NOOR = {
  version: 1,
  dateOfBirth: '2026-07-18',
  dobStatus: 'VERIFIED',
  givenNames: 'Noor',
  familyName: 'Tennant',
  sex: 'FEMALE',
};

const born = (baby: Person, over: Record<string, unknown> = {}, by: Client = rosaIn) =>
  by.post<ChildView & { code: string; fields: Record<string, string[]> }>(`/api/children/${baby.id}/birth`, {
    ...NOOR,
    ...over,
  });

describe('a baby not yet born', () => {
  it('has a due date, weeks counted from it, and no birth date to write in', async () => {
    const { baby } = await expecting();
    const view = (await rosaIn.get<ChildView>(`/api/children/${baby.id}`)).body;
    expect(view).toMatchObject({
      isUnborn: true,
      chosenName: 'Unborn baby of Tia Tennant',
      dueDate: '2026-07-20',
      weeksPregnant: 22,
      dateOfBirth: null,
      sex: 'UNKNOWN',
    });
    const changed = await rosaIn.patch<{ fields: object }>(`/api/children/${baby.id}`, {
      version: 1,
      dateOfBirth: '2026-03-01',
    });
    expect([changed.status, changed.body.fields]).toEqual([400, { dateOfBirth: ['Record the birth first'] }]);
  });
});

describe('the birth', () => {
  it('makes the same person a child with a name, and keeps what the assessment before it says', async () => {
    const { baby, episode } = await expecting();
    const first = await aStartedAssessment(rosaIn, episode);
    const before = await statusOf(first.id, 'D05');
    await program.setNow('2026-07-21T09:00:00Z');
    const answer = await born(baby, { nhsNumber: '999 000 0344' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: baby.id,
      isUnborn: false,
      chosenName: 'Noor',
      fullName: 'Noor Tennant',
      dateOfBirth: '2026-07-18',
      dueDate: '2026-07-20',
      weeksPregnant: null,
      bornEarly: false,
      sex: 'FEMALE',
      identifiers: [{ kind: 'NHS', value: '9990000344', status: 'DECLARED' }],
    });
    expect([before, await statusOf(first.id, 'D05')]).toEqual(['NOT_RELEVANT', 'NOT_RELEVANT']);
    const [audit] = await program.rows<{ fields: string[]; whole: string }>(
      `select fields, to_jsonb(e)::text as whole from audit.entry e where action = 'birth.recorded' and $1 = any (child_ids)`,
      [baby.id],
    );
    expect(audit?.fields).toEqual(expect.arrayContaining(['dateOfBirth', 'nhsNumber']));
    expect(audit?.whole).not.toContain('Noor');
  });

  it('is asked anew in the next version what nobody could look at before', async () => {
    const { baby, episode } = await expecting({ state: 'ASSESSING' });
    const first = await aStartedAssessment(rosaIn, episode);
    await program.rows(
      `update app.assessment set status = 'COMPLETED', completed_on = '2026-05-01', content_hash = 'x' where id = $1`,
      [first.id],
    );
    await program.rows(`update app.episode set state = 'PLAN_ACTIVE' where id = $1`, [episode.id]);
    await program.setNow('2026-07-21T09:00:00Z');
    await born(baby);
    const second = await aStartedAssessment(rosaIn, episode);
    expect(second.versionNo).toBe(2);
    expect([await statusOf(first.id, 'D05'), await statusOf(second.id, 'D05')]).toEqual([
      'NOT_RELEVANT',
      null,
    ]);
    const view = await rosaIn.get<AssessmentBody>(`/api/assessments/${second.id}`);
    expect(view.body.sections.find(({ key }) => key === 'D05')?.mark).toBe('TODO');
  });

  it('far from the due date is confirmed, and each wrong field is named', async () => {
    const { baby } = await expecting();
    await program.setNow('2026-07-21T09:00:00Z');
    const early = await born(baby, { dateOfBirth: '2026-06-01' });
    expect([early.status, Object.keys(early.body.fields)]).toEqual([400, ['farFromDueDate']]);
    const wrong = await born(baby, { dateOfBirth: '2026-07-30', givenNames: '', nhsNumber: '123' });
    expect([wrong.status, Object.keys(wrong.body.fields).sort()]).toEqual([
      400,
      ['dateOfBirth', 'givenNames', 'nhsNumber'],
    ]);
    const confirmed = await born(baby, { dateOfBirth: '2026-06-01', farFromDueDate: true });
    expect([confirmed.status, confirmed.body.bornEarly]).toEqual([200, true]);
  });

  it('is recorded once, and not over what somebody else saved', async () => {
    const { baby } = await expecting();
    await program.setNow('2026-07-21T09:00:00Z');
    const stale = await born(baby, { version: 7 });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE']);
    expect((await born(baby)).status).toBe(200);
    const again = await born(baby, { version: 2 });
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_BORN']);
  });

  it('is nobody’s to record who has no place on the case', async () => {
    const { baby } = await expecting();
    await program.setNow('2026-07-21T09:00:00Z');
    const hidden = await born(baby, {}, strangerIn);
    const nobody = await strangerIn.post('/api/children/00000000-0000-4000-8000-000000000000/birth', NOOR);
    expect([hidden.status, hidden.text]).toEqual([nobody.status, nobody.text]);
    expect((await rosaIn.get<ChildView>(`/api/children/${baby.id}`)).body.isUnborn).toBe(true);
  });
});

describe('after the birth', () => {
  it('a registered father has parental responsibility from that day, and both are asked anew', async () => {
    const { baby, ade, episode } = await expecting({ state: 'PLAN_ACTIVE' });
    await program.setNow('2026-07-21T09:00:00Z');
    await born(baby);
    expect(await asked(episode)).toEqual(['AGREE_AFTER_BIRTH']);
    const list = await rosaIn.get<RelativeList>(`/api/children/${baby.id}/relatives`);
    const tie = list.body.items.find(({ personId }) => personId === ade.id);
    const told = { relationshipId: tie?.id, version: tie?.version, registeredOn: '2026-07-27' };
    const ahead = await rosaIn.post<{ fields: object }>(`/api/children/${baby.id}/birth/registration`, told);
    expect([ahead.status, ahead.body.fields]).toEqual([
      400,
      { registeredOn: ['The day of registration is in the future'] },
    ]);
    await program.setNow('2026-07-28T09:00:00Z');
    const done = await rosaIn.post<RelativeList>(`/api/children/${baby.id}/birth/registration`, told);
    expect(done.body.items.find(({ personId }) => personId === ade.id)).toMatchObject({
      hasPr: 'YES',
      prBasis: 'REGISTERED_FATHER',
      prFrom: '2026-07-27',
    });
    const twice = await rosaIn.post(`/api/children/${baby.id}/birth/registration`, told);
    expect(twice.status).toBe(400);
    const waiting = await central.get<WaitingAgreementsView>('/api/agreements/waiting');
    expect(waiting.body.items.filter(({ episodeId }) => episodeId === episode.id)).toEqual([
      expect.objectContaining({ kind: 'ASK_AFTER_BIRTH', reference: episode.ref }),
    ]);
    const { tia } = await motherOf(baby);
    for (const parent of [tia, ade.id])
      await program.rows(
        `insert into app.consent (episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on,
           given_at, recorded_by_agency_id) values ($1, $2, $3, 'PARENT_PR', 'ON_SCREEN', 'v1', '2026-07-28', sec.now(), $4)`,
        [episode.id, baby.id, parent, midwifery.id],
      );
    expect(await asked(episode)).toEqual([]);
  });

  it('a tie of another child, and a stranger, change nothing', async () => {
    const mine = await expecting();
    const other = await expecting();
    await program.setNow('2026-07-28T09:00:00Z');
    await born(mine.baby);
    const list = await rosaIn.get<RelativeList>(`/api/children/${other.baby.id}/relatives`);
    const tie = list.body.items.find(({ personId }) => personId === other.ade.id);
    const told = { relationshipId: tie?.id, version: 1, registeredOn: '2026-07-27' };
    const answer = await rosaIn.post<{ fields: object }>(
      `/api/children/${mine.baby.id}/birth/registration`,
      told,
    );
    expect([answer.status, answer.body.fields]).toEqual([
      400,
      { relationshipId: ['Choose a parent of this child'] },
    ]);
    const hidden = await strangerIn.post(`/api/children/${mine.baby.id}/birth/registration`, told);
    expect(hidden.status).toBe(404);
  });
});

describe('two weeks past the due date', () => {
  it('who leads and the midwife are asked to look, and nobody else', async () => {
    const { episode } = await expecting({ state: 'PLAN_ACTIVE' });
    const nurse = await aWorker(program, midwifery, { fullName: 'Una Lee' });
    await onTheCase(program, episode.id, nurse, 'TACM');
    await program.setNow('2026-08-02T09:00:00Z');
    expect(await asked(episode)).toEqual([]);
    await program.setNow('2026-08-03T09:00:00Z');
    expect(await asked(episode)).toEqual(['BIRTH_CHECK']);
    expect(await asked(episode, await program.as(nurse.email))).toEqual([]);
  });

  it('nobody asks once the pregnancy has ended', async () => {
    const { episode } = await expecting({ state: 'PLAN_ACTIVE' });
    await program.setNow('2026-06-01T09:00:00Z');
    const closed = await central.post<{ state: string; code: string }>(`/api/episodes/${episode.id}/close`, {
      reason: 'PREGNANCY_ENDED',
      closureDate: '2026-06-01',
    });
    expect(closed.status).toBe(201);
    const [row] = await program.rows(`select state, closure_reason from app.episode where id = $1`, [
      episode.id,
    ]);
    expect(row).toEqual({ state: 'CLOSED', closure_reason: 'PREGNANCY_ENDED' });
    await program.setNow('2026-08-10T09:00:00Z');
    expect(await asked(episode)).toEqual([]);
  });
});

async function statusOf(assessmentId: string, section: string): Promise<unknown> {
  const [row] = await program.rows<{ status: unknown }>(
    `select body -> 'status' as status from app.answer where assessment_id = $1 and section = $2`,
    [assessmentId, section],
  );
  return row?.status ?? null;
}

async function asked(episode: Episode, by: Client = rosaIn): Promise<string[]> {
  const week = await by.get<MyWeekView>('/api/my/week?limit=100');
  return week.body.items
    .filter(({ episodeId, kind }) => episodeId === episode.id && /BIRTH/.test(kind))
    .map(({ kind }) => kind);
}

async function motherOf(baby: Person): Promise<{ tia: string }> {
  const [row] = await program.rows<{ tia: string }>(`select mother_id as tia from app.person where id = $1`, [
    baby.id,
  ]);
  return { tia: row?.tia ?? '' };
}
