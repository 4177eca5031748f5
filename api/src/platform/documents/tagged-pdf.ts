import PDFDocument from 'pdfkit';
import { fontFile, type Face } from './fonts.js';
import { piecesOf, type Piece } from './pieces.js';

const MARGIN = 54;
/** Of its size: what the lines of these fonts stand further apart than reading needs. */
const LEADING = 0.1;

/** The font in use, as the library keeps it. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
}

/** Letters that the fonts would put together from two, so that a reader of the text gets one of them. */
const PUT_TOGETHER = /[\u1e00-\u1eff]/;

/** A script whose letters join or run from the right is laid out as a whole line, not word by word. */
function shaped({ face, text }: Piece): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  if (face !== 'text') return { features: [] };
  return PUT_TOGETHER.test(text) ? { features: WHOLE_LETTERS } : {};
}
// The library hands this on as it is: features by name, on or off.
const WHOLE_LETTERS = { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/** The words themselves, for readers, where the drawn shapes do not spell them. */
const spelt = (text: string): { actual?: string } =>
  /[\p{Script=Arabic}\p{Script=Bengali}]/u.test(text) ? { actual: text } : {};

/** How a piece of text is written. */
interface Style {
  weight: 'regular' | 'bold' | 'italic';
  size: number;
  lineGap?: number;
}

export interface PdfOptions {
  /** Shown by readers in place of a file name: it names nobody. */
  title: string;
  /** Size of ordinary text, points. */
  size?: number;
  /** The moment of the program's clock, a UTC instant. */
  at: string;
  /** Numbers the pages at the foot, which a screen reader passes over. */
  pages?: boolean;
}

/**
 * A document with a structure tree that a screen reader can walk: headings, paragraphs, lists, quotations. Nothing about
 * who made it or with what is written into it.
 */
export class TaggedPdf {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly parts: Buffer[] = [];
  private readonly whole: Promise<Buffer>;
  private readonly size: number;
  private readonly named = new Set<string>();

  constructor(private readonly options: PdfOptions) {
    this.size = options.size ?? 11.5;
    const document = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      pdfVersion: '1.7',
      lang: 'en-GB',
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      info: { Title: options.title, Creator: '', Producer: '', CreationDate: new Date(options.at) },
    });
    this.whole = new Promise<Buffer>((resolve, reject) => {
      document.on('data', (part: Buffer) => this.parts.push(part));
      document.on('end', () => resolve(Buffer.concat(this.parts)));
      document.on('error', reject);
    });
    this.document = document;
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  heading(level: 1 | 2 | 3, text: string): this {
    const size = [0, this.size + 6.5, this.size + 3, this.size + 1.5][level] ?? this.size;
    return this.add(`H${level}`, text, () => {
      this.keepTogether();
      if (level > 1) this.document.moveDown(level === 2 ? 0.6 : 0.4);
      this.write(text, { weight: 'bold', size });
      this.document.moveDown(0.1);
    });
  }

  paragraph(text: string, { after = 0.35, soft = false } = {}): this {
    return this.add('P', text, () => {
      this.document.fillColor(soft ? '#4a4a4a' : 'black');
      this.write(text, { weight: 'regular', size: soft ? this.size - 1.5 : this.size });
      this.document.fillColor('black').moveDown(after);
    });
  }

  /** A question, and its answer beneath it. */
  answer(question: string, text: string): this {
    this.add('P', question, () => {
      this.keepTogether();
      this.write(question, { weight: 'bold', size: this.size - 0.5 });
    });
    return this.paragraph(text);
  }

  /** Somebody's own words. */
  quote(question: string, text: string, from: string): this {
    this.add('P', question, () => {
      this.keepTogether();
      this.write(question, { weight: 'bold', size: this.size - 0.5 });
    });
    return this.add('BlockQuote', `“${text}” ${from}`, () => {
      this.write(`“${text}”`, { weight: 'italic', size: this.size });
      this.write(from, { weight: 'regular', size: this.size - 1.5 });
      this.document.moveDown(0.35);
    });
  }

  list(question: string, items: readonly string[]): this {
    if (question !== '')
      this.add('P', question, () => {
        this.keepTogether();
        this.write(question, { weight: 'bold', size: this.size - 0.5 });
      });
    const list = this.document.struct('L');
    this.root.add(list);
    for (const item of items) {
      const body = this.document.struct('LBody', spelt(item), [
        () => this.write(`• ${item}`, { weight: 'regular', size: this.size }),
      ]);
      list.add(this.document.struct('LI', {}, [body]));
    }
    list.end();
    return this;
  }

  async bytes(): Promise<Buffer> {
    this.root.end();
    if (this.options.pages) this.numberPages();
    this.document.end();
    return this.whole;
  }

  /** A heading or a question is not left alone at the foot of a page. */
  private keepTogether(): void {
    const { page, y } = this.document;
    if (y > page.height - MARGIN - 60) this.document.addPage();
  }

  private numberPages(): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let n = 0; n < count; n += 1) {
      this.document.switchToPage(start + n);
      const { page } = this.document;
      page.margins.bottom = 0;
      this.document.markContent('Artifact', { type: 'Pagination' });
      this.face('text', 'regular')
        .fontSize(9)
        .text(`Page ${n + 1} of ${count}`, MARGIN, page.height - 36, {
          width: page.width - 2 * MARGIN,
          align: 'right',
          lineBreak: false,
        });
      this.document.endMarkedContent();
    }
  }

  /** Each run of a script in the font that has its letters; a line that runs from the right begins there. */
  private write(text: string, { weight, size }: Style): void {
    const pieces = piecesOf(text, (face, code) => this.has(face, code));
    const last = pieces.length - 1;
    const align = pieces.length === 1 && pieces[0]?.face === 'arabic' ? 'right' : 'left';
    for (const [n, piece] of pieces.entries())
      this.face(piece.face, weight)
        .fontSize(size)
        .text(piece.text, { lineGap: -size * LEADING, align, continued: n < last, ...shaped(piece) });
  }

  private face(face: Face, weight: Style['weight']): PDFKit.PDFDocument {
    const name = `${face} ${weight}`;
    if (!this.named.has(name)) {
      this.document.registerFont(name, fontFile(face, weight));
      this.named.add(name);
    }
    return this.document.font(name);
  }

  private has(face: Face, code: number): boolean {
    this.face(face, 'regular');
    return (this.document as unknown as WithFont)._font.font.hasGlyphForCodePoint(code);
  }

  private add(tag: string, text: string, draw: () => void): this {
    this.root.add(this.document.struct(tag, spelt(text), [draw]));
    return this;
  }
}
