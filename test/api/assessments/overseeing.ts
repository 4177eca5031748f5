import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OversightPage, OversightView } from '@encircle/shared/assessments';
import type { MyWeekView } from '@encircle/shared/my-week';
import type { Client, Program } from '../../kit/program.js';
import {
  anAssessingCase,
  answerEverything,
  aStartedAssessment,
  type AssessmentBody,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

type Asked = 'lena' | 'peter' | 'hana' | 'head' | 'mo' | 'stranger';

/** Those in charge look, return for changes, and read what was done; nothing waits for them. */
export function overseeing(programOf: () => Program): void {
  describe('looking after an assessment', () => {
    let program: Program;
    let asks: Record<Asked, Client>;
    let mo: Worker;
    let world: AssessingWorld;
    let id: string;

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-02-02T09:00:00Z');
      const school = await anAgency(program, { name: 'Mill Lane Primary' });
      const health = await anAgency(program, { name: 'Mill Lane Health' });
      const lena = await aWorker(program, school, { fullName: 'Lena Marsh' });
      const peter = await aWorker(program, school, { fullName: 'Peter Okoro', role: 'AMGR' });
      const hana = await aWorker(program, health, { fullName: 'Hana Osei' });
      const head = await aWorker(program, health, { fullName: 'Ruth Hall', role: 'AMGR' });
      mo = await aWorker(program, await anAgency(program, { name: 'CAF team' }), { role: 'CAFC' });
      const stranger = await aWorker(program, await anAgency(program), { role: 'AMGR' });
      const people = { lena, peter, hana, head, mo, stranger };
      const clients: [string, Client][] = [];
      for (const [name, { email }] of Object.entries(people)) clients.push([name, await program.as(email)]);
      asks = Object.fromEntries(clients) as typeof asks;
      world = await anAssessingCase(program, lena, { others: [hana] });
      id = (await aStartedAssessment(asks.lena, world.episode)).id;
      await answerEverything(asks.lena, id, '2026-02-02');
      const view = (await asks.lena.get<AssessmentBody>(`/api/assessments/${id}`)).body;
      const done = await asks.lena.post(`/api/assessments/${id}/complete`, { version: view.version });
      if (done.status !== 201) throw new Error(done.text);
    });

    const look = (who: Client, of = id) => who.get<OversightView>(`/api/assessments/${of}/oversight`);
    const write = (who: Client, body: object, of = id) =>
      who.post<OversightView & { fields: object; code: string }>(`/api/assessments/${of}/oversight`, body);
    const answer = (who: Client, note: string, body: object) =>
      who.post<OversightView & { fields: object; code: string }>(`/api/oversight/${note}/answer`, body);
    const mine = async (who: Client) =>
      (await who.get<OversightPage>('/api/my/oversight')).body.items.map((row) => row.standing);
    const due = async (who: Client, kind: string) => {
      const week = (await who.get<MyWeekView>('/api/my/week')).body;
      return JSON.stringify(week).includes(`"${kind}"`);
    };

    it('says that nobody has looked, to those whose service it is, on the register and in the week', async () => {
      expect((await look(asks.peter)).body).toMatchObject({
        items: [],
        mayWrite: true,
        missing: true,
        dueOn: '2026-02-16',
      });
      expect((await look(asks.lena)).body).toMatchObject({ mayWrite: false, missing: true });
      expect((await look(asks.hana)).body).toMatchObject({ mayWrite: false, missing: null, dueOn: null });
      expect(await mine(asks.peter)).toEqual(['MISSING']);
      expect([await due(asks.peter, 'OVERSEE'), await due(asks.lena, 'OVERSEE')]).toEqual([true, false]);
    });

    it('is written by whoever looks after the people who wrote, and by the CAF team with a task, by nobody else', async () => {
      for (const who of [asks.lena, asks.hana]) expect((await write(who, { kind: 'SEEN' })).status).toBe(404);
      expect((await write(asks.head, { kind: 'SEEN' })).body.code).toBe('NOT_YOURS_TO_OVERSEE');
      const hidden = [await write(asks.mo, { kind: 'SEEN' }), await look(asks.mo)];
      expect(hidden.map((each) => each.status >= 400)).toEqual([true, true]);
      const bad = await write(asks.peter, { kind: 'RETURNED', words: ' ' });
      expect([bad.status, Object.keys(bad.body.fields)]).toEqual([400, ['words']]);
      const part = await write(asks.peter, { kind: 'RETURNED', words: 'Say more.', sections: ['D99'] });
      expect(Object.keys(part.body.fields)).toEqual(['sections']);
      expect(Object.keys((await write(asks.peter, { kind: 'REFUSED' })).body.fields)).toEqual(['kind']);
    });

    it('goes back for changes beside the work: the author hears of it, goes on working, and answers once', async () => {
      const back = await write(asks.peter, {
        kind: 'RETURNED',
        words: 'Say in whose words the mornings are.',
        sections: ['D04'],
      });
      expect(back.status).toBe(201);
      const [note] = back.body.items;
      expect(note).toMatchObject({
        kind: 'RETURNED',
        by: 'Peter Okoro',
        sections: ['D04'],
        mayAnswer: false,
      });
      expect(await mine(asks.peter)).toEqual(['RETURNED']);
      expect([await due(asks.peter, 'OVERSEE'), await due(asks.lena, 'RETURNED')]).toEqual([false, true]);
      const told = await program.rows<{ topic: string }>(
        `select topic from app.outbox where episode_id = $1 and topic like 'oversight.%'`,
        [world.episode.id],
      );
      expect(told).toEqual([{ topic: 'oversight.returned' }]);
      // Nothing waits: the next version begins as ever, with what was said before in it.
      const next = await asks.lena.post<AssessmentBody>(`/api/episodes/${world.episode.id}/assessments`, {});
      expect([next.status, next.body.previousId]).toEqual([201, id]);
      const shown = (await look(asks.lena)).body.items[0];
      expect(shown).toMatchObject({ id: note?.id, mayAnswer: true });
      const noteId = shown?.id ?? '';
      const short = await answer(asks.lena, noteId, { version: 1, words: 'Yes' });
      expect([short.status, Object.keys(short.body.fields)]).toEqual([400, ['words']]);
      expect((await answer(asks.hana, noteId, { version: 1, words: 'I did it' })).body.code).toBe(
        'ONLY_THE_LEAD',
      );
      const words = 'Ava’s own words are in version 2 now.';
      const done = await answer(asks.lena, noteId, { version: 1, words });
      expect([done.status, done.body.items[0]?.answer]).toEqual([201, words]);
      expect((await answer(asks.lena, noteId, { version: 1, words })).status).toBe(409);
      expect(await mine(asks.peter)).toEqual(['ANSWERED']);
      expect(await due(asks.lena, 'RETURNED')).toBe(false);
      await program.setNow('2026-02-03T09:00:00Z');
      expect((await write(asks.peter, { kind: 'SEEN' })).status).toBe(201);
      expect(await mine(asks.peter)).toEqual([]);
    });

    it('is read by colleagues of other services as notes are, and the CAF team with a task writes for the service', async () => {
      expect((await look(asks.hana)).body.items.map(({ kind }) => kind)).toEqual(['SEEN', 'RETURNED']);
      await onTheCase(program, world.episode.id, mo, 'CAFC_TASK');
      const seen = await write(asks.mo, { kind: 'RETURNED', words: 'Please name the review day.' });
      expect([seen.status, seen.body.items[0]?.agency]).toEqual([201, 'Mill Lane Primary']);
      expect((await look(asks.lena)).body.items[0]).toMatchObject({ kind: 'RETURNED', mayAnswer: true });
      const note = await asks.peter.post<OversightView>(`/api/episodes/${world.episode.id}/oversight`, {
        words: 'Talked over with Lena: father to be asked.',
      });
      expect([note.status, note.body.items[0]?.kind, note.body.items.length]).toEqual([201, 'NOTE', 4]);
    });

    it('is nothing to a stranger or to a family, and never on paper', async () => {
      const note = (await look(asks.lena)).body.items[0]?.id ?? '';
      const words = { version: 1, words: 'Something else' };
      for (const make of [
        (of: string) => look(asks.stranger, of),
        (of: string) => write(asks.stranger, { kind: 'SEEN' }, of),
        (of: string) => asks.stranger.get(`/api/episodes/${of === id ? world.episode.id : of}/oversight`),
        (of: string) => answer(asks.lena, of === id ? randomUUID() : of, words),
      ]) {
        const [hidden, random] = [await make(id), await make(randomUUID())];
        expect([hidden.status, hidden.text]).toEqual([404, random.text]);
      }
      expect((await answer(asks.stranger, note, words)).status).toBe(404);
      expect(await mine(asks.stranger)).toEqual([]);
      const paper = await fetch(`${program.url}/api/assessments/${id}/paper.pdf?kind=FULL`, {
        headers: { cookie: asks.lena.cookie },
      });
      expect(paper.status).toBe(200);
      const audited = await program.rows(
        `select 1 from audit.entry where episode_id = $1 and action = 'oversight.written' and outcome = 'ALLOW'`,
        [world.episode.id],
      );
      expect(audited).toHaveLength(3);
    });
  });
}
