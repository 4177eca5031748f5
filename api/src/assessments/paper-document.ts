import { TaggedPdf } from '#api/platform/documents/tagged-pdf.js';
import type { Paper, PaperLine } from './domain/paper.js';

/** Larger letters for whoever is learning to read. */
const SIZE = { FULL: 10.5, FAMILY: 11.5, CHILD: 14 } as const;
/** Shown in place of a file name, on shared computers too: it names nobody. */
const TITLES = { FULL: 'Assessment', FAMILY: 'Your copy', CHILD: 'Your copy' } as const;

/** @param at the moment it is made, a UTC instant */
export function paperDocument(paper: Paper, at: string): Promise<Buffer> {
  const pdf = new TaggedPdf({ title: TITLES[paper.kind], size: SIZE[paper.kind], at, pages: true });
  pdf.heading(1, paper.title);
  for (const text of paper.under) pdf.paragraph(text, { after: 0 });
  for (const group of paper.groups) {
    pdf.heading(2, group.title);
    for (const section of group.sections) {
      pdf.heading(3, section.title);
      if (section.formal !== null && section.formal !== section.title)
        pdf.paragraph(section.formal, { soft: true, after: 0.2 });
      for (const part of section.parts) {
        if (part.by !== null) pdf.paragraph(part.by, { soft: true, after: 0.15 });
        for (const line of part.lines) draw(pdf, line);
      }
    }
  }
  for (const text of paper.foot) pdf.paragraph(text, { soft: true, after: 0.2 });
  return pdf.bytes();
}

function draw(pdf: TaggedPdf, line: PaperLine): void {
  if (line.kind === 'LIST') pdf.list(line.label, line.items);
  else if (line.kind === 'VOICE') pdf.quote(line.label, line.text, line.from);
  else pdf.answer(line.label, line.text);
}
