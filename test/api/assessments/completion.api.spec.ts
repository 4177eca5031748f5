import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program, type Client } from '../../kit/program.js';
import {
  anAssessingCase,
  answerEverything,
  aStartedAssessment,
  type AssessmentBody,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Refusal {
  code: string;
  detail: string;
  data: { problems: { section: string; field: string; words: string }[] };
}

describe('finishing an assessment (T12)', () => {
  let program: Program;
  let lena: Worker;
  let lenaAsks: Client;
  let world: AssessingWorld;
  let first: AssessmentBody;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-01-30T09:00:00Z');
    lena = await aWorker(program, await anAgency(program, { name: 'Northway Primary' }));
    lenaAsks = await program.as(lena.email);
    world = await anAssessingCase(program, lena);
    first = await aStartedAssessment(lenaAsks, world.episode);
  });
  afterAll(() => program.stop());

  const complete = (id: string, version: number) =>
    lenaAsks.post<AssessmentBody & Refusal>(`/api/assessments/${id}/complete`, { version });

  it('lists all that is missing, with section, field and words', async () => {
    const refused = await complete(first.id, first.version);
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('ASSESSMENT_INCOMPLETE');
    const { problems } = refused.body.data;
    expect(problems).toContainEqual(
      expect.objectContaining({
        section: 'who',
        field: 'ethnicity',
        words: 'Ask the family about ethnicity',
      }),
    );
    expect(problems.filter((each) => each.field === 'status')).toHaveLength(19);
    expect(problems.some((each) => each.words.includes('{'))).toBe(false);
    expect(refused.body.detail).toBe(`${problems.length} things are still to do`);
    const view = await lenaAsks.get<AssessmentBody>(`/api/assessments/${first.id}`);
    expect(view.body.problems.map(({ section, field }) => `${section}.${field}`)).toEqual(
      problems.map(({ section, field }) => `${section}.${field}`),
    );
    expect(
      (await program.rows(`select state from app.episode where id = $1`, [world.episode.id]))[0],
    ).toEqual({ state: 'ASSESSING' });
  });

  it('freezes a complete version with its digest and moves the case', async () => {
    await answerEverything(lenaAsks, first.id, '2026-01-28');
    const done = await complete(first.id, first.version);
    expect(done.body.data?.problems).toBeUndefined();
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({ status: 'COMPLETED', versionNo: 1, problems: [] });
    expect(done.body.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(done.body.sections.some((each) => each.mayWrite)).toBe(false);
    expect(
      (
        await program.rows(`select state, completed_on::text from app.episode where id = $1`, [
          world.episode.id,
        ])
      )[0],
    ).toEqual({
      state: 'ASSESSED',
      completed_on: '2026-01-30',
    });
    const facts = await program.rows<{ kind: string; body: object }>(
      `select kind, body from app.case_fact where episode_id = $1 and ended_at is null order by kind`,
      [world.episode.id],
    );
    expect(facts.map((each) => each.kind)).toEqual(['GOING_WELL', 'HELP_WANTED', 'LEVEL', 'OWN_WORDS']);
    expect(facts[2]?.body).toEqual({
      level: 3,
      thresholdVersion: '1',
      words: 'Several needs, several services',
    });
    expect(facts[0]?.body).toMatchObject({ items: ['Kind and curious.', 'Good at drawing.'] });
    const audits = await program.rows(
      `select action from audit.entry where episode_id = $1 and action in ('assessment.completed', 'episode.moved')`,
      [world.episode.id],
    );
    expect(audits).toHaveLength(2);
  });

  it('lets nobody change a finished version: not the program, not SQL', async () => {
    const saved = await lenaAsks.put<Refusal>(`/api/assessments/${first.id}/sections/D01`, {
      parts: [{ category: 'CHILD', answers: { strengths: 'Changed.' }, version: 1 }],
    });
    expect(saved.status).toBe(409);
    expect(saved.body.code).toBe('ASSESSMENT_COMPLETED');
    const tries = [
      `update app.answer set body = '{"strengths":"Changed."}' where assessment_id = $1`,
      `delete from app.answer where assessment_id = $1`,
      `update app.assessment set content_hash = 'x' where id = $1`,
      `update app.assessment set status = 'DRAFT' where id = $1`,
    ];
    for (const sql of tries)
      await expect(program.rows(sql, [first.id])).rejects.toThrow('a completed assessment is never changed');
    const [row] = await program.rows<{ same: boolean }>(
      `select content_hash = encode(sha256(convert_to((select string_agg(concat_ws('|', a.section, a.category, a.subject_id::text,
         coalesce(a.about_person_id::text, ''), coalesce(a.source_agency_id::text, ''), coalesce(a.author_id::text, ''), a.body::text),
         E'\n' order by concat_ws('|', a.section, a.category, a.subject_id::text, coalesce(a.about_person_id::text, ''),
         coalesce(a.source_agency_id::text, ''), coalesce(a.author_id::text, ''), a.body::text))
         from app.answer a where a.assessment_id = x.id), 'UTF8')), 'hex') as same from app.assessment x where x.id = $1`,
      [first.id],
    );
    expect(row?.same).toBe(true);
  });

  it('carries a finished version forward into the next, marks what was looked at, and supersedes it', async () => {
    const second = await aStartedAssessment(lenaAsks, world.episode);
    expect(second).toMatchObject({ versionNo: 2, status: 'DRAFT', previousId: first.id });
    const marks = (body: AssessmentBody): Record<string, string> =>
      Object.fromEntries(body.sections.map((each) => [each.key, each.mark]));
    expect(marks(second)).toMatchObject({ D01: 'TODO', D02: 'TODO', words: 'TODO' });
    const part = second.sections.find((each) => each.key === 'D01')?.parts[0];
    expect(part).toMatchObject({ carried: true, version: 1, mine: true });
    const carried = await program.rows(
      `select count(*) from app.answer where assessment_id = $1 and carried_from_id is null`,
      [second.id],
    );
    expect(carried).toEqual([{ count: 0 }]);
    const same = { category: 'CHILD', answers: part?.answers, version: 1 };
    await lenaAsks.put(`/api/assessments/${second.id}/sections/D01`, { parts: [same] });
    await lenaAsks.put(`/api/assessments/${second.id}/sections/D02`, {
      parts: [
        {
          ...same,
          answers: { status: 'ASSESSED', strengths: 'Something new.', strengthsSources: ['OBSERVED'] },
        },
      ],
    });
    const after = (await lenaAsks.get<AssessmentBody>(`/api/assessments/${second.id}`)).body;
    expect(marks(after)).toMatchObject({ D01: 'SAME', D02: 'AGAIN', D03: 'TODO' });
    await lenaAsks.put(`/api/assessments/${second.id}/sections/words`, {
      parts: [
        { category: 'CHILD', version: 0, answers: { noChildComment: 'DECLINED' } },
        {
          category: 'FAMILY',
          version: 0,
          answers: { parentComments: [{ who: 'Mia', comment: 'Fine.' }], disagreement: false },
        },
        { category: 'INVOLVE', version: 0, answers: { copies: [{ who: 'Mia', method: 'PAPER' }] } },
      ],
    });
    await lenaAsks.put(`/api/assessments/${second.id}/sections/conclusions`, {
      parts: [{ category: 'SAFE', version: 0, answers: { harmSeen: false } }],
    });
    const done = await complete(second.id, second.version);
    expect(done.body.data?.problems).toBeUndefined();
    expect(done.body.status).toBe('COMPLETED');
    const list = await lenaAsks.get<{ items: { status: string }[] }>(
      `/api/episodes/${world.episode.id}/assessments`,
    );
    expect(list.body.items.map((each) => each.status)).toEqual(['COMPLETED', 'SUPERSEDED']);
    expect(
      (await program.rows(`select state from app.episode where id = $1`, [world.episode.id]))[0],
    ).toEqual({ state: 'ASSESSED' });
  });

  it('asks for agreement still in force', async () => {
    const other = await anAssessingCase(program, lena);
    const begun = await aStartedAssessment(lenaAsks, other.episode);
    await answerEverything(lenaAsks, begun.id, '2026-01-28');
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', ended_at = '2026-01-29T00:00:00Z', until_at = '2026-01-29T00:00:00Z' where episode_id = $1`,
      [other.episode.id],
    );
    const refused = await complete(begun.id, begun.version);
    expect(refused.status).toBe(422);
    expect(refused.body.data.problems.map((each) => each.field)).toContain('consent');
  });

  it('refuses a stale version of the assessment', async () => {
    const other = await anAssessingCase(program, lena);
    const begun = await aStartedAssessment(lenaAsks, other.episode);
    const late = await complete(begun.id, begun.version + 1);
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('STALE');
  });
});
