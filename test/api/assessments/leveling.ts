import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  HOUSE_LEVELS,
  type LevelJudgementsView,
  type LevelsDocumentView,
  type LevelsVersionsView,
} from '@encircle/shared/levels';
import type { Answer, Client, Program } from '../../kit/program.js';
import {
  anAssessingCase,
  answerEverything,
  aStartedAssessment,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

type Refused = { code?: string; fields?: Record<string, string[]> };

const keyOf = (text: string): string =>
  HOUSE_LEVELS.descriptors.find((each) => each.text.startsWith(text))?.key ?? '';
const WORDS = HOUSE_LEVELS.descriptors.map(({ area, level, text }) => ({ area, level, text }));
const HOME = 'May lose the home';

/** Levels of need by the local descriptions: they point, a person chooses, and the words stay as they were. */
export function leveling(programOf: () => Program): void {
  describe('a level of need', () => {
    let program: Program;
    let asks: Record<'lena' | 'hana' | 'admin' | 'stranger', Client>;
    let hana: Worker;
    let world: AssessingWorld;

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-02-02T09:00:00Z');
      const school = await anAgency(program, { name: 'Weir Primary' });
      const lena = await aWorker(program, school, { fullName: 'Lena Marsh' });
      hana = await aWorker(program, await anAgency(program, { name: 'Weir Health' }));
      const admin = await aWorker(program, school, { role: 'SADM' });
      const stranger = await aWorker(program, await anAgency(program));
      const clients: [string, Client][] = [];
      for (const [name, { email }] of Object.entries({ lena, hana, admin, stranger }))
        clients.push([name, await program.as(email)]);
      asks = Object.fromEntries(clients) as typeof asks;
      world = await anAssessingCase(program, lena, { others: [hana] });
    });

    const path = () => `/api/episodes/${world.episode.id}/levels`;
    const judge = (over: object = {}, who = asks.lena): Promise<Answer<LevelJudgementsView & Refused>> =>
      who.post(path(), {
        place: 'ASSESSMENT',
        level: 3,
        documentVersion: '1',
        ticked: [keyOf(HOME), keyOf('Often tired')],
        ...over,
      });
    const seen = async (who = asks.lena, query = '') =>
      (await who.get<LevelJudgementsView>(`${path()}${query}`)).body.items;
    const add = (over: object = {}, who = asks.admin): Promise<Answer<LevelsVersionsView & Refused>> =>
      who.post('/api/levels-of-need', {
        levels: HOUSE_LEVELS.levels,
        descriptors: WORDS,
        validFrom: '2026-02-02',
        seen: 1,
        ...over,
      });

    it('is chosen with what was ticked, each kind of information in a row of its own', async () => {
      expect(await seen()).toEqual([]);
      expect((await judge()).body.items).toEqual([
        expect.objectContaining({
          place: 'ASSESSMENT',
          level: 3,
          suggested: 3,
          name: 'Multiple or complex',
          reason: null,
          by: 'Lena Marsh',
          ticked: [
            expect.objectContaining({ area: 'CHILD', level: 2 }),
            expect.objectContaining({ area: 'FAMILY', level: 3 }),
          ],
        }),
      ]);
      const rows = await program.rows<{ category: string }>(
        `select category from app.level_ground where episode_id = $1 order by category`,
        [world.episode.id],
      );
      expect(rows).toEqual([{ category: 'CHILD' }, { category: 'FAMILY' }]);
      const [trail] = await program.rows<{ fields: string[] }>(
        `select fields from audit.entry where action = 'level.judged' order by id desc limit 1`,
      );
      expect(trail?.fields).toEqual(['level', 'ticked']);
    });

    it('other than the ticks point to needs a line why, and every wrong thing is named', async () => {
      const before = (await seen()).length;
      const bare = await judge({ level: 2 });
      expect([bare.status, bare.body.fields]).toEqual([
        400,
        { reason: ['What you ticked points to level 3: say in a line why level 2 fits better'] },
      ]);
      for (const [over, field] of [
        [{ ticked: [] }, 'ticked'],
        [{ ticked: ['nothing-1'] }, 'ticked'],
        [{ level: 5 }, 'level'],
        [{ place: 'PHONE' }, 'place'],
        [{ documentVersion: '9' }, 'documentVersion'],
        [{ reason: 'x'.repeat(301) }, 'reason'],
        [{ childId: randomUUID() }, 'childId'],
      ] as const) {
        const refused = await judge(over);
        expect([refused.status, field in (refused.body.fields ?? {}) || refused.status === 404]).toEqual([
          refused.status,
          true,
        ]);
        expect(refused.status).toBeGreaterThanOrEqual(400);
      }
      expect(await seen()).toHaveLength(before);
      const told = await judge({ level: 2, reason: 'The landlord took the notice back today' });
      expect(told.body.items[0]).toMatchObject({
        level: 2,
        suggested: 3,
        reason: expect.stringContaining('landlord'),
      });
    });

    it('is the lead’s to choose: a colleague may not, a stranger gets the answer of no record at all', async () => {
      expect((await judge({}, asks.hana)).body.code).toBe('NOT_YOURS_TO_JUDGE');
      const nowhere = `/api/episodes/${randomUUID()}/levels`;
      for (const who of [asks.stranger, asks.admin]) {
        const [there, none] = [await who.get(path()), await who.get(nowhere)];
        expect([there.status, there.text]).toEqual([404, none.text]);
        const typed = { place: 'ASSESSMENT', level: 1, documentVersion: '1', ticked: [keyOf('Warm')] };
        expect((await who.post(path(), typed)).text).toBe((await who.post(nowhere, typed)).text);
      }
    });

    it('shows a colleague no more of the ticks than they may read', async () => {
      const areas = async () =>
        (await seen(asks.hana)).flatMap((each) => each.ticked.map(({ area }) => area));
      expect(await areas()).toContain('FAMILY');
      await program.rows(
        `delete from app.consent_line where episode_id = $1 and category = 'FAMILY' and recipient_agency_id = $2`,
        [world.episode.id, hana.agency.id],
      );
      expect(await areas()).toEqual(expect.arrayContaining(['CHILD']));
      expect(await areas()).not.toContain('FAMILY');
    });

    it('is listed by page, newest first', async () => {
      const all = await seen();
      const first = (await asks.lena.get<LevelJudgementsView>(`${path()}?limit=1`)).body;
      const second = (await asks.lena.get<LevelJudgementsView>(`${path()}?limit=1&after=${first.next}`)).body;
      expect([...first.items, ...second.items]).toEqual(all);
      expect(second.next).toBeNull();
    });

    it('is described by the area in versions: whoever used one reads it as it was', async () => {
      expect((await add({}, asks.lena)).status).toBe(404);
      const short = await add({ descriptors: WORDS.filter(({ area }) => area !== 'FAMILY') });
      expect([short.status, Object.keys(short.body.fields ?? {})]).toEqual([
        400,
        [1, 2, 3, 4].map((level) => `descriptors.FAMILY.${level}`),
      ]);
      expect((await add({ validFrom: '2026-02-01' })).body.fields).toHaveProperty('validFrom');
      const levels = HOUSE_LEVELS.levels.map((each) =>
        each.level === 3 ? { ...each, name: 'Targeted', short: 'Targeted help' } : each,
      );
      const made = await add({ levels });
      expect([made.status, made.body.items.map(({ version, inForce }) => [version, inForce])]).toEqual([
        201,
        [
          ['2', true],
          ['1', false],
        ],
      ]);
      expect((await add({ levels })).status).toBe(409);
      const now = await asks.hana.get<LevelsDocumentView>('/api/levels-of-need/current');
      expect(now.body.levels[2]?.name).toBe('Targeted');
      expect((await judge()).body.fields).toHaveProperty('documentVersion');
      const [later] = (await judge({ documentVersion: '2' })).body.items;
      expect([later?.name, later?.documentVersion]).toEqual(['Targeted', '2']);
      expect((await seen()).at(-1)).toMatchObject({ name: 'Multiple or complex', documentVersion: '1' });
      const asleep = await add({ validFrom: '2026-03-02', seen: 2 });
      expect(asleep.body.items.find(({ inForce }) => inForce)?.version).toBe('2');
      const [right] = await program.rows<{ may: boolean }>(
        `select has_any_column_privilege('app_user', 'app.levels_document', 'UPDATE') as may`,
      );
      expect(right?.may).toBe(false);
    });

    it('stands on the case page in the words of the version of the day', async () => {
      const { id } = await aStartedAssessment(asks.lena, world.episode);
      await answerEverything(asks.lena, id, '2026-02-02');
      const { version } = (await asks.lena.get<{ version: number }>(`/api/assessments/${id}`)).body;
      expect((await asks.lena.post(`/api/assessments/${id}/complete`, { version })).status).toBe(201);
      const { body } = await asks.lena.get<{ level: object }>(`/api/episodes/${world.episode.id}`);
      expect(body.level).toEqual({ level: 3, setOn: '2026-02-02', words: 'Targeted help' });
    });
  });
}
