import PDFDocument from 'pdfkit';
import type { FamilyCopyView } from '@encircle/shared/consents';
import { formatDate } from '@encircle/shared/dates';

const MARGIN = 54;
const TEXT = 11.5;

/**
 * The copy as a tagged PDF: a title, headings and paragraphs a screen reader can walk. Nothing about who made it or with
 * what is written into it.
 */
export async function copyDocument(view: FamilyCopyView): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: { Title: 'What you are happy for us to share', Creator: '', Producer: '' },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const add = (tag: string, draw: () => void): void => {
    root.add(document.struct(tag, {}, [draw]));
  };
  add(
    'H1',
    () => void document.font('Helvetica-Bold').fontSize(18).text(printable(view.title)).moveDown(0.2),
  );
  add('P', () => void document.font('Helvetica').fontSize(TEXT).text(formatDate(view.date)).moveDown(0.6));
  for (const { heading, words } of view.sections) {
    add(
      'H2',
      () => void document.font('Helvetica-Bold').fontSize(13).text(printable(heading)).moveDown(0.15),
    );
    words.forEach((text, n) =>
      add('P', () => {
        document.font('Helvetica').fontSize(TEXT).text(printable(text), { lineGap: 1.5 });
        if (n === words.length - 1) document.moveDown(0.5);
      }),
    );
  }
  root.end();
  document.end();
  return whole;
}

/**
 * The built-in fonts know the letters of western Europe. A letter beyond them loses its mark rather than turning into a
 * wrong sign; the printed page shows every script as it is written.
 */
function printable(text: string): string {
  return [...text]
    .map((letter) => (known(letter) ? letter : (letter.normalize('NFD')[0] ?? '')))
    .map((letter) => (known(letter) ? letter : '?'))
    .join('');
}

const TYPOGRAPHY = '‘’“”–—…•€ŠšŽžŒœŸ';
const known = (letter: string): boolean => letter <= 'ÿ' || TYPOGRAPHY.includes(letter);
