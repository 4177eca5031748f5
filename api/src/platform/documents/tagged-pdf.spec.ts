import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { piecesOf } from './pieces.js';
import { TaggedPdf } from './tagged-pdf.js';

const AT = '2026-03-16T09:00:00.000Z';
const NAMES = [
  'Zoë Wójcik-Łuczak',
  'Şule Işık Ğazı',
  'Nguyễn Thị Ánh',
  'Γιώργος Παπαδόπουλος',
  'Олександра Їжак',
  'Siân Ŵyn Ŷ',
];

async function made(...texts: string[]): Promise<Buffer> {
  const pdf = new TaggedPdf({ title: 'Your copy', at: AT, pages: true });
  for (const text of texts) pdf.paragraph(text);
  return pdf.bytes();
}
const open = (bytes: Buffer) => getDocumentProxy(new Uint8Array(bytes));

describe('a document for somebody', () => {
  it('spells the names of families as they do', async () => {
    const { text } = await extractText(await open(await made(...NAMES)), { mergePages: true });
    for (const name of NAMES) expect(text).toContain(name);
  });

  it('gives a screen reader the letters of scripts whose shapes join', async () => {
    const omar = 'عمر فاروق';
    const ayesha = 'আয়েশা খাতুন';
    const bytes = await made(`Omar: ${omar}`, ayesha);
    const words = bytes.toString('latin1').match(/\/ActualText \((?:\\[\s\S]|[^\\)])*\)/g) ?? [];
    expect(words).toHaveLength(2);
    const { text } = await extractText(await open(bytes), { mergePages: true });
    expect(text).toContain('Omar:');
    expect(text).not.toContain('?');
  });

  it('takes its fonts along, so that every viewer draws the same', async () => {
    const page = (await made(...NAMES)).toString('latin1');
    expect(page.match(/\/FontFile2/g)?.length).toBeGreaterThan(0);
    expect(page).not.toContain('/BaseFont /Helvetica');
  });

  it('tells of itself what its reader may know: a title and a day, nobody’s name and no program', async () => {
    const { info, metadata } = await getMeta(await open(await made('Ava')));
    expect(info).toMatchObject({ Title: 'Your copy', Creator: '', Producer: '' });
    expect(Object.keys(info).filter((key) => ['Author', 'Subject', 'Keywords'].includes(key))).toEqual([]);
    expect(JSON.stringify(metadata ?? {})).not.toMatch(/Ava|pdfkit/i);
  });

  it('holds no word that is not drawn, and none outside its structure but the page number', async () => {
    const document = await open(await made('Ava likes foxes', 'Mia knows'));
    const page = await document.getPage(1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const drawn = (items as { str?: string; transform?: number[] }[]).filter(({ str }) => str?.trim());
    expect(drawn.map(({ str }) => str)).toEqual(['Ava likes foxes', 'Mia knows', 'Page 1 of 1']);
    const { width, height } = page.getViewport({ scale: 1 });
    for (const { transform = [] } of drawn) {
      const [, , , size = 0, x = -1, y = -1] = transform;
      expect([size > 6, x > 0 && x < width, y > 0 && y < height]).toEqual([true, true, true]);
    }
    const tree = await page.getStructTree();
    expect(JSON.stringify(tree).match(/"role":"P"/g)).toHaveLength(2);
    expect(await page.getAnnotations()).toEqual([]);
  });
});

describe('the pieces of a text', () => {
  const all = (): boolean => true;
  const faces = (text: string) => piecesOf(text, all).map(({ face, text: part }) => [face, part]);

  it('stand together by script, spaces where they are read', () => {
    expect(faces('Omar عمر فاروق 9')).toEqual([
      ['text', 'Omar '],
      ['arabic', 'عمر فاروق'],
      ['text', ' 9'],
    ]);
  });

  it('lose the mark of a letter before the letter', () => {
    const latin = (_: string, code: number): boolean => code < 0x180;
    expect(piecesOf('Nguyễn', latin)).toEqual([{ face: 'text', text: 'Nguyen' }]);
  });

  it('are never none', () => {
    expect(faces('')).toEqual([['text', '']]);
  });
});
