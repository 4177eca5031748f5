import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { FamilyCopyView, WithdrawalView } from '@encircle/shared/consents';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { aFamilyAccount } from '../../factories/children.js';
import { theAgreementOfMia, theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import type { Worker } from '../../factories/people.js';

let program: Program;
let world: WorldOfAva;

beforeAll(async () => {
  program = await Program.start();
  world = await theWorldOfAva(program);
  await theAgreementOfMia(program, world);
  // Lena wrote it down.
  await program.rows('update app.consent_line set created_by = $1', [world.lena.id]);
  await program.rows(`update app.app_user set phone = '01632 960142' where id = $1`, [world.lena.id]);
});
afterAll(() => program.stop());

const url = (part = ''): string => `/api/episodes/${world.e1.id}/consents/copy${part}`;
const as = (worker: { email: string }): Promise<Client> => program.as(worker.email);
const copyFor = async (worker: { email: string }, query = ''): Promise<Answer<FamilyCopyView>> =>
  (await as(worker)).get(url(query));
const words = ({ body }: Answer<FamilyCopyView>): string =>
  body.sections.flatMap((section) => [section.heading, ...section.words]).join('\n');
const reads = async (worker: Worker, category: string): Promise<void> => {
  await (await as(worker)).get(`/api/episodes/${world.e1.id}/content?category=${category}`);
};

describe('the copy a family takes home', () => {
  it('says in plain words what was agreed and refused, whom to tell, and that nobody has looked yet', async () => {
    const answer = await copyFor(world.lena);
    expect(answer.body).toMatchObject({
      giverPersonId: world.mia.id,
      title: 'What you are happy for us to share about Ava',
      date: '2026-03-16',
    });
    const text = words(answer);
    expect(text).toContain('CAMHS, Community Health, Locality Support and Northway Primary can see this:');
    expect(text).toContain('This ends on 11 January 2027.');
    expect(text).toContain('You said no to\nHavenside Homes.');
    expect(text).toContain('No one has seen it yet.');
    expect(text).toContain('Tell Lena Marsh on 01632 960142.');
    expect(text).not.toContain('Police');
  });

  it('names who has looked since, those given it only', async () => {
    await reads(world.hana, 'PLAN');
    await program.setNow('2026-03-20T09:00:00Z');
    await reads(world.hana, 'SENS_MH');
    await reads(world.viv, 'PLAN');
    await reads(world.mo, 'INVOLVE');
    expect(words(await copyFor(world.lena))).toContain(
      'Who has seen it so far\nCommunity Health, from 16 March 2026 to 20 March 2026.',
    );
  });

  it('is for whoever writes agreement down, and for the one who said it', async () => {
    const mia = await aFamilyAccount(program, world.mia, 'PAR');
    expect(words(await copyFor(mia))).toContain('Things about you as an adult: Lena Marsh.');
    expect((await copyFor(mia, `?giver=${world.finn.id}`)).status).toBe(404);
    expect((await copyFor(world.hana)).status).toBe(403);
    expect((await copyFor(world.lena, `?giver=${world.finn.id}`)).status).toBe(404);
    expect((await copyFor(world.lena, '?giver=mia')).body).toMatchObject({
      fields: { giver: ['Choose whose copy'] },
    });
  });

  it('outsiders, the refused service among them, get the answer of a random id', async () => {
    const random = '/api/episodes/55555555-5555-4555-8555-555555555555/consents/copy';
    for (const worker of [world.wes, world.viv, world.colleague, world.sid, world.dee])
      for (const part of ['', '.pdf']) {
        const client = await as(worker);
        const [real, unused] = [await client.get(url(part)), await client.get(random + part)];
        expect([real.status, real.text]).toEqual([404, unused.text]);
      }
  });

  it('what it says of who has looked leaves no trace of what this reader may not know', async () => {
    const finn = await aFamilyAccount(program, world.finn, 'PAR');
    expect((await copyFor(finn)).status).toBe(404);
  });
});

describe('on paper', () => {
  const pdf = async (): Promise<{ response: Response; bytes: Uint8Array }> => {
    const client = await as(world.lena);
    const response = await fetch(`${program.url}${url('.pdf')}`, {
      headers: { cookie: client.cookie },
    });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  it('is one page in the common case, with the words of the screen', async () => {
    const { response, bytes } = await pdf();
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="our-agreement.pdf"');
    const document = await getDocumentProxy(bytes);
    expect(document.numPages).toBe(1);
    const { text } = await extractText(document, { mergePages: true });
    expect(text.replace(/\s+/g, ' ')).toContain('You can change your mind');
    expect(text.replace(/\s+/g, ' ')).toContain('Ava’s mental health: Community Health and Lena Marsh.');
  });

  it('can be walked by a screen reader, and tells of nobody in its properties', async () => {
    const { bytes } = await pdf();
    const document = await getDocumentProxy(bytes);
    const { info } = await getMeta(document);
    const marked = await document.getMarkInfo();
    expect(marked?.Marked).toBe(true);
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    expect(tree).toMatch(/"role":"H1"[\s\S]*"role":"H2"[\s\S]*"role":"P"/);
    expect(info).toMatchObject({ Title: 'What you are happy for us to share' });
    expect(JSON.stringify(info)).not.toMatch(/Ava|Mia|Lena/);
  });

  it('is written down each time', async () => {
    const [row] = await program.rows<{ n: number }>(
      `select count(*)::int as n from audit.entry where action = 'consent-copy.printed' and outcome = 'ALLOW'`,
    );
    expect(row?.n).toBe(2);
  });
});

describe('when it is taken back', () => {
  it('those who had it are listed, to be told to stop', async () => {
    const { body } = await (
      await as(world.lena)
    ).post<WithdrawalView>(`/api/episodes/${world.e1.id}/consents/withdraw`, {
      giverPersonId: world.mia.id,
      scope: 'SERVICE',
      recipientId: world.agencies.health.id,
      how: 'PHONE',
    });
    expect(body.pastRecipients).toEqual([
      { name: 'Community Health', first: '2026-03-16', last: '2026-03-20' },
    ]);
    expect(words(await copyFor(world.lena))).not.toContain('Community Health');
  });
});
