import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Client } from '../../kit/program.js';
import {
  anAssessingCase,
  aStartedAssessment,
  type AssessmentBody,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Draft {
  found: boolean;
  content: string | null;
  baseVersion: number;
}

describe('drafts', () => {
  let program: Program;
  let lena: Worker;
  let amir: Worker;
  let lenaAsks: Client;
  let amirAsks: Client;
  let strangerAsks: Client;
  let world: AssessingWorld;
  let started: AssessmentBody;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-01-14T09:00:00Z');
    const school = await anAgency(program);
    lena = await aWorker(program, school);
    amir = await aWorker(program, school);
    const stranger = await aWorker(program, await anAgency(program));
    lenaAsks = await program.as(lena.email);
    amirAsks = await program.as(amir.email);
    strangerAsks = await program.as(stranger.email);
    world = await anAssessingCase(program, lena);
    await onTheCase(program, world.episode.id, amir, 'TACM');
    started = await aStartedAssessment(lenaAsks, world.episode);
  });
  afterAll(() => program.stop());

  const at = (section: string, id = started.id, form = 'caf') => `/api/drafts/${form}/${id}/${section}`;
  const keep = (who: Client, section: string, content: string, id = started.id) =>
    who.put(at(section, id), { content, baseVersion: 0 });
  const actions = async (): Promise<string[]> =>
    (
      await program.rows<{ action: string }>(
        `select action from audit.entry where action like 'draft.%' order by id`,
      )
    ).map((each) => each.action);

  it('keeps what was typed for its author, over the end of the session', async () => {
    expect((await lenaAsks.get<Draft>(at('D04'))).body).toMatchObject({ found: false });
    await keep(lenaAsks, 'D04', 'Cries before sch');
    await keep(lenaAsks, 'D04', 'Cries before school about one morning in five');
    await program.rows(`update sec.session set ended_at = clock_timestamp() where user_id = $1`, [lena.id]);
    lenaAsks = await program.as(lena.email);
    expect((await lenaAsks.get<Draft>(at('D04'))).body).toMatchObject({
      found: true,
      content: 'Cries before school about one morning in five',
    });
    expect((await amirAsks.get<Draft>(at('D04'))).body).toMatchObject({ found: false, content: null });
  });

  it('stores no readable word, and opens only in its own place', async () => {
    const rows = await program.rows<{ ciphertext: Buffer; nonce: Buffer; key_version: number }>(
      `select ciphertext, nonce, key_version from app.draft where record_id = $1`,
      [started.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.ciphertext.toString('latin1')).not.toContain('Cries');
    expect(rows[0]?.key_version).toBe(1);
    await program.rows(
      `insert into app.draft (user_id, form, record_id, section, nonce, ciphertext)
       select user_id, form, record_id, 'D05', nonce, ciphertext from app.draft where section = 'D04'`,
    );
    expect((await lenaAsks.get(at('D05'))).status).toBe(500);
    await program.rows(`delete from app.draft where section = 'D05'`);
  });

  it('never uses one nonce twice', async () => {
    const seen = new Set<string>();
    for (let n = 0; n < 8; n += 1) {
      await keep(lenaAsks, 'D04', 'the same words');
      const [row] = await program.rows<{ nonce: Buffer }>(
        `select nonce from app.draft where section = 'D04' and record_id = $1`,
        [started.id],
      );
      seen.add(row?.nonce.toString('hex') ?? '');
    }
    expect(seen.size).toBe(8);
  });

  it('is written down once when opened and once when submitted, however often it is saved', async () => {
    const before = (await actions()).length;
    for (const text of ['a', 'ab', 'abc', 'abcd']) await keep(lenaAsks, 'D08', text);
    await lenaAsks.put(`/api/assessments/${started.id}/sections/D08`, {
      parts: [{ category: 'CHILD', version: 0, answers: { status: 'ASSESSED', strengths: 'abcd' } }],
    });
    expect((await actions()).slice(before)).toEqual(['draft.opened', 'draft.submitted']);
    expect((await lenaAsks.get<Draft>(at('D08'))).body.found).toBe(false);
  });

  it('can be thrown away', async () => {
    const before = (await actions()).length;
    await keep(lenaAsks, 'D09', 'never mind');
    await lenaAsks.delete(at('D09'));
    expect((await lenaAsks.get<Draft>(at('D09'))).body.found).toBe(false);
    expect((await actions()).slice(before)).toEqual(['draft.opened', 'draft.discarded']);
  });

  it('is kept only for a record one may see, and answers alike for one that is not there', async () => {
    const hidden = await keep(strangerAsks, 'D01', 'words');
    const random = await keep(strangerAsks, 'D01', 'words', randomUUID());
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(random.text);
    expect(
      (await lenaAsks.put(at('D01', started.id, 'unknown-form'), { content: 'x', baseVersion: 0 })).status,
    ).toBe(404);
    expect(await program.rows(`select 1 from app.draft where section = 'D01'`)).toEqual([]);
  });

  it('names what is wrong with it', async () => {
    const empty = await lenaAsks.put<{ fields: object }>(at('D01'), { content: '', baseVersion: -1 });
    expect(empty.status).toBe(400);
    expect(Object.keys(empty.body.fields).sort()).toEqual(['baseVersion', 'content']);
  });
});
