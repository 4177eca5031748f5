import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentsPage, DocumentView, UploadView } from '@encircle/shared/documents';
import { avaWorld, type AvaWorld } from '../../factories/ava.js';
import { jpeg } from '../../factories/files/pictures.js';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { shapeOf } from '../../kit/routes.js';

let program: Program;
let world: AvaWorld;
let lena: Client;
let hana: Client;
let viv: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
  hana = await program.as(world.hana.email);
  viv = await program.as(world.viv.email);
});
afterAll(() => program.stop());

const path = (): string => `/api/episodes/${world.episode.id}/documents`;
const sent = async (client: Client, file: Uint8Array = Buffer.from('A letter')): Promise<string> =>
  (await client.upload<UploadView>(file)).body.id;
const filed = async (client: Client, over: Record<string, unknown> = {}, file?: Uint8Array) =>
  client.post<DocumentView>(path(), {
    uploadId: await sent(client, file),
    title: 'Letter from the school nurse',
    category: 'HEALTH',
    ...over,
  });

describe('a document', () => {
  it('is sent, filed and read by those its kind lets, and written down each time', async () => {
    const made = await filed(lena, { datedOn: '2026-03-10' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: 'Letter from the school nurse',
      kind: 'TXT',
      bytes: 8,
      state: 'CLEAN',
      datedOn: '2026-03-10',
      mine: true,
      ownWork: false,
    });
    const list = await hana.get<DocumentsPage>(path());
    expect(list.body.items).toMatchObject([{ id: made.body.id, author: 'Lena Marsh', mine: false }]);
    const opened = await hana.get(`/api/documents/${made.body.id}/file`);
    expect([opened.status, opened.text]).toEqual([200, 'A letter']);
    expect(opened.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="document.txt"',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const rows = await program.rows<{ action: string }>(
      `select action from audit.entry where action like 'document%' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'document.filed',
      'documents.listed',
      'document.opened',
    ]);
  });

  it('lies in the database as bytes that mean nothing there', async () => {
    const { body } = await filed(lena, {}, Buffer.from('Words nobody should find'));
    const [row] = await program.rows<{ ciphertext: Buffer }>(
      'select ciphertext from app.document where id = $1',
      [body.id],
    );
    expect(row?.ciphertext.length).toBe(24 + 16);
    expect(row?.ciphertext.includes('Words')).toBe(false);
    // Moved to another row, it does not open.
    await program.rows(
      `update app.document d set ciphertext = o.ciphertext, nonce = o.nonce from app.document o where d.id = $1 and o.id = $2`,
      [body.id, (await filed(lena)).body.id],
    );
    expect((await lena.get(`/api/documents/${body.id}/file`)).status).toBe(500);
  });

  it('that is for few leaves no trace for the others: no title, no count, no file', async () => {
    const { body } = await filed(lena, {
      category: 'SENS_MH',
      aboutPersonId: world.ava.id,
      title: 'Calm Minds',
    });
    expect((await hana.get<DocumentsPage>(path())).text).toContain('Calm Minds');
    const yusuf = await program.as(world.yusuf.email);
    const list = await yusuf.get<DocumentsPage>(`${path()}?category=SENS_MH`);
    expect([list.status, list.body]).toEqual([200, { items: [], next: null }]);
    expect((await yusuf.get(path())).text).not.toContain('Calm Minds');
    for (const ask of asks(body.id, 1))
      expect(shapeOf(await ask(yusuf, body.id))).toBe(shapeOf(await ask(yusuf, randomUUID())));
  });

  it('is nothing at all to somebody without a place on the case, and to one whose service was refused', async () => {
    const { body } = await filed(lena);
    const upload = await sent(lena);
    for (const client of [viv, await program.as(world.carl.email)]) {
      if (client === viv) {
        const random = `/api/episodes/${randomUUID()}/documents`;
        const file = { uploadId: upload, title: 'x', category: 'NOTES' };
        expect(shapeOf(await client.get(path()))).toBe(shapeOf(await client.get(random)));
        expect(shapeOf(await client.post(path(), file))).toBe(shapeOf(await client.post(random, file)));
        for (const ask of asks(body.id, 1))
          expect(shapeOf(await ask(client, body.id))).toBe(shapeOf(await ask(client, randomUUID())));
      }
      // A file on its way is its sender's alone.
      expect((await client.delete(`/api/uploads/${upload}`)).status).toBe(404);
    }
    expect((await lena.delete(`/api/uploads/${upload}`)).status).toBe(200);
  });

  it('of somebody else cannot be filed, and one’s own only once', async () => {
    const uploadId = await sent(lena);
    const body = { uploadId, title: 'A letter', category: 'NOTES' };
    const other = await hana.post<{ fields: object }>(path(), body);
    expect([other.status, other.body.fields]).toMatchObject([400, { uploadId: [expect.any(String)] }]);
    expect((await lena.post(path(), body)).status).toBe(201);
    expect((await lena.post(path(), body)).status).toBe(400);
  });

  it('with a wrong label is refused by field, and stays to be filed', async () => {
    const uploadId = await sent(lena);
    const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ title: ' ' }, 'title'],
      [{ title: 'x'.repeat(161) }, 'title'],
      [{ category: 'SECRET' }, 'category'],
      [{ category: 'ADULT' }, 'aboutPersonId'],
      [{ category: 'PRIVATE' }, 'namedWorkerIds'],
      [{ aboutPersonId: randomUUID() }, 'aboutPersonId'],
      [{ datedOn: '2026-02-30' }, 'datedOn'],
      [{ datedOn: '2026-03-17' }, 'datedOn'],
      [{ uploadId: 'mine' }, 'uploadId'],
    ];
    for (const [over, field] of wrong) {
      const answer = await lena.post<{ fields: Record<string, string[]> }>(path(), {
        uploadId,
        title: 'A letter',
        category: 'NOTES',
        ...over,
      });
      expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
    }
    expect((await lena.post(path(), { uploadId, title: 'A letter', category: 'NOTES' })).status).toBe(201);
  });

  it('is struck out by its author with a reason, never removed, and its file no longer opens', async () => {
    const { body } = await filed(lena, { title: 'Filed in the wrong case' });
    const strike = (client: Client, version: number, reason = 'Wrong child') =>
      client.patch<DocumentView>(`/api/documents/${body.id}`, { version, reason });
    expect((await strike(hana, 1)).body).toMatchObject({ code: 'NOT_YOUR_DOCUMENT' });
    expect((await strike(lena, 2)).status).toBe(409);
    expect((await strike(lena, 1, ' ')).body).toMatchObject({ fields: { reason: [expect.any(String)] } });
    const struck = await strike(lena, 1);
    expect(struck.body).toMatchObject({ struckReason: 'Wrong child', version: 2 });
    expect((await strike(lena, 2)).status).toBe(409);
    expect((await hana.get<DocumentsPage>(path())).text).toContain('Filed in the wrong case');
    const opened = await lena.get<{ code: string }>(`/api/documents/${body.id}/file`);
    expect([opened.status, opened.body.code]).toEqual([410, 'STRUCK_OUT']);
  });

  it('made by the child is found as such', async () => {
    const { body } = await filed(lena, { title: 'Ava’s drawing', category: 'CHILD', ownWork: true }, jpeg());
    const list = await lena.get<DocumentsPage>(`${path()}?ownWork=true`);
    expect(list.body.items.map(({ id, kind }) => [id, kind])).toEqual([[body.id, 'JPEG']]);
  });

  it('lists page by page, each once', async () => {
    const seen: string[] = [];
    let after = '';
    for (let n = 0; n < 20; n += 1) {
      const page = await lena.get<DocumentsPage>(`${path()}?limit=2${after}`);
      seen.push(...page.body.items.map(({ id }) => id));
      if (page.body.next === null) break;
      after = `&after=${page.body.next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const [all] = await program.rows<{ n: number }>('select count(*)::int as n from app.document');
    expect(seen).toHaveLength(all?.n ?? 0);
    expect((await lena.get(`${path()}?after=x`)).status).toBe(400);
  });
});

describe('the signed paper of an agreement', () => {
  const agreed = (over: Record<string, unknown>) => ({
    subjectId: world.ava.id,
    giverPersonId: world.mia.id,
    capacity: 'PR_HOLDER',
    method: 'WET_INK',
    statementVersion: 'v1',
    language: 'en',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    lines: [
      {
        recipientType: 'SERVICE',
        recipientId: world.health.id,
        category: 'NOTES',
        decision: 'GIVEN',
        purposes: ['COORDINATE'],
        history: true,
      },
    ],
    ...over,
  });
  const record = (over: Record<string, unknown>) =>
    lena.post<{ fields?: Record<string, string[]> }>(
      `/api/episodes/${world.episode.id}/consents`,
      agreed(over),
    );

  it('is filed with it, dated as it was given, for those who may know who takes part', async () => {
    const paperId = await sent(lena, jpeg());
    const answer = await record({ paperId, givenOn: '2026-03-16' });
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([201, expect.any(String)]);
    const { body } = await hana.get<DocumentsPage>(`${path()}?category=INVOLVE`);
    const [consent] = await program.rows<{ id: string }>(
      `select id from app.consent where method = 'WET_INK' order by created_at desc limit 1`,
    );
    expect(body.items).toMatchObject([
      {
        id: paperId,
        consentId: consent?.id,
        kind: 'JPEG',
        title: 'Agreement, signed on paper',
        datedOn: '2026-03-16',
      },
    ]);
  });

  it('that is somebody else’s, or gone, is refused by name and nothing is agreed', async () => {
    const before = await program.rows('select id from app.consent');
    const others = await record({ paperId: await sent(hana, jpeg()) });
    expect([others.status, Object.keys(others.body.fields ?? {})]).toEqual([400, ['paperId']]);
    const wrongWay = await record({ method: 'VERBAL_RECORDED', witness: 'Lena', paperId: randomUUID() });
    expect([wrongWay.status, Object.keys(wrongWay.body.fields ?? {})]).toEqual([400, ['paperId']]);
    expect(await program.rows('select id from app.consent')).toHaveLength(before.length);
  });
});

describe('sending a file', () => {
  it('asks who is calling, and that a page of ours sent it', async () => {
    expect((await program.anyone.upload(Buffer.from('x'))).status).toBe(401);
    const forged = await lena.send('POST', '/api/uploads', Buffer.from('x'), {
      'content-type': 'application/octet-stream',
      'x-csrf-token': 'no',
    });
    expect(forged.status).toBe(403);
    const form = await lena.post<{ fields: object }>('/api/uploads', { file: 'x' });
    expect([form.status, form.body.fields]).toEqual([400, { file: ['Send the file itself'] }]);
  });

  it('is for workers: a parent has nothing to send, an administrator no case', async () => {
    const mia = await program.rows<{ email: string }>(
      `select email from app.app_user where person_id is not null limit 1`,
    );
    for (const { email } of mia)
      expect((await (await program.as(email)).upload(Buffer.from('x'))).status).toBe(404);
  });

  it('far beyond the limit is told so once it has come, and far beyond that cut off', async () => {
    const answer = await lena.upload<{ code: string }>(Buffer.alloc(11_000_000));
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
    // Whether the answer or the end of the line comes first is the network's business.
    const cut = await lena.upload(Buffer.alloc(40_000_000)).then(
      ({ status }) => status,
      () => 413,
    );
    expect(cut).toBe(413);
    const [kept] = await program.rows<{ n: number }>(
      'select count(*)::int as n from app.upload where bytes > 10000000',
    );
    expect(kept?.n).toBe(0);
  });

  it('more than twenty without filing them has to wait, and what lies for a day is gone', async () => {
    const busy = await program.as(world.yusuf.email);
    for (let n = 0; n < 20; n += 1) expect((await busy.upload(Buffer.from(`Letter ${n}`))).status).toBe(201);
    expect((await busy.upload(Buffer.from('One more'))).status).toBe(429);
    await program.setNow('2026-03-17T10:00:00Z');
    expect((await busy.upload(Buffer.from('The next day'))).status).toBe(201);
    const [left] = await program.rows<{ n: number }>(
      'select count(*)::int as n from app.upload where user_id = $1',
      [world.yusuf.id],
    );
    expect(left?.n).toBe(1);
  });
});

type Ask = (client: Client, id: string) => Promise<Answer>;
const asks = (_: string, version: number): Ask[] => [
  (client, id) => client.get(`/api/documents/${id}/file`),
  (client, id) => client.patch(`/api/documents/${id}`, { version, reason: 'Not mine' }),
];
