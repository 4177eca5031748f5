import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import {
  anAssessingCase,
  aStartedAssessment,
  type AssessmentBody,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { anAgreement } from '../../factories/consents.js';
import { anEpisode, onTheCase } from '../../factories/episodes.js';
import { aChild } from '../../factories/children.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Saved {
  section: AssessmentBody['sections'][number];
  code: string;
  data: {
    conflicts: {
      stored: { answers: Record<string, unknown>; savedBy: string };
      sent: Record<string, unknown>;
    }[];
  };
  fields: Record<string, string[]>;
}

describe('an assessment, section by section', () => {
  let program: Program;
  let lena: Worker;
  let amir: Worker;
  let hana: Worker;
  let stranger: Worker;
  let asks: { lena: Client; amir: Client; hana: Client; stranger: Client };
  let world: AssessingWorld;
  let started: AssessmentBody;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-01-14T09:00:00Z');
    const school = await anAgency(program, { name: 'Northway Primary' });
    lena = await aWorker(program, school, { fullName: 'Lena Marsh' });
    amir = await aWorker(program, school, { fullName: 'Amir Khan' });
    hana = await aWorker(program, await anAgency(program, { name: 'Community Health' }), {
      fullName: 'Hana Osei',
    });
    stranger = await aWorker(program, await anAgency(program));
    const clients = await Promise.all([lena, amir, hana, stranger].map((each) => program.as(each.email)));
    asks = { lena: clients[0], amir: clients[1], hana: clients[2], stranger: clients[3] } as typeof asks;
    world = await anAssessingCase(program, lena, { others: [hana] });
    await onTheCase(program, world.episode.id, amir, 'TACM');
    started = await aStartedAssessment(asks.lena, world.episode);
  });
  afterAll(() => program.stop());

  const save = (who: Client, key: string, parts: object[], id = started.id) =>
    who.put<Saved>(`/api/assessments/${id}/sections/${key}`, { parts });
  const part = (answers: object, version = 0, category = 'CHILD', more: object = {}) => ({
    category,
    answers,
    version,
    ...more,
  });
  const view = async (who: Client): Promise<AssessmentBody> =>
    (await who.get<AssessmentBody>(`/api/assessments/${started.id}`)).body;
  const sectionOf = (body: AssessmentBody, key: string) => body.sections.find((each) => each.key === key);

  it('does not begin without agreement, and says what is missing', async () => {
    const child = await aChild(program);
    const bare = await anEpisode(program, { children: [child], author: lena, state: 'CONSENT_SEEKING' });
    const refused = await asks.lena.post(`/api/episodes/${bare.id}/assessments`, {});
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'CONSENT_MISSING',
      detail: 'Record the agreement of someone who may give it',
    });
    const list = await asks.lena.get(`/api/episodes/${bare.id}/assessments`);
    expect(list.body).toEqual({
      items: [],
      repairs: [],
      mayStart: false,
      whyNot: 'Record the agreement of someone who may give it',
    });
  });

  it('begins once, by who wrote or leads the case, and is due in twenty working days', async () => {
    expect(started).toMatchObject({ versionNo: 1, status: 'DRAFT', dueOn: '2026-02-11', mayComplete: true });
    expect(started.sections.filter((each) => each.mark !== 'TODO').map((each) => each.key)).toEqual([
      'agreement',
    ]);
    expect((await asks.lena.post(`/api/episodes/${world.episode.id}/assessments`, {})).body).toMatchObject({
      code: 'ALREADY_STARTED',
    });
    expect((await asks.hana.post(`/api/episodes/${world.episode.id}/assessments`, {})).body).toMatchObject({
      code: 'ONLY_THE_LEAD',
    });
  });

  it('stores each kind of information in a row of its own', async () => {
    const saved = await save(asks.lena, 'D04', [
      part({ status: 'ASSESSED', needs: 'Cries one morning in five.', needsSources: ['CHILD_SAID'] }),
      part({ childViewPrivate: 'I do not want mum to know.' }, 0, 'PRIVATE'),
      part({ needs: 'Sees a counsellor on Fridays.', needsSources: ['PARENT_SAID'] }, 0, 'SENS_MH'),
    ]);
    expect(saved.status).toBe(200);
    expect(saved.body.section.mark).toBe('DONE');
    const rows = await program.rows(
      `select category, subject_id, source_agency_id, author_id, named_worker_ids from app.answer
       where assessment_id = $1 and section = 'D04' order by category`,
      [started.id],
    );
    const label = { subject_id: world.child.id, source_agency_id: lena.agency.id, author_id: lena.id };
    expect(rows).toEqual([
      { category: 'CHILD', ...label, named_worker_ids: [] },
      { category: 'PRIVATE', ...label, named_worker_ids: [lena.id] },
      { category: 'SENS_MH', ...label, named_worker_ids: [] },
    ]);
  });

  it('shows a colleague what was agreed and leaves no trace of the rest', async () => {
    const seen = sectionOf(await view(asks.hana), 'D04');
    expect(seen?.parts.map((each) => each.category)).toEqual(['CHILD']);
    const text = (await asks.hana.get(`/api/assessments/${started.id}`)).text;
    expect(text).not.toContain('counsellor');
    expect(text).not.toContain('do not want mum');
    expect(text).not.toContain('SENS_MH');
  });

  it('keeps an adult’s own information with that adult, never with the child’s', async () => {
    const nobody = await save(asks.lena, 'P01', [part({ needs: 'Mia has a back injury.' }, 0, 'ADULT')]);
    expect(nobody.status).toBe(400);
    expect(nobody.body.fields).toEqual({ 'parts.0.aboutPersonId': ['Choose whose information this is'] });
    const wrong = await save(asks.lena, 'P01', [
      part({ needs: 'x' }, 0, 'ADULT', { aboutPersonId: randomUUID() }),
    ]);
    expect(wrong.body.fields).toEqual({ 'parts.0.aboutPersonId': ['Choose an adult of this family'] });
    const right = await save(asks.lena, 'P01', [
      part({ status: 'ASSESSED', needs: 'Lifting is hard.', needsSources: ['PARENT_SAID'] }, 0, 'PARENTING'),
      part({ needs: 'Mia has a back injury.' }, 0, 'ADULT', { aboutPersonId: world.mia.id }),
    ]);
    expect(right.status).toBe(200);
    expect((await asks.hana.get(`/api/assessments/${started.id}`)).text).not.toContain('back injury');
  });

  it('gives each service its own part of a section', async () => {
    const added = await save(asks.hana, 'D01', [
      part({ strengths: 'Asthma review done.', strengthsSources: ['PROFESSIONAL_REPORT'] }),
    ]);
    expect(added.status).toBe(200);
    const seen = sectionOf(await view(asks.lena), 'D01');
    expect(seen).toMatchObject({ mark: 'ADDED', parts: [{ savedBy: 'Hana Osei', mine: false }] });
    const own = await save(asks.lena, 'D01', [
      part({ status: 'ASSESSED', strengths: 'Runs every break.', strengthsSources: ['OBSERVED'] }),
    ]);
    expect(own.body.section.parts).toHaveLength(2);
  });

  it('keeps both texts when two colleagues save the same section', async () => {
    await save(asks.lena, 'D02', [part({ status: 'ASSESSED', strengths: 'Swims.' })]);
    await save(asks.amir, 'D02', [part({ status: 'ASSESSED', strengths: 'Swims and climbs.' }, 1)]);
    const late = await save(asks.lena, 'D02', [
      part({ status: 'ASSESSED', strengths: 'Swims two lengths.' }, 1),
    ]);
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('STALE');
    expect(late.body.data.conflicts).toMatchObject([
      {
        sent: { strengths: 'Swims two lengths.' },
        stored: { answers: { strengths: 'Swims and climbs.' }, savedBy: 'Amir Khan', version: 2 },
      },
    ]);
    const rows = await program.rows(
      `select body ->> 'strengths' as s, version from app.answer where assessment_id = $1 and section = 'D02'`,
      [started.id],
    );
    expect(rows).toEqual([{ s: 'Swims and climbs.', version: 2 }]);
  });

  it('stores nothing of a save of which one part is late', async () => {
    await save(asks.lena, 'D03', [part({ status: 'ASSESSED', strengths: 'Tells stories.' })]);
    const late = await save(asks.lena, 'D03', [
      part({ childViewPrivate: 'Only for Lena.' }, 0, 'PRIVATE'),
      part({ status: 'ASSESSED', strengths: 'Late.' }, 0),
    ]);
    expect(late.status).toBe(409);
    const rows = await program.rows(
      `select category, body ->> 'strengths' as s from app.answer where assessment_id = $1 and section = 'D03'`,
      [started.id],
    );
    expect(rows).toEqual([{ category: 'CHILD', s: 'Tells stories.' }]);
  });

  it('names the field that is wrong', async () => {
    const wrong = await save(asks.lena, 'D05', [part({ status: 'MAYBE', needRating: 11, nonsense: 'x' })]);
    expect(wrong.status).toBe(400);
    expect(Object.keys(wrong.body.fields).sort()).toEqual([
      'parts.0.answers.needRating',
      'parts.0.answers.nonsense',
      'parts.0.answers.status',
    ]);
    const misplaced = await save(asks.lena, 'D05', [part({ status: 'ASSESSED' }, 0, 'PARENTING')]);
    expect(misplaced.body.fields).toEqual({
      'parts.0.category': ['This section does not hold that kind of information'],
    });
    expect((await save(asks.lena, 'NOPE', [part({})])).status).toBe(404);
  });

  it('writes one audit row for each read and each save, with the kinds of information and never a word', async () => {
    const count = async (action: string) =>
      (await program.rows(`select 1 from audit.entry where action = $1`, [action])).length;
    const [views, saves] = [await count('assessment.viewed'), await count('assessment.section-saved')];
    await view(asks.lena);
    await save(asks.lena, 'D06', [part({ status: 'ASSESSED', strengths: 'Proud of her braids.' })]);
    expect(await count('assessment.viewed')).toBe(views + 1);
    expect(await count('assessment.section-saved')).toBe(saves + 1);
    const [last] = await program.rows<{ categories: string[]; fields: string[]; child_ids: string[] }>(
      `select categories, fields, child_ids from audit.entry where action = 'assessment.section-saved' order by id desc limit 1`,
    );
    expect(last).toEqual({
      categories: ['CHILD'],
      fields: ['D06.status', 'D06.strengths'],
      child_ids: [world.child.id],
    });
  });

  it('answers a stranger as for no assessment at all', async () => {
    for (const make of [
      (id: string) => asks.stranger.get(`/api/assessments/${id}`),
      (id: string) => save(asks.stranger, 'D01', [part({ status: 'ASSESSED' })], id),
      (id: string) => asks.stranger.post(`/api/assessments/${id}/complete`, { version: 1 }),
      (id: string) => asks.stranger.put(`/api/assessments/${id}/identity`, { disabled: 'NO' }),
    ]) {
      const [hidden, random] = [await make(started.id), await make(randomUUID())];
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(random.text);
    }
    const list = await asks.stranger.get(`/api/episodes/${world.episode.id}/assessments`);
    expect(list.text).toBe((await asks.stranger.get(`/api/episodes/${randomUUID()}/assessments`)).text);
  });

  it('keeps what is asked only where it matters under its own kind, and shows each to whom that kind is shown', async () => {
    const identity = (who: Client, body: object) =>
      who.put<{ identity: Record<string, unknown>; fields: Record<string, string[]> }>(
        `/api/assessments/${started.id}/identity`,
        body,
      );
    const asked = {
      parentLanguage: 'Polish',
      interpreterNeeded: true,
      interpreterLanguage: 'Polish',
      interpreterArranged: false,
      religion: 'OTHER',
      religionText: 'Quaker',
      requirements: 'A room without steps',
      immigration: 'LEAVE_TO_REMAIN',
    };
    const kept = await identity(asks.lena, asked);
    expect([kept.status, kept.body.identity]).toEqual([
      200,
      expect.objectContaining({ ...asked, kinds: ['IDENT', 'HEALTH', 'IMMIG'] }),
    ]);
    const facts = await program.rows<{ key: string; category: string }>(
      `select key, category from app.person_fact where person_id = $1 and key = any($2) order by key`,
      [world.child.id, ['religion', 'requirements', 'immigration']],
    );
    expect(facts.map(({ key, category }) => `${key} ${category}`)).toEqual([
      'immigration IMMIG',
      'religion IDENT',
      'requirements HEALTH',
    ]);
    const seen = (await asks.hana.get<typeof kept.body>(`/api/assessments/${started.id}`)).body.identity;
    expect(seen).toMatchObject({
      religion: 'OTHER',
      requirements: 'A room without steps',
      immigration: null,
    });
    expect(seen['kinds']).toEqual(['IDENT', 'HEALTH']);
    for (const [field, value] of [
      ['religion', 'JEDI'],
      ['immigration', 'SECRET'],
      ['interpreterArranged', 'soon'],
      ['requirements', 'x'.repeat(1001)],
    ] as const) {
      const refused = await identity(asks.lena, { [field]: value });
      expect([refused.status, Object.keys(refused.body.fields)]).toEqual([400, [field]]);
    }
  });

  it('keeps how a child describes themself for the worker they told, and pregnancy with sexual health', async () => {
    const saved = await save(asks.lena, 'who', [
      part({ sendStatus: 'SEN_SUPPORT' }),
      part({ youngCarer: 'YES' }, 0, 'FAMILY'),
      part({ pregnantOrParent: 'NO' }, 0, 'SENS_SH'),
      part({ genderIdentity: 'OTHER', genderWords: 'Both, most days' }, 0, 'PRIVATE'),
    ]);
    expect(saved.status).toBe(200);
    const seen = sectionOf(await view(asks.hana), 'who')?.parts.flatMap((each) => Object.keys(each.answers));
    expect(seen?.sort()).toEqual(['sendStatus', 'youngCarer']);
    const wrong = await save(asks.lena, 'who', [part({ genderIdentity: 'OTHER' }, 1)]);
    expect(Object.keys(wrong.body.fields)).toEqual(['parts.0.answers.genderIdentity']);
  });

  it('shows only sections of the kinds that were agreed', async () => {
    const only = await aWorker(program, await anAgency(program, { name: 'Youth Service' }));
    await anAgreement(program, world.episode, world.child, world.mia, [
      { agency: only.agency, categories: ['INVOLVE', 'PARENTING'] },
    ]);
    await onTheCase(program, world.episode.id, only, 'AUDIT', { until: '2026-01-06T00:00:00Z' });
    await onTheCase(program, world.episode.id, only, 'TACM');
    const body = (await (await program.as(only.email)).get<AssessmentBody>(`/api/assessments/${started.id}`))
      .body;
    expect(body.sections.find((each) => each.key === 'D04')?.parts ?? []).toEqual([]);
    expect(sectionOf(body, 'P01')?.parts.map((each) => each.category)).toEqual(['PARENTING']);
  });
});
