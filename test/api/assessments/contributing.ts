import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ContributionsView, ContributionView, AssessmentView } from '@encircle/shared/assessments';
import type { MyWeekView } from '@encircle/shared/my-week';
import type { NoticeList } from '@encircle/shared/notices';
import type { Answer, Client, Program } from '../../kit/program.js';
import { anAssessingCase, aStartedAssessment, type AssessingWorld } from '../../factories/assessment.js';
import { anAgreement } from '../../factories/consents.js';
import { onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

/** One section asked of a colleague who has no place on the case. */
export function contributing(programOf: () => Program): void {
  describe('a section asked of a colleague in another service', () => {
    let program: Program;
    let [lena, hana, amir, wes]: Worker[] = [];
    let asks: Record<'lena' | 'hana' | 'amir' | 'wes', Client>;
    let world: AssessingWorld;
    let id: string;
    const QUESTION = 'How is Ava on the mornings she comes to you?';

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-01-14T09:00:00Z');
      const school = await anAgency(program, { name: 'Northway Primary' });
      const health = await anAgency(program, { name: 'Community Health' });
      lena = await aWorker(program, school, { fullName: 'Lena Marsh' });
      amir = await aWorker(program, school, { fullName: 'Amir Khan' });
      hana = await aWorker(program, health, { fullName: 'Hana Osei' });
      wes = await aWorker(program, await anAgency(program, { name: 'Elsewhere' }), { fullName: 'Wes Poole' });
      const clients = await Promise.all([lena, hana, amir, wes].map((each) => program.as(each.email)));
      asks = { lena: clients[0], hana: clients[1], amir: clients[2], wes: clients[3] } as typeof asks;
      world = await anAssessingCase(program, lena);
      await anAgreement(program, world.episode, world.child, world.mia, [
        { agency: health, categories: ['IDENT', 'CHILD', 'INVOLVE'] },
      ]);
      await onTheCase(program, world.episode.id, amir, 'TACM');
      id = (await aStartedAssessment(asks.lena, world.episode)).id;
      await asks.lena.put(`/api/assessments/${id}/sections/D04`, {
        parts: [
          {
            category: 'CHILD',
            version: 0,
            answers: { status: 'ASSESSED', needs: 'Cries one morning in five.' },
          },
          { category: 'PRIVATE', version: 0, answers: { childViewPrivate: 'Do not tell mum.' } },
        ],
      });
    });

    const body = (over: object = {}): object => ({
      userId: hana?.id,
      agencyId: hana?.agency.id,
      section: 'D04',
      question: QUESTION,
      dueOn: '2026-01-21',
      ...over,
    });
    const ask = (over: object = {}, who = asks.lena): Promise<Answer<ContributionView>> =>
      who.post(`/api/assessments/${id}/contributions`, body(over));
    const answer = (of: ContributionView, over: object, who = asks.hana): Promise<Answer<ContributionView>> =>
      who.post(`/api/contributions/${of.id}/answer`, { version: of.version, ...over });
    const decide = (of: ContributionView, over: object, who = asks.lena): Promise<Answer<ContributionView>> =>
      who.post(`/api/contributions/${of.id}/decision`, { version: of.version, ...over });
    const opened = (of: { id: string }, who = asks.hana): Promise<Answer<ContributionView>> =>
      who.get(`/api/contributions/${of.id}`);
    const mine = async (who: Client): Promise<ContributionView[]> =>
      (await who.get<ContributionsView>('/api/my/contributions')).body.items;
    const part = async (): Promise<Record<string, unknown>[]> =>
      program.rows(
        `select author_id, source_agency_id, body from app.answer where assessment_id = $1 and section = 'D04'
           and source_agency_id = $2`,
        [id, hana?.agency.id],
      );

    it('names what is wrong, and asks nobody the family did not agree to for this', async () => {
      const bad = await ask({ section: 'words', question: 'Well?', dueOn: '2026-01-01' });
      expect([bad.status, Object.keys((bad.body as unknown as { fields: object }).fields)]).toEqual([
        400,
        ['question'],
      ]);
      const later = await ask({
        section: 'words',
        dueOn: '2026-01-01',
        userId: lena?.id,
        agencyId: lena?.agency.id,
      });
      expect(later.body).toMatchObject({
        fields: {
          section: ['Choose a part that a colleague can add to'],
          dueOn: ['Choose today or a later day'],
          userId: ['Choose somebody else'],
        },
      });
      const elsewhere = await ask({ userId: wes?.id, agencyId: wes?.agency.id });
      expect([elsewhere.status, elsewhere.body]).toMatchObject([
        422,
        { code: 'FAMILY_NOT_ASKED', detail: 'The family has not agreed to Elsewhere yet' },
      ]);
      const parenting = await ask({ section: 'P01' });
      expect(parenting.body).toMatchObject({
        code: 'FAMILY_NOT_ASKED',
        detail: 'The family has not agreed that Community Health may know this part',
      });
      expect((await ask({}, asks.amir)).body).toMatchObject({ code: 'ONLY_THE_LEAD' });
      expect(await program.rows('select 1 from app.contribution where assessment_id = $1', [id])).toEqual([]);
    });

    it('shows the colleague that section and nothing else of the case', async () => {
      const asked = await ask();
      expect([asked.status, asked.body.status]).toEqual([201, 'ASKED']);
      expect((await ask()).body).toMatchObject({ code: 'ASKED_ALREADY' });
      const [seen, ...more] = await mine(asks.hana);
      expect(more).toEqual([]);
      expect(seen).toMatchObject({
        assessmentId: null,
        section: 'D04',
        child: 'Ava',
        askedBy: 'Lena Marsh',
        question: QUESTION,
        already: [{ needs: 'Cries one morning in five.' }],
        mine: true,
      });
      expect(JSON.stringify(seen)).not.toMatch(/mum|Ames|PRIVATE/);
      for (const path of [
        `/api/episodes/${world.episode.id}`,
        `/api/assessments/${id}`,
        `/api/assessments/${id}/contributions`,
        `/api/episodes/${world.episode.id}/team`,
      ]) {
        const random = path.replace(/[0-9a-f-]{36}/, randomUUID());
        const [real, unused] = [await asks.hana.get(path), await asks.hana.get(random)];
        expect([real.status, real.text]).toEqual([unused.status, unused.text]);
      }
      const week = (await asks.hana.get<MyWeekView>('/api/my/week')).body.items;
      expect(week.map(({ kind, text, dueOn }) => [kind, text, dueOn])).toEqual([
        ['CONTRIBUTE', 'Ava', '2026-01-21'],
      ]);
      const told = (await asks.hana.get<NoticeList>('/api/my/notices')).body.items;
      expect(told.map(({ topic, path }) => [topic, path])).toEqual([
        ['contribution.asked', `/contributions/${seen?.id}`],
      ]);
    });

    it('gives everybody else the answer of a question that was never asked', async () => {
      const [of] = await mine(asks.hana);
      if (!of) throw new Error('nothing is asked');
      const nothing = { id: randomUUID(), version: 1 } as ContributionView;
      for (const who of [asks.wes, asks.amir]) {
        expect(await mine(who)).toEqual([]);
        const [real, unused] = [await opened(of, who), await opened(nothing, who)];
        expect([real.status, real.text]).toEqual([404, unused.text]);
        expect((await answer(of, { answers: { needs: 'x' } }, who)).status).toBe(404);
      }
      for (const act of ['decision', 'reminder']) {
        const send = (at: string): Promise<Answer<unknown>> =>
          asks.wes.post(`/api/contributions/${at}/${act}`, { version: 1, decision: 'ACCEPT' });
        const [real, unused] = [await send(of.id), await send(nothing.id)];
        expect([real.status, real.text]).toEqual([404, unused.text]);
      }
      expect((await decide(of, { decision: 'TAKE_BACK' }, asks.amir)).body).toMatchObject({
        code: 'ONLY_THE_LEAD',
      });
    });

    it('is chased: once a day by hand, and in the week of who asked when the day has gone', async () => {
      const [of] = await mine(asks.hana);
      const remind = (): Promise<Answer<ContributionView>> =>
        asks.lena.post(`/api/contributions/${of?.id}/reminder`, {});
      expect((await remind()).body.remindedOn).toBe('2026-01-14');
      expect((await remind()).body).toMatchObject({ code: 'REMINDED_ALREADY' });
      await program.setNow('2026-01-23T09:00:00Z');
      const due = async (): Promise<string[]> =>
        (await asks.lena.get<MyWeekView>('/api/my/week')).body.items
          .filter((each) => each.kind === 'CHASE')
          .map((each) => `${each.text} ${each.group} ${each.child?.name}`);
      expect(await due()).toEqual(['Hana Osei OVERDUE Ava']);
      const [listed] = (await asks.lena.get<ContributionsView>(`/api/assessments/${id}/contributions`)).body
        .items;
      expect(listed).toMatchObject({ late: true, answers: null });
    });

    it('takes an answer, names what is wrong with one, and refuses one that comes too late', async () => {
      const [of] = await mine(asks.hana);
      if (!of) throw new Error('nothing is asked');
      const bad = await answer(of, { answers: { status: 'ASSESSED', needRating: 44 } });
      expect([bad.status, bad.body]).toMatchObject([
        400,
        {
          fields: {
            'answers.status': ['This question does not belong here'],
            'answers.needRating': ['How big is the worry?: choose 0 to 10'],
          },
        },
      ]);
      expect((await answer(of, { answers: { needs: '  ' } })).body).toMatchObject({
        fields: { answers: ['Write your part, or say why you cannot'] },
      });
      const sent = await answer(of, {
        answers: { strengths: 'Waves to the nurse.', needs: 'Comes in pale.' },
      });
      expect([sent.status, sent.body.status]).toEqual([201, 'ANSWERED']);
      const late = await answer(of, { answers: { needs: 'A second time.' } });
      expect([late.status, late.body]).toMatchObject([
        409,
        { code: 'STALE', data: { stored: { status: 'ANSWERED' } } },
      ]);
      expect(await part()).toEqual([]);
      const read = (await asks.lena.get<ContributionsView>(`/api/assessments/${id}/contributions`)).body;
      expect(read.items[0]?.answers).toEqual({ strengths: 'Waves to the nurse.', needs: 'Comes in pale.' });
      const week = (await asks.lena.get<MyWeekView>('/api/my/week')).body.items;
      expect(week.filter((each) => each.kind === 'CONTRIBUTION').map((each) => each.text)).toEqual([
        'Hana Osei',
      ]);
    });

    it('goes back with a note, comes again, and becomes that service’s own part when it is taken in', async () => {
      const [of] = await mine(asks.hana);
      if (!of) throw new Error('nothing is asked');
      expect((await decide(of, { decision: 'RETURN' })).body).toMatchObject({
        fields: { note: ['Say what is to be changed, so that your colleague can change it'] },
      });
      const back = await decide(of, { decision: 'RETURN', note: 'On which days is she pale?' });
      expect(back.body).toMatchObject({ status: 'RETURNED', note: 'On which days is she pale?' });
      expect((await decide(of, { decision: 'ACCEPT' })).status).toBe(409);
      const [again] = await mine(asks.hana);
      if (!again) throw new Error('it did not come back');
      expect(again).toMatchObject({
        note: 'On which days is she pale?',
        answers: { needs: 'Comes in pale.' },
      });
      const sent = await answer(again, {
        answers: { needs: 'Pale on Mondays.', needsSources: ['OBSERVED'] },
      });
      const taken = await decide(sent.body, { decision: 'ACCEPT' });
      expect([taken.status, taken.body.status]).toEqual([201, 'ACCEPTED']);
      expect(await part()).toEqual([
        {
          author_id: hana?.id,
          source_agency_id: hana?.agency.id,
          body: { needs: 'Pale on Mondays.', needsSources: ['OBSERVED'] },
        },
      ]);
      expect(await mine(asks.hana)).toEqual([]);
      const view = (await asks.lena.get<AssessmentView>(`/api/assessments/${id}`)).body;
      const parts = view.sections.find((each) => each.key === 'D04')?.parts ?? [];
      expect(parts.map((each) => [each.savedBy, each.mine])).toContainEqual(['Hana Osei', false]);
    });

    it('adds to what that service wrote before, and loses nothing of it', async () => {
      const asked = (await ask({ dueOn: '2026-01-30' })).body;
      const sent = await answer(asked, { answers: { needs: 'Better since half term.', needsSources: [] } });
      expect((await decide(sent.body, { decision: 'ACCEPT' })).status).toBe(201);
      expect(await part()).toMatchObject([
        { body: { needs: 'Pale on Mondays.\n\nBetter since half term.', needsSources: ['OBSERVED'] } },
      ]);
    });

    it('can be declined with the reason, or taken back', async () => {
      const first = (await ask({ section: 'D01', dueOn: '2026-01-30' })).body;
      const no = await answer(first, { declined: 'I have not seen her since June.' });
      expect([no.status, no.body.status]).toEqual([201, 'DECLINED']);
      expect((await opened(first)).status).toBe(404);
      const second = (await ask({ section: 'D01', dueOn: '2026-01-30' })).body;
      expect((await decide(second, { decision: 'TAKE_BACK' })).body.status).toBe('TAKEN_BACK');
      expect((await opened(second)).status).toBe(404);
    });

    it('ends at once when the family takes its agreement back, whatever was asked before', async () => {
      const asked = (await ask({ section: 'D02', dueOn: '2026-01-30' })).body;
      expect((await opened(asked)).status).toBe(200);
      await program.rows(
        `update app.consent_line set status = 'WITHDRAWN', ended_at = sec.now() - interval '1 minute', until_at = sec.now() - interval '1 minute'
         where episode_id = $1 and recipient_agency_id = $2`,
        [world.episode.id, hana?.agency.id],
      );
      expect((await opened(asked)).status).toBe(404);
      expect(await mine(asks.hana)).toEqual([]);
      expect((await answer(asked, { answers: { needs: 'Too late.' } })).status).toBe(404);
      const told = (await asks.hana.get<NoticeList>('/api/my/notices')).body.items;
      expect(told).toEqual([]);
    });

    it('is written down each time, with names of fields and no words', async () => {
      const rows = await program.rows<{ action: string; text: string }>(
        `select action, row_to_json(e)::text as text from audit.entry e
         where episode_id = $1 and action like 'contribution.%'`,
        [world.episode.id],
      );
      const actions = new Set(rows.map((row) => row.action));
      for (const act of ['asked', 'opened', 'answered', 'decided', 'reminded', 'listed'])
        expect(actions).toContain(`contribution.${act}`);
      expect(rows.map((row) => row.text).join()).not.toMatch(/pale|mornings/i);
    });
  });
}
