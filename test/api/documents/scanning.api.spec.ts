import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentsPage, DocumentView, UploadView } from '@encircle/shared/documents';
import { avaWorld, type AvaWorld } from '../../factories/ava.js';
import { Program, type Client } from '../../kit/program.js';
import { ScannerStand } from '../../kit/scanner-stand.js';

/** What no scanner has answered for is kept where nobody opens it. */
let program: Program;
let scanner: ScannerStand;
let world: AvaWorld;
let lena: Client;

const HARM = 'thistledown';

beforeAll(async () => {
  scanner = await ScannerStand.start(HARM);
  program = await Program.start(undefined, { ENCIRCLE_SCANNER: scanner.url });
  await program.setNow('2026-03-16T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
});
afterAll(async () => {
  await program.stop();
  await scanner.stop();
});

const path = (): string => `/api/episodes/${world.episode.id}/documents`;
const filed = async (uploadId: string): Promise<DocumentView> =>
  (await lena.post<DocumentView>(path(), { uploadId, title: 'A letter', category: 'NOTES' })).body;
const stateOf = async (id: string): Promise<string | undefined> =>
  (await lena.get<DocumentsPage>(path())).body.items.find((each) => each.id === id)?.state;
const opened = async (id: string): Promise<unknown[]> => {
  const { status, body } = await lena.get<{ code?: string }>(`/api/documents/${id}/file`);
  return [status, typeof body === 'string' ? body : body.code];
};
/** The hold of what was asked before is over. */
const later = () => program.rows(`update app.document set scan_after = '-infinity'`);

describe('with a scanner', () => {
  it('a file is shown to it whole, and is kept when it is clean', async () => {
    const words = 'A long letter. '.repeat(40_000);
    const { body } = await lena.upload<UploadView>(Buffer.from(words));
    expect(body.state).toBe('CLEAN');
    expect(scanner.seen.at(-1)?.toString()).toBe(words);
    expect(await opened((await filed(body.id)).id)).toEqual([200, words]);
  });

  it('a file it knows harm in is refused and not kept', async () => {
    const answer = await lena.upload<{ code: string; fields: object }>(Buffer.from(`Dear ${HARM}`));
    expect([answer.status, answer.body.code]).toEqual([400, 'HARMFUL']);
    expect(await program.rows('select id from app.upload')).toEqual([]);
  });

  it.each(['DOWN', 'MUTTERS'] as const)(
    'that %s, a file waits: it can be filed, and opens when it was found clean',
    async (mood) => {
      scanner.mood = mood;
      const { body } = await lena.upload<UploadView>(Buffer.from('A letter that waits'));
      expect(body.state).toBe('QUARANTINED');
      const { id } = await filed(body.id);
      expect(await opened(id)).toEqual([409, 'BEING_CHECKED']);
      await program.scan();
      expect(await stateOf(id)).toBe('QUARANTINED');
      scanner.mood = 'WELL';
      // Not at once: whoever asked last still holds it.
      await program.scan();
      expect(await stateOf(id)).toBe('QUARANTINED');
      await later();
      await program.scan();
      expect(await stateOf(id)).toBe('CLEAN');
      expect(await opened(id)).toEqual([200, 'A letter that waits']);
    },
  );

  it('a file found harmful later never opens, its bytes are gone, and the log says so', async () => {
    scanner.mood = 'DOWN';
    const { body } = await lena.upload<UploadView>(Buffer.from(`Dear ${HARM}`));
    const { id } = await filed(body.id);
    scanner.mood = 'WELL';
    await program.scan();
    expect(await stateOf(id)).toBe('REFUSED');
    expect(await opened(id)).toEqual([410, 'HARMFUL']);
    const [row] = await program.rows<{ kept: number }>(
      'select length(ciphertext) as kept from app.document where id = $1',
      [id],
    );
    expect(row?.kept).toBe(0);
    const log = await program.rows<{ action: string; outcome: string }>(
      `select action, outcome from audit.entry where request_id = $1`,
      [id],
    );
    expect(log).toEqual([{ action: 'document.found-harmful', outcome: 'DENY' }]);
  });

  it('what was sent and not filed within a day is cleared away for everybody', async () => {
    await lena.upload(Buffer.from('Never filed'));
    await program.setNow('2026-03-17T10:00:00Z');
    await program.scan();
    expect(await program.rows('select id from app.upload')).toEqual([]);
  });
});
