import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { AssessmentView, CopiesView } from '@encircle/shared/assessments';
import { CAF_V1 } from '@encircle/shared/forms';
import type { Answer, Client, Program } from '../../kit/program.js';
import {
  anAssessingCase,
  answerEverything,
  aStartedAssessment,
  type AssessingWorld,
} from '../../factories/assessment.js';
import { anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Printed {
  status: number;
  name: string;
  text: string;
  pages: number;
  bytes: Uint8Array;
}

/** The assessment on paper: for its reader, for somebody of the family, for the child. */
export function copying(programOf: () => Program): void {
  describe('copies of an assessment', () => {
    let program: Program;
    let [lena, wes]: Worker[] = [];
    let asks: Record<'lena' | 'wes', Client>;
    let world: AssessingWorld;
    let finn: Person;
    let id: string;

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-01-26T09:00:00Z');
      const school = await anAgency(program, { name: 'Hillside Primary' });
      lena = await aWorker(program, school, { fullName: 'Lena Marsh' });
      wes = await aWorker(program, await anAgency(program), { fullName: 'Wes Poole' });
      const clients = await Promise.all([lena, wes].map((each) => program.as(each.email)));
      asks = { lena: clients[0], wes: clients[1] } as typeof asks;
      world = await anAssessingCase(program, lena);
      // Takes part, has no parental responsibility.
      finn = await anAdult(program, { givenNames: 'Finn', familyName: 'Reid' });
      await relativeOf(program, world.child, finn, { kind: 'STEP_PARENT', hasPr: 'NO' });
      id = (await aStartedAssessment(asks.lena, world.episode)).id;
      await answerEverything(asks.lena, id, '2026-01-14');
      const more = await asks.lena.put(`/api/assessments/${id}/sections/D05`, {
        parts: [
          {
            category: 'PRIVATE',
            version: 0,
            answers: { childViewPrivate: 'Do not tell mum about the tunnel.' },
          },
          {
            category: 'SENS_MH',
            version: 0,
            answers: { needs: 'Sees a counsellor.', needsSources: ['CHILD_SAID'] },
          },
        ],
      });
      if (more.status !== 200) throw new Error(more.text);
    });

    const path = (query: string, of = id): string => `/api/assessments/${of}/paper.pdf?${query}`;
    const print = async (query: string, who = asks.lena): Promise<Printed> => {
      const response = await fetch(program.url + path(query), { headers: { cookie: who.cookie } });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status !== 200)
        return { status: response.status, name: '', text: new TextDecoder().decode(bytes), pages: 0, bytes };
      const document = await getDocumentProxy(bytes.slice());
      const { text } = await extractText(document, { mergePages: true });
      return {
        status: 200,
        name: response.headers.get('content-disposition') ?? '',
        text: text.replace(/\s+/g, ' '),
        pages: document.numPages,
        bytes,
      };
    };
    const record = (over: object = {}, who = asks.lena): Promise<Answer<CopiesView>> =>
      who.post(`/api/assessments/${id}/copies`, {
        kind: 'FAMILY',
        personId: world.mia.id,
        method: 'PAPER',
        givenOn: '2026-01-28',
        version: 1,
        ...over,
      });

    it('the full one holds everything its reader may see, question by question', async () => {
      const { text, name, pages } = await print('kind=FULL');
      expect(name).toBe('attachment; filename="assessment.pdf"');
      expect(pages).toBeGreaterThan(3);
      for (const { key, title } of CAF_V1.sections.filter((each) => each.element))
        expect([key, text.includes(title.replaceAll('{child}', 'Ava'))]).toEqual([key, true]);
      for (const words of [
        'Version 1, not finished yet',
        'Do not tell mum about the tunnel.',
        'Sees a counsellor.',
        'Did you see harm, or a risk of harm?',
      ])
        expect(text).toContain(words);
    });

    it('the family’s holds what that parent may know, and nothing a child or a worker kept back', async () => {
      const { text, name } = await print(`kind=FAMILY&for=${world.mia.id}`);
      expect(name).toBe('attachment; filename="your-copy.pdf"');
      expect(text).toContain('Mornings without tears.');
      // A parent decides for a nine-year-old; what the child told one worker, and thoughts of harm, are no paper for home.
      expect(text).not.toMatch(/tunnel|harm/);
      const none = await print(`kind=FAMILY&for=${finn.id}`);
      expect([none.status, JSON.parse(none.text)]).toMatchObject([403, { code: 'NOT_FOR_THEM' }]);
    });

    it('the child’s speaks to the child, in their words first', async () => {
      const { text, name } = await print(`kind=CHILD&for=${world.child.id}`);
      expect(name).toBe('attachment; filename="your-copy.pdf"');
      expect(text).toMatch(/^This is about you, Ava/);
      expect(text.indexOf('I like drawing foxes.')).toBeLessThan(
        text.indexOf('We want mornings without tears.'),
      );
      expect(text).toContain('Meet Ava at the gate; Lena; 20 February 2026');
      expect(text).not.toMatch(/tunnel|harm|What would help|two days in five|counsellor/);
    });

    it('each can be walked by a screen reader and tells of nobody in its properties', async () => {
      for (const query of [
        'kind=FULL',
        `kind=FAMILY&for=${world.mia.id}`,
        `kind=CHILD&for=${world.child.id}`,
      ]) {
        const { bytes } = await print(query);
        const raw = Buffer.from(bytes).toString('latin1');
        const document = await getDocumentProxy(bytes.slice());
        const { info } = await getMeta(document);
        expect((await document.getMarkInfo())?.Marked).toBe(true);
        const trees = [];
        for (let page = 1; page <= document.numPages; page += 1)
          trees.push(JSON.stringify(await (await document.getPage(page)).getStructTree()));
        expect(trees.join()).toMatch(/"role":"H1"[\s\S]*"role":"H2"[\s\S]*"role":"H3"[\s\S]*"role":"P"/);
        expect(trees.join()).toMatch(/"role":"L"[\s\S]*"role":"LI"[\s\S]*"role":"LBody"/);
        expect(trees.join()).toContain('"role":"BlockQuote"');
        expect(JSON.stringify(info)).not.toMatch(/Ava|Mia|Lena|Hillside/);
        expect(info).toMatchObject({ Language: 'en-GB' });
        expect(raw.match(/\/(EmbeddedFiles|Annots|JavaScript|OCProperties)\b/g)).toBeNull();
        expect(raw.match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/)?.[0] ?? '').not.toMatch(/Ava|Mia|Lena|Hillside/);
      }
    });

    it('says what is wrong with a question, and nothing to somebody without a relation', async () => {
      expect(JSON.parse((await print('kind=ALL')).text)).toMatchObject({
        fields: { kind: ['Choose which copy'] },
      });
      expect(JSON.parse((await print('kind=FAMILY')).text)).toMatchObject({
        fields: { for: ['Choose whom it is for'] },
      });
      expect(JSON.parse((await print(`kind=FAMILY&for=${randomUUID()}`)).text)).toMatchObject({
        fields: { for: ['Choose somebody of this family'] },
      });
      expect(JSON.parse((await print(`kind=CHILD&for=${world.mia.id}`)).text)).toMatchObject({
        fields: { for: ['A child’s copy is for that child'] },
      });
      for (const at of [`/api/assessments/{id}/paper.pdf?kind=FULL`, '/api/assessments/{id}/copies']) {
        const [real, unused] = [
          await asks.wes.get(at.replace('{id}', id)),
          await asks.wes.get(at.replace('{id}', randomUUID())),
        ];
        expect([real.status, real.text]).toEqual([404, unused.text]);
      }
      expect((await record({}, asks.wes)).status).toBe(404);
    });

    it('that one was given is written down once it is finished: to whom, how, when, and what it said', async () => {
      expect((await record()).body).toMatchObject({ code: 'NOT_FINISHED' });
      const { body: draft } = await asks.lena.get<AssessmentView>(`/api/assessments/${id}`);
      const done = await asks.lena.post<AssessmentView>(`/api/assessments/${id}/complete`, {
        version: draft.version,
      });
      expect([done.status, done.body.status]).toEqual([201, 'COMPLETED']);
      const { version } = done.body;
      await program.setNow('2026-01-28T09:00:00Z');
      expect((await record({ version: version - 1 })).body).toMatchObject({ code: 'STALE' });
      expect((await record({ version, givenOn: '2026-02-20', method: 'OWL' })).body).toMatchObject({
        fields: { method: ['Say how it was given'] },
      });
      expect((await record({ version, givenOn: '2026-02-20' })).body).toMatchObject({
        fields: { givenOn: ['Choose today or an earlier day'] },
      });
      const { body, status } = await record({ version });
      expect(status).toBe(201);
      expect(body.given).toMatchObject([
        { kind: 'FAMILY', name: 'Mia Ames', method: 'PAPER', givenOn: '2026-01-28', givenBy: 'Lena Marsh' },
      ]);
      expect(body.readers.map(({ name, kind }) => [name, kind])).toEqual([
        ['Ava', 'CHILD'],
        ['Mia Ames', 'FAMILY'],
      ]);
      await expect(
        program.rows(
          `select count(*)::int as n from audit.entry where episode_id = $1 and action = 'assessment-copy.given' and outcome = 'ALLOW'`,
          [world.episode.id],
        ),
      ).resolves.toEqual([{ n: 1 }]);
      // The same words give the same digest, another copy another one.
      await record({ version });
      const { body: again } = await record({ version, kind: 'CHILD', personId: world.child.id });
      const digests = again.given.map((each) => [each.kind, each.digest] as const);
      expect(new Set(digests.filter(([kind]) => kind === 'FAMILY').map(([, digest]) => digest)).size).toBe(1);
      expect(new Set(digests.map(([, digest]) => digest)).size).toBe(2);
    });
  });
}
