import PDFDocument from 'pdfkit';
import { printable } from './printable.js';

const MARGIN = 54;

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
    return this.add(`H${level}`, () => {
      this.keepTogether();
      if (level > 1) this.document.moveDown(level === 2 ? 0.6 : 0.4);
      this.document.font('Helvetica-Bold').fontSize(size).text(printable(text)).moveDown(0.15);
    });
  }

  paragraph(text: string, { after = 0.35, soft = false } = {}): this {
    return this.add('P', () => {
      this.document
        .font('Helvetica')
        .fontSize(soft ? this.size - 1.5 : this.size)
        .fillColor(soft ? '#4a4a4a' : 'black')
        .text(printable(text), { lineGap: 1.5 })
        .fillColor('black')
        .moveDown(after);
    });
  }

  /** A question, and its answer beneath it. */
  answer(question: string, text: string): this {
    this.add('P', () => {
      this.keepTogether();
      this.document
        .font('Helvetica-Bold')
        .fontSize(this.size - 0.5)
        .text(printable(question), { lineGap: 1 });
    });
    return this.paragraph(text);
  }

  /** Somebody's own words. */
  quote(question: string, text: string, from: string): this {
    this.add('P', () => {
      this.keepTogether();
      this.document
        .font('Helvetica-Bold')
        .fontSize(this.size - 0.5)
        .text(printable(question), { lineGap: 1 });
    });
    return this.add('BlockQuote', () => {
      this.document
        .font('Helvetica-Oblique')
        .fontSize(this.size)
        .text(printable(`“${text}”`), { indent: 0, lineGap: 1.5 })
        .font('Helvetica')
        .fontSize(this.size - 1.5)
        .text(printable(from))
        .moveDown(0.35);
    });
  }

  list(question: string, items: readonly string[]): this {
    if (question !== '')
      this.add('P', () => {
        this.keepTogether();
        this.document
          .font('Helvetica-Bold')
          .fontSize(this.size - 0.5)
          .text(printable(question), { lineGap: 1 });
      });
    const list = this.document.struct('L');
    this.root.add(list);
    for (const item of items) {
      const body = this.document.struct('LBody', {}, [
        () =>
          void this.document
            .font('Helvetica')
            .fontSize(this.size)
            .text(printable(`• ${item}`), { lineGap: 1.5 }),
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
      this.document
        .font('Helvetica')
        .fontSize(9)
        .text(`Page ${n + 1} of ${count}`, MARGIN, page.height - 36, {
          width: page.width - 2 * MARGIN,
          align: 'right',
          lineBreak: false,
        });
      this.document.endMarkedContent();
    }
  }

  private add(tag: string, draw: () => void): this {
    this.root.add(this.document.struct(tag, {}, [draw]));
    return this;
  }
}
