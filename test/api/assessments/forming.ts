import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentView, FormVersionsView, FormView } from '@encircle/shared/assessments';
import type { Answer, Client, Program } from '../../kit/program.js';
import {
  anAssessingCase,
  answerEverything,
  aStartedAssessment,
  type AssessmentBody,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { anAgency, aWorker } from '../../factories/people.js';

/** An area adds its own questions: the next version of the form, without code. */
export function forming(programOf: () => Program): void {
  describe('a question an administrator adds', () => {
    let program: Program;
    let asks: Record<'lena' | 'admin', Client>;
    let world: AssessingWorld;
    let old: AssessmentBody;
    const TRAVEL = 'How does {child} come to school?';

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-01-26T09:00:00Z');
      const school = await anAgency(program, { name: 'Brook Primary' });
      const lena = await aWorker(program, school, { fullName: 'Lena Marsh' });
      const admin = await aWorker(program, school, { fullName: 'Sid Rowe', role: 'SADM' });
      asks = { lena: await program.as(lena.email), admin: await program.as(admin.email) };
      world = await anAssessingCase(program, lena);
      old = await aStartedAssessment(asks.lena, world.episode);
      await answerEverything(asks.lena, old.id, '2026-01-26');
    });

    const add = (over: object = {}, who = asks.admin): Promise<Answer<FormVersionsView>> =>
      who.post('/api/forms/caf/questions', {
        section: 'D10',
        type: 'TEXT',
        label: TRAVEL,
        hint: 'On foot, by bus, by car.',
        required: true,
        rowVersion: 0,
        ...over,
      });
    const publish = (rowVersion: number, who = asks.admin): Promise<Answer<FormVersionsView>> =>
      who.post('/api/forms/caf/publication', { rowVersion });
    const save = (id: string, answers: object, version = 0): Promise<Answer<{ fields: object }>> =>
      asks.lena.put(`/api/assessments/${id}/sections/D10`, {
        parts: [{ category: 'CHILD', answers, version }],
      });

    it('is written as a draft, by administrators only, with what is wrong named', async () => {
      const bad = await add({ section: 'agreement', type: 'ROWS', label: 'Why', required: 'yes' });
      expect([bad.status, Object.keys((bad.body as unknown as { fields: object }).fields).sort()]).toEqual([
        400,
        ['label', 'required', 'type'],
      ]);
      expect((await add({ section: 'agreement' })).body).toMatchObject({
        fields: { section: ['Choose the part it belongs to'] },
      });
      expect((await add({ label: 'What is going well' })).body).toMatchObject({
        fields: { label: ['This part asks that already'] },
      });
      expect((await add({}, asks.lena)).status).toBe(404);
      const made = await add();
      expect(made.status).toBe(201);
      expect(made.body.items.map(({ version, status, inForce }) => [version, status, inForce])).toEqual([
        ['v2', 'DRAFT', false],
        ['v1', 'PUBLISHED', true],
      ]);
      expect((await add({ label: 'Another question?' })).body).toMatchObject({
        code: 'STALE',
        data: { rowVersion: 1 },
      });
      const more = await add({ label: 'How far is it?', required: false, rowVersion: 1 });
      expect(more.body.items[0]?.questions.map(({ key, label }) => [key, label])).toEqual([
        ['own1', TRAVEL],
        ['own2', 'How far is it?'],
      ]);
      const less = await asks.admin.delete<FormVersionsView>('/api/forms/caf/questions/own2?rowVersion=2');
      expect(less.body.items[0]?.questions.map(({ key }) => key)).toEqual(['own1']);
      const choice = {
        type: 'CODES',
        label: 'What does {child} take part in?',
        required: false,
        rowVersion: 3,
      };
      for (const answers of [undefined, ['Clubs'], ['Clubs', ' clubs'], ['Clubs', '']]) {
        const refused = await add({ ...choice, answers });
        expect([refused.status, Object.keys((refused.body as unknown as { fields: object }).fields)]).toEqual(
          [400, ['answers']],
        );
      }
      expect((await add({ label: 'And the way back?', answers: ['Yes', 'No'], rowVersion: 3 })).status).toBe(
        400,
      );
      const listed = await add({ ...choice, answers: ['Clubs', 'Breakfast', 'School trips'] });
      expect(listed.body.items[0]?.questions.at(-1)?.answers.map(({ label }) => label)).toEqual([
        'Clubs',
        'Breakfast',
        'School trips',
      ]);
    });

    it('reaches nobody while it is a draft', async () => {
      const [seen, none] = [
        await asks.lena.get('/api/forms/caf/v2'),
        await asks.lena.get('/api/forms/caf/v99'),
      ];
      expect([seen.status, seen.text]).toEqual([404, none.text]);
      expect((await save(old.id, { own1: 'By bus' })).status).not.toBe(200);
    });

    it('is asked in new versions once it is published, and never again changed', async () => {
      expect((await publish(1)).body).toMatchObject({ code: 'STALE' });
      expect((await publish(4, asks.lena)).status).toBe(404);
      const published = await publish(4);
      expect(published.body.items.map(({ version, inForce }) => [version, inForce])).toEqual([
        ['v2', true],
        ['v1', false],
      ]);
      expect((await publish(5)).body).toMatchObject({ code: 'NO_DRAFT' });
      expect((await asks.admin.delete('/api/forms/caf/questions/own1?rowVersion=5')).status).toBe(404);
      await expect(
        program.rows(`update app.form_version set questions = '[]' where form_version = 'v2'`),
      ).rejects.toThrow('a published form is never changed');
      const { body: form } = await asks.lena.get<FormView>('/api/forms/caf/v2');
      const sections = form.sections as { key: string; fields: { key: string; label: string }[] }[];
      expect(sections.find(({ key }) => key === 'D10')?.fields.slice(-2)).toMatchObject([
        { key: 'own1', label: TRAVEL },
        { key: 'own2', type: 'CODES', answers: [{ code: 'A1', label: 'Clubs' }, {}, {}] },
      ]);
    });

    it('an assessment begun under the old version reads and finishes as it was asked', async () => {
      const { body: before } = await asks.lena.get<AssessmentView>(`/api/assessments/${old.id}`);
      expect([before.formVersion, before.problems]).toEqual(['v1', []]);
      const wrong = await save(old.id, { own1: 'By bus' }, 1);
      expect(wrong.body.fields).toEqual({ 'parts.0.answers.own1': ['This question does not belong here'] });
      const done = await asks.lena.post<AssessmentView>(`/api/assessments/${old.id}/complete`, {
        version: before.version,
      });
      expect([done.status, done.body.formVersion]).toEqual([201, 'v1']);
    });

    it('the next version carries the answers forward, asks the new question, and both stay comparable', async () => {
      const next = await asks.lena.post<AssessmentView>(`/api/episodes/${world.episode.id}/assessments`, {});
      expect([next.status, next.body.formVersion, next.body.previousId]).toEqual([201, 'v2', old.id]);
      const section = next.body.sections.find(({ key }) => key === 'D10');
      expect(section?.parts[0]).toMatchObject({ carried: true, answers: { status: 'ASSESSED' } });
      // Not answered yet, and without it nothing is finished.
      expect(next.body.problems.map((each) => `${each.section}.${each.field}`)).toContain('D10.own1');
      const said = { ...section?.parts[0]?.answers, own1: 'By bus' };
      const off = await save(next.body.id, { ...said, own2: ['Clubs'] }, 1);
      expect(Object.keys(off.body.fields)).toEqual(['parts.0.answers.own2']);
      expect((await save(next.body.id, { ...said, own2: ['A1', 'A3'] }, 1)).status).toBe(200);
      const { body: now } = await asks.lena.get<AssessmentView>(`/api/assessments/${next.body.id}`);
      expect(now.problems.map((each) => `${each.section}.${each.field}`)).not.toContain('D10.own1');
      expect(now.sections.find(({ key }) => key === 'D10')?.mark).toBe('AGAIN');
      expect(now.sections.find(({ key }) => key === 'D11')?.mark).toBe('TODO');
      const { body: then } = await asks.lena.get<AssessmentView>(`/api/assessments/${old.id}`);
      expect([then.formVersion, then.status, then.contentHash === null]).toEqual(['v1', 'COMPLETED', false]);
      const pdf = async (id: string): Promise<number> =>
        (await asks.lena.get(`/api/assessments/${id}/paper.pdf?kind=FULL`)).status;
      expect([await pdf(old.id), await pdf(next.body.id)]).toEqual([200, 200]);
    });

    it('is written down, by whom and which', async () => {
      const rows = await program.rows<{ action: string }>(
        `select distinct action from audit.entry where action like 'form%' order by action`,
      );
      expect(rows.map((row) => row.action)).toEqual([
        'form-question.added',
        'form-question.dropped',
        'form.published',
      ]);
    });
  });
}
