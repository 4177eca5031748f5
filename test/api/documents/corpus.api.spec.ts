import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UploadView } from '@encircle/shared/documents';
import { FILE_REFUSALS, type FileRefusal } from '@encircle/shared/files';
import { getDocumentProxy, getMeta } from 'unpdf';
import { avaWorld, type AvaWorld } from '../../factories/ava.js';
import { letter, letterParts, link, openText, sheet } from '../../factories/files/office.js';
import { packedObjects, pdf, stream } from '../../factories/files/pdf.js';
import { cameraData, jpeg, png, webp } from '../../factories/files/pictures.js';
import { zipOf } from '../../factories/files/zip.js';
import { Program, type Client } from '../../kit/program.js';
import { unpacked } from '../../kit/unpacked.js';

/**
 * Files somebody would rather not have: each is refused with words that say what to do, or what is kept of it is harmless.
 * Every file is put together here; none came from elsewhere.
 */
let program: Program;
let world: AvaWorld;
let lena: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
});
afterAll(() => program.stop());

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const PLACE = 'GPS 51.5072 N 0.1276 W';
const camera = [0xe1, cameraData(6, PLACE)] as const;
const zeros = (length: number): Buffer => Buffer.alloc(length);

/** Sends it, files it, and opens it again: the bytes a colleague would get. */
async function kept(file: Buffer): Promise<{ upload: UploadView; bytes: Buffer; type: string }> {
  const sent = await lena.upload<UploadView>(file);
  expect([sent.status, sent.text]).toEqual([201, expect.any(String)]);
  const filed = await lena.post<{ id: string }>(`/api/episodes/${world.episode.id}/documents`, {
    uploadId: sent.body.id,
    title: 'A file',
    category: 'NOTES',
  });
  expect(filed.status).toBe(201);
  const opened = await lena.get(`/api/documents/${filed.body.id}/file`);
  expect(opened.status).toBe(200);
  return {
    upload: sent.body,
    bytes: Buffer.from(opened.bytes),
    type: String(opened.headers['content-type']),
  };
}

const HOSTILE: readonly (readonly [name: string, file: () => Buffer, why: FileRefusal])[] = [
  ['nothing at all', () => zeros(0), 'EMPTY'],
  ['more than 10 MB', () => Buffer.alloc(10_000_001, 'a'), 'TOO_LARGE'],
  [
    'a Windows program called letter.pdf',
    () => Buffer.from('MZ\x90\0\x03\0\0\0PE\0\0', 'latin1'),
    'UNKNOWN_KIND',
  ],
  ['a Linux program', () => Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1'), 'UNKNOWN_KIND'],
  ['an archive of no office program', () => zipOf([{ name: 'a.txt', bytes: 'words' }]), 'UNKNOWN_KIND'],
  ['a Java archive', () => zipOf([{ name: 'META-INF/MANIFEST.MF', bytes: 'x' }]), 'UNKNOWN_KIND'],
  ['an old Office file', () => Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'), 'OLD_OFFICE'],
  [
    'a picture in a phone’s own format',
    () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    'PHONE_PICTURE',
  ],
  ['the test pattern of scanners', () => Buffer.from(EICAR), 'HARMFUL'],
  [
    'the test pattern inside a letter',
    () => letter({}, [{ name: 'word/media/a.gif', bytes: EICAR }]),
    'HARMFUL',
  ],
  ['the test pattern inside a packed letter part', () => letter({ body: `<w:p>${EICAR}</w:p>` }), 'HARMFUL'],
  [
    'a letter with macros',
    () => letter({}, [{ name: 'word/vbaProject.bin', bytes: 'Sub AutoOpen()' }]),
    'MACROS',
  ],
  [
    'a letter that says it has macros',
    () => letter({ types: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'MACROS',
  ],
  [
    'a sheet with an old macro sheet',
    () => sheet([{ name: 'xl/macrosheets/sheet1.xml', bytes: '<x/>' }]),
    'MACROS',
  ],
  [
    'a letter with a control that runs',
    () => letter({}, [{ name: 'word/activeX/activeX1.xml', bytes: '<x/>' }]),
    'MACROS',
  ],
  [
    'a field that starts a program',
    () => letter({ body: '<w:p><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:p>' }),
    'MACROS',
  ],
  [
    'an open document with Basic in it',
    () => openText([{ name: 'Basic/Standard/Module1.xml', bytes: '<x/>' }]),
    'MACROS',
  ],
  [
    'a drawing with a script',
    () => letter({}, [{ name: 'word/media/a.svg', bytes: '<svg><script>alert(1)</script></svg>' }]),
    'MACROS',
  ],
  ['a program hidden in a letter', () => letter({}, [{ name: 'word/media/run.exe', bytes: 'MZ' }]), 'MACROS'],
  [
    'another file embedded in a letter',
    () => letter({}, [{ name: 'word/embeddings/oleObject1.bin', bytes: 'x' }]),
    'EMBEDDED',
  ],
  ['a part of no known kind', () => letter({}, [{ name: 'word/media/a.bin', bytes: 'x' }]), 'EMBEDDED'],
  [
    'a picture fetched from elsewhere',
    () => letter({ links: link('r2', 'image', 'http://127.0.0.1/seen.png') }),
    'LINKED',
  ],
  [
    'a link to a file on a server',
    () => letter({ links: link('r2', 'hyperlink', 'file://server/share') }),
    'LINKED',
  ],
  [
    'an open document that fetches a picture',
    () => openText([], '<draw:image xlink:href="http://127.0.0.1/seen.png"/>'),
    'LINKED',
  ],
  [
    'a letter with entities that grow',
    () => letter({}, [{ name: 'word/styles.xml', bytes: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }]),
    'BROKEN',
  ],
  [
    'a letter with a password on a part',
    () => zipOf(letterParts().map((part) => ({ ...part, locked: true }))),
    'LOCKED',
  ],
  [
    'a zip bomb that says so',
    () => letter({}, [{ name: 'word/media/a.gif', bytes: zeros(20_000_000) }]),
    'UNPACKS_TOO_LARGE',
  ],
  [
    'a zip bomb that lies about its size',
    () => letter({}, [{ name: 'word/media/a.gif', bytes: zeros(20_000_000), claims: 900_000 }]),
    'UNPACKS_TOO_LARGE',
  ],
  [
    'a zip bomb of parts that share their bytes',
    () =>
      zipOf([
        ...letterParts(),
        { name: 'word/media/0.gif', bytes: zeros(900_000) },
        ...Array.from({ length: 90 }, (_, n) => ({
          name: `word/media/0.gif`.replace('0', String(n + 1)),
          localName: 'word/media/0.gif',
          bytes: zeros(900_000),
          over: letterParts().length,
        })),
      ]),
    'BAD_PART_NAMES',
  ],
  [
    'an archive of thousands of parts',
    () =>
      letter(
        {},
        Array.from({ length: 2100 }, (_, n) => ({ name: `word/a${n}.xml`, bytes: '<x/>' })),
      ),
    'TOO_MANY_PARTS',
  ],
  [
    'a part that climbs out of its folder',
    () => letter({}, [{ name: 'word/../../../etc/cron.d/job.xml', bytes: '<x/>' }]),
    'BAD_PART_NAMES',
  ],
  [
    'a part with an absolute name',
    () => letter({}, [{ name: '/etc/passwd.xml', bytes: '<x/>' }]),
    'BAD_PART_NAMES',
  ],
  [
    'a part with a Windows path',
    () => letter({}, [{ name: 'C:\\Windows\\a.xml', bytes: '<x/>' }]),
    'BAD_PART_NAMES',
  ],
  [
    'a part with two names',
    () => letter({}, [{ name: 'word/a.xml', localName: 'word/b.xml', bytes: '<x/>' }]),
    'BAD_PART_NAMES',
  ],
  [
    'two parts of one name',
    () => letter({}, [{ name: 'WORD/document.xml', bytes: '<x/>' }]),
    'BAD_PART_NAMES',
  ],
  ['a PDF with a letter behind it', () => Buffer.concat([pdf(), letter()]), 'TWO_KINDS'],
  [
    'a PDF that is an archive as well',
    () => Buffer.concat([pdf(), letter(), Buffer.from('\n%%EOF\n')]),
    'TWO_KINDS',
  ],
  [
    'a PDF with a page of the web behind it',
    () => Buffer.concat([pdf(), Buffer.from('<script>alert(1)</script>')]),
    'TWO_KINDS',
  ],
  ['a PDF behind other words', () => Buffer.concat([Buffer.from('#!/bin/sh\n'), pdf()]), 'TWO_KINDS'],
  [
    'an archive behind a picture’s beginning',
    () => zipOf(letterParts(), { before: Buffer.from('GIF89a') }),
    'UNKNOWN_KIND',
  ],
  [
    'an archive with bytes before its first part',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), zeros(40), letter()]),
    'BROKEN',
  ],
  ['an archive with words behind its end', () => zipOf(letterParts(), { comment: '<script>' }), 'TWO_KINDS'],
  [
    'a PDF that runs a script when opened',
    () => pdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
    'ACTIVE_PDF',
  ],
  [
    'a PDF that hides the name of its script',
    () => pdf({ catalogue: '/OpenAction << /S /J#61vaScript /#4aS (app.alert(1)) >>' }),
    'ACTIVE_PDF',
  ],
  [
    'a PDF with its script in compressed objects',
    () => pdf({ packed: '<< /S /JavaScript /JS (app.alert(1)) >>' }),
    'ACTIVE_PDF',
  ],
  [
    'a PDF that starts a program',
    () => pdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
    'ACTIVE_PDF',
  ],
  [
    'a PDF with another file in it',
    () =>
      pdf({
        objects: [
          '<< /Type /Filespec /EF << /F 9 0 R >> >>',
          stream('MZ', '/Type /EmbeddedFile').toString('latin1'),
        ],
      }),
    'ACTIVE_PDF',
  ],
  ['a PDF form that sends', () => pdf({ catalogue: '/AcroForm << /XFA 9 0 R >>' }), 'ACTIVE_PDF'],
  [
    'a PDF with compressed objects behind a comment',
    () =>
      pdf({
        objects: [
          packedObjects('<< /S /JavaScript >>').toString('latin1').replace('>>\nstream', '>>%x\nstream'),
        ],
      }),
    'BROKEN',
  ],
  ['a PDF with a password', () => pdf({ trailer: '/Encrypt << /Filter /Standard /V 1 >>' }), 'LOCKED'],
  ['a PDF of 5,000 pages', () => pdf({ pages: 5000 }), 'TOO_MANY_PAGES'],
  ['a PDF of one page named 5,000 times', () => pdf({ again: 5000 }), 'TOO_MANY_PAGES'],
  [
    'a PDF of endless objects',
    () => pdf({ objects: [Array.from({ length: 60_001 }, () => '1 0 obj\n').join('')] }),
    'TOO_MANY_PARTS',
  ],
  ['a PDF that unpacks without end', () => pdf({ objects: [bomb()] }), 'UNPACKS_TOO_LARGE'],
  ['a PDF cut off', () => pdf().subarray(0, 400), 'BROKEN'],
  ['a picture of a billion points', () => jpeg([], { width: 40_000, height: 40_000 }), 'TOO_MANY_PIXELS'],
  ['a drawing of a billion points', () => png([], { width: 40_000 }), 'TOO_MANY_PIXELS'],
  ['a picture cut off', () => jpeg().subarray(0, 60), 'BROKEN'],
  ['a drawing with a wrong checksum', () => flipped(png()), 'BROKEN'],
];

function bomb(): string {
  const body = deflateSync(zeros(61_000_000));
  return `<< /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body.toString('latin1')}\nendstream`;
}

function flipped(bytes: Buffer): Buffer {
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes;
}

describe('what is refused, each with words that say why', () => {
  it.each(HOSTILE)('%s', async (_, file, why) => {
    const answer = await lena.upload<{ code: string; fields: Record<string, string[]> }>(file());
    expect([answer.status, answer.body.code, answer.body.fields['file']]).toEqual([
      400,
      why,
      [FILE_REFUSALS[why]],
    ]);
  });

  it('leaves nothing of it behind', async () => {
    expect(await program.rows('select id from app.upload where user_id = $1', [world.lena.id])).toEqual([]);
  });
});

describe('what is made harmless', () => {
  it('a photograph: where, when and with what it was taken is gone, which way up it was held is not', async () => {
    const { upload, bytes, type } = await kept(
      jpeg([camera, [0xfe, Buffer.from('Quillon Ashdown')], [0xed, Buffer.from('8BIM Kelmscott')]]),
    );
    expect(upload).toMatchObject({
      kind: 'JPEG',
      takenOut: expect.arrayContaining(['LOCATION', 'PROPERTIES']),
    });
    expect(type).toBe('image/jpeg');
    for (const word of [PLACE, 'Quillon', 'Kelmscott']) expect(bytes.includes(word)).toBe(false);
    expect(bytes.includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true);
  });

  it('a picture that is also an archive: what hangs on it is gone', async () => {
    const { upload, bytes } = await kept(jpeg([], { behind: letter() }));
    expect(upload.takenOut).toEqual(['TRAILING']);
    expect(bytes.includes('PK')).toBe(false);
  });

  it('a picture with a page of the web in its comment', async () => {
    const { bytes } = await kept(jpeg([[0xfe, Buffer.from('<script>alert(1)</script>')]]));
    expect(bytes.includes('script')).toBe(false);
  });

  it('a drawing: texts, places and what is behind its end are gone', async () => {
    const { upload, bytes, type } = await kept(
      png(
        [
          ['tEXt', Buffer.from('Author\0Quillon Ashdown')],
          ['eXIf', cameraData(1, PLACE)],
        ],
        { behind: Buffer.from('<?php system("id"); ?>') },
      ),
    );
    expect(type).toBe('image/png');
    expect([...upload.takenOut].sort()).toEqual(['LOCATION', 'PROPERTIES', 'TRAILING']);
    for (const word of ['Quillon', PLACE, 'php']) expect(bytes.includes(word)).toBe(false);
    expect(bytes.equals(png())).toBe(true);
  });

  it('a picture of the web: the same', async () => {
    const { upload, bytes } = await kept(
      webp([
        ['EXIF', cameraData(1, PLACE)],
        ['XMP ', Buffer.from('<x>Quillon</x>')],
      ]),
    );
    expect(upload).toMatchObject({ kind: 'WEBP', takenOut: ['LOCATION'] });
    for (const word of ['Quillon', PLACE, 'EXIF', 'XMP']) expect(bytes.includes(word)).toBe(false);
    // The header no longer says that they follow.
    expect(bytes[20]).toBe(0);
  });

  it('a letter: who wrote it and the address of its template are gone, its words and its links are not', async () => {
    const { upload, bytes, type } = await kept(
      letter(
        {
          links: `${link('r2', 'attachedTemplate', 'file://server/Quillon.dotm')}${link('r3', 'hyperlink', 'https://nhs.example')}`,
        },
        [{ name: 'word/settings.xml', bytes: '<w:settings><w:attachedTemplate r:id="r2"/></w:settings>' }],
      ),
    );
    expect(type).toContain('wordprocessingml');
    expect([...upload.takenOut].sort()).toEqual(['PROPERTIES', 'TEMPLATE']);
    const words = unpacked(bytes);
    expect(words).not.toMatch(/Quillon|attachedTemplate/);
    expect(words).toContain('Ava sees the nurse on Monday');
    expect(words).toContain('https://nhs.example');
  });

  it('a photograph inside a letter is cleaned like one by itself', async () => {
    const { upload, bytes } = await kept(
      letter({}, [{ name: 'word/media/image1.jpeg', bytes: jpeg([camera]) }]),
    );
    expect(upload.takenOut).toContain('LOCATION');
    expect(unpacked(bytes)).not.toContain(PLACE);
  });

  it('a sheet and an open document stay what they are, without their makers', async () => {
    expect((await kept(sheet())).upload.kind).toBe('XLSX');
    const { upload, bytes } = await kept(openText());
    expect(upload).toMatchObject({ kind: 'ODT', takenOut: ['PROPERTIES'] });
    expect(unpacked(bytes)).not.toContain('Quillon');
    expect(bytes.toString('latin1', 30, 77)).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  });

  it('a PDF: who made it is gone from its properties, its second set of them and its compressed ones', async () => {
    const { upload, bytes } = await kept(
      pdf({
        info: '<< /Author (Quillon \\(Ash\\) down) /Title <5175696c6c6f6e> /CreationDate (D:20260301) >>',
        metadata: '<x:xmpmeta><dc:creator>Quillon Ashdown</dc:creator></x:xmpmeta>',
      }),
    );
    expect(upload).toMatchObject({ kind: 'PDF', pages: 1, takenOut: ['PROPERTIES'] });
    expect(bytes.includes('Quillon')).toBe(false);
    expect(bytes.includes('5175696c')).toBe(false);
    const { info, metadata } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));
    expect(JSON.stringify([info, metadata])).not.toMatch(/Quillon|Ash|2026/);
    const packed = await kept(
      pdf({
        packed: '<< /Author (Quillon Ashdown) /Producer (Quillon) >>',
        trailer: '/Prev 0 /Info 90 0 R',
      }),
    );
    expect(inflatedText(packed.bytes)).not.toContain('Quillon');
    expect((await getDocumentProxy(new Uint8Array(packed.bytes))).numPages).toBe(1);
  });

  it('a photograph inside a PDF: where it was taken is gone', async () => {
    const photo = stream(jpeg([camera]).toString('latin1'), '/Subtype /Image /Filter /DCTDecode');
    const { upload, bytes } = await kept(pdf({ objects: [photo.toString('latin1')] }));
    expect(upload.takenOut).toContain('LOCATION');
    expect(bytes.includes(PLACE)).toBe(false);
    expect((await getDocumentProxy(new Uint8Array(bytes))).numPages).toBe(1);
  });

  it('a page of the web is words, and never a page', async () => {
    const { type, bytes } = await kept(Buffer.from('<html><script>alert(1)</script></html>'));
    expect(type).toBe('text/plain; charset=utf-8');
    expect(bytes.toString()).toContain('<script>');
  });

  it('an older Windows text becomes the text it was', async () => {
    const { bytes } = await kept(Buffer.from('Caf\xe9 with Ava \x96 Monday', 'latin1'));
    expect(bytes.toString('utf8')).toBe('Café with Ava – Monday');
  });
});

/** The words of a PDF's compressed objects. */
function inflatedText(bytes: Buffer): string {
  const at = bytes.indexOf('stream\n', bytes.indexOf('/ObjStm')) + 7;
  return inflateSync(bytes.subarray(at, bytes.indexOf('endstream', at))).toString('latin1');
}
