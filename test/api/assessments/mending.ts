import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AssessmentsView, AssessmentView } from '@encircle/shared/assessments';
import type { MeetingView } from '@encircle/shared/meetings';
import type { Answer, Client, Program } from '../../kit/program.js';
import {
  anAssessingCase,
  aStartedAssessment,
  type AssessmentBody,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

type Refused = { code: string; fields: Record<string, string[]> };
const WORDS = 'Sleeps badly since the move.';
const AUDIT = { 'x-encircle-purpose': 'AUDIT', 'x-encircle-reason': 'Spring audit' };

/** What whoever wrote it puts right by itself: a meeting's day, an assessment that should not be there (E10). */
export function mending(programOf: () => Program): void {
  describe('mending a meeting and an assessment (E10)', () => {
    let program: Program;
    let people: Record<'lena' | 'hana' | 'auditor' | 'nina', Worker>;
    let asks: Record<keyof typeof people, Client>;

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-03-16T09:00:00Z');
      const school = await anAgency(program);
      people = {
        lena: await aWorker(program, school),
        hana: await aWorker(program, await anAgency(program)),
        auditor: await aWorker(program, await anAgency(program), { role: 'AUDR' }),
        nina: await aWorker(program, await anAgency(program)),
      };
      const clients: [string, Client][] = [];
      for (const [key, { email }] of Object.entries(people)) clients.push([key, await program.as(email)]);
      asks = Object.fromEntries(clients) as typeof asks;
    });

    const aCase = async (): Promise<AssessingWorld> => {
      const world = await anAssessingCase(program, people.lena, { others: [people.hana] });
      await onTheCase(program, world.episode.id, people.auditor, 'AUDIT');
      return world;
    };
    const begun = async (world: AssessingWorld): Promise<AssessmentBody> => {
      const made = await aStartedAssessment(asks.lena, world.episode);
      const saved = await asks.lena.put(`/api/assessments/${made.id}/sections/D04`, {
        subjectId: world.child.id,
        parts: [{ category: 'CHILD', version: 0, answers: { status: 'ASSESSED', needs: WORDS } }],
      });
      if (saved.status !== 200) throw new Error(saved.text);
      return made;
    };
    const mend = (who: Client, kind: 'assessments' | 'meetings', id: string, body: object) =>
      who.post<AssessmentsView & MeetingView & Refused>(`/api/${kind}/${id}/repairs`, {
        version: 1,
        reason: 'A slip of the pen',
        ...body,
      });
    const versions = async (who: Client, world: AssessingWorld, headers = {}) =>
      (await who.get<AssessmentsView>(`/api/episodes/${world.episode.id}/assessments`, headers)).body;
    const fieldOf = ({ status, body }: Pick<Answer<Refused>, 'status' | 'body'>) => [
      status,
      ...Object.keys(body.fields ?? {}),
    ];

    it('takes off what was begun by mistake; its words are an auditor’s, and it can be begun again', async () => {
      const world = await aCase();
      const { id } = await begun(world);
      expect((await versions(asks.lena, world)).items).toMatchObject([{ id, mendUntil: '2026-03-30' }]);
      expect((await versions(asks.hana, world)).items).toMatchObject([{ id, mendUntil: null }]);
      expect((await mend(asks.hana, 'assessments', id, { what: 'START' })).body.code).toBe('ONLY_THE_LEAD');
      expect((await mend(asks.lena, 'assessments', id, { what: 'START', version: 4 })).body.code).toBe(
        'STALE',
      );
      expect(fieldOf(await mend(asks.lena, 'assessments', id, { what: 'WORDS', reason: '' }))).toEqual([
        400,
        'what',
        'reason',
      ]);
      const [there, random] = [
        await mend(asks.nina, 'assessments', id, { what: 'START' }),
        await mend(asks.nina, 'assessments', randomUUID(), { what: 'START' }),
      ];
      expect([there.status, there.body.code]).toEqual([404, random.body.code]);
      const done = await mend(asks.lena, 'assessments', id, { what: 'START' });
      const line = { what: 'START', by: people.lena.fullName, reason: 'A slip of the pen' };
      expect([done.status, done.body]).toMatchObject([
        201,
        { items: [], mayStart: true, repairs: [{ ...line, before: null, after: null }] },
      ]);
      expect((await versions(asks.hana, world)).repairs).toMatchObject([line]);
      expect(JSON.stringify(await versions(asks.hana, world))).not.toContain(WORDS);
      const audited = (await versions(asks.auditor, world, AUDIT)).repairs;
      expect(audited.map(({ before }) => before).join()).toContain(WORDS);
      expect((await asks.lena.get(`/api/assessments/${id}`)).status).toBe(404);
      expect((await begun(world)).id).not.toBe(id);
    });

    it('stays once a colleague was asked for a part, and after the time for it', async () => {
      const world = await aCase();
      const { id } = await begun(world);
      await program.setNow('2026-03-31T09:00:00Z');
      expect((await mend(asks.lena, 'assessments', id, { what: 'START' })).body.code).toBe('REPAIR_TOO_LATE');
      await program.setNow('2026-03-16T09:00:00Z');
      const asked = await asks.lena.post(`/api/assessments/${id}/contributions`, {
        userId: people.hana.id,
        agencyId: people.hana.agency.id,
        subjectId: world.child.id,
        section: 'D04',
        question: 'How are mornings at the clinic?',
        dueOn: '2026-03-25',
      });
      expect([asked.status, asked.text.slice(0, 200)]).toEqual([201, asked.text.slice(0, 200)]);
      expect((await mend(asks.lena, 'assessments', id, { what: 'START' })).body.code).toBe(
        'OTHERS_TAKE_PART',
      );
      expect((await versions(asks.lena, world)).items).toHaveLength(1);
    });

    it('begins it on the record it belongs on, under what that family agreed to; where it stood nothing is left', async () => {
      const [wrong, right] = [await aCase(), await aCase()];
      const { id } = await begun(wrong);
      const ref = 'CAF-2026-000888';
      const nowhere = await mend(asks.lena, 'assessments', id, { what: 'CASE', ref });
      await program.rows('update app.episode set ref = $2 where id = $1', [right.episode.id, ref]);
      expect(fieldOf(nowhere)).toEqual([400, 'ref']);
      const done = await mend(asks.lena, 'assessments', id, { what: 'CASE', ref });
      expect([done.status, done.body]).toMatchObject([
        201,
        { items: [], repairs: [{ reason: null, away: true }] },
      ]);
      expect((await versions(asks.lena, right)).repairs).toMatchObject([{ what: 'CASE', away: false }]);
      const [made] = (await versions(asks.lena, right)).items;
      const view = (await asks.lena.get<AssessmentView>(`/api/assessments/${made?.id}`)).body;
      expect(JSON.stringify(view.sections)).toContain(WORDS);
      expect(JSON.stringify(await versions(asks.hana, wrong))).not.toContain(ref);
      const told = (await versions(asks.auditor, wrong, AUDIT)).repairs;
      expect(told).toMatchObject([{ what: 'CASE' }, { what: 'CASE' }]);
      expect(JSON.stringify(told)).toContain(ref);
      const second = await begun(wrong);
      expect(fieldOf(await mend(asks.lena, 'assessments', second.id, { what: 'CASE', ref }))).toEqual([
        400,
        'ref',
      ]);
    });

    it('puts what its author wrote under the child it is about', async () => {
      const world = await aCase();
      const { id } = await begun(world);
      const nobody = { what: 'CHILD', fromSubjectId: world.child.id, subjectId: world.child.id };
      expect(fieldOf(await mend(asks.lena, 'assessments', id, nobody))).toEqual([400, 'subjectId']);
      const other = await aCase();
      await program.rows(
        `insert into app.episode_subject (episode_id, person_id, role, position) values ($1, $2, 'CHILD_SUBJECT', 2)`,
        [world.episode.id, other.child.id],
      );
      await program.rows(`update app.consent_line set episode_id = $1 where episode_id = $2`, [
        world.episode.id,
        other.episode.id,
      ]);
      const put = { what: 'CHILD', fromSubjectId: world.child.id, subjectId: other.child.id };
      const done = await mend(asks.lena, 'assessments', id, put);
      expect([done.status, done.body.repairs]).toMatchObject([201, [{ what: 'CHILD', before: null }]]);
      const under = async (child: string) =>
        JSON.stringify((await asks.lena.get(`/api/assessments/${id}?subjectId=${child}`)).body);
      expect(await under(other.child.id)).toContain(WORDS);
      expect(await under(world.child.id)).not.toContain(WORDS);
      expect((await mend(asks.lena, 'assessments', id, put)).body.code).toBe('STALE');
    });

    it('puts the day of a meeting right for whoever recorded it; readers see that, an auditor both days', async () => {
      const world = await aCase();
      const { lena, hana } = people;
      const meetingId = randomUUID();
      await program.rows(
        `insert into app.meeting (id, episode_id, subject_id, source_agency_id, author_id, category, type, status, planned_at,
           held_at, mode, chair_id, held_recorded_at, held_recorded_by)
         values ($1, $2, $3, $4, $5, 'MEETING', 'REVIEW_TAC', 'HELD', '2026-03-12T10:00:00Z', '2026-03-12T10:05:00Z', 'IN_PERSON', $5,
           '2026-03-12T12:00:00Z', $5)`,
        [meetingId, world.episode.id, world.child.id, lena.agency.id, lena.id],
      );
      const day = { heldOn: '2026-03-11' };
      const bad = [
        { heldOn: 'soon' },
        { heldOn: '2026-03-17' },
        { heldOn: '2026-03-12' },
        { ...day, reason: ' ' },
      ];
      const answers = [];
      for (const body of bad) answers.push(fieldOf(await mend(asks.lena, 'meetings', meetingId, body)));
      expect(answers).toEqual([
        [400, 'heldOn'],
        [400, 'heldOn'],
        [400, 'heldOn'],
        [400, 'reason'],
      ]);
      expect((await mend(asks.hana, 'meetings', meetingId, day)).body.code).toBe('NOT_YOURS_TO_MEND');
      expect((await mend(asks.nina, 'meetings', meetingId, day)).status).toBe(404);
      expect((await mend(asks.lena, 'meetings', meetingId, { ...day, version: 9 })).body.code).toBe('STALE');
      const done = await mend(asks.lena, 'meetings', meetingId, day);
      expect([done.status, done.body]).toMatchObject([
        201,
        {
          heldAt: '2026-03-11T10:05:00.000Z',
          plannedAt: '2026-03-11T10:00:00.000Z',
          mendUntil: '2026-03-26',
        },
      ]);
      const seen = async (who: Client, headers = {}) =>
        (await who.get<MeetingView>(`/api/meetings/${meetingId}`, headers)).body;
      const line = { what: 'DATE', by: lena.fullName, reason: 'A slip of the pen' };
      expect(await seen(asks.hana)).toMatchObject({ mendUntil: null, repairs: [{ ...line, before: null }] });
      expect((await seen(asks.auditor, AUDIT)).repairs).toMatchObject([
        { ...line, before: '2026-03-12', after: '2026-03-11' },
      ]);
      expect(hana.id).not.toBe(lena.id);
      await program.rows(`update app.meeting set status = 'PLANNED', held_at = null where id = $1`, [
        meetingId,
      ]);
      expect((await mend(asks.lena, 'meetings', meetingId, { ...day, version: 2 })).body.code).toBe(
        'NOT_HELD',
      );
    });
  });
}
