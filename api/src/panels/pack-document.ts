import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { PanelPackView } from '@encircle/shared/panels';
import { TaggedPdf } from '#api/platform/documents/tagged-pdf.js';

/** A member's copy on paper. Title and file name say nothing of family or service. */
export function packDocument(pack: PanelPackView, reader: string): Promise<Buffer> {
  const { item, day } = pack;
  const pdf = new TaggedPdf({ title: 'Papers for a panel', size: 11, at: pack.madeAt, pages: true });
  const names = item.children.join(', ');
  pdf.heading(1, names === '' ? 'A case without names' : names);
  pdf.paragraph(`${day.panel}, ${formatLong(day.onDay)}${item.at ? `, ${item.at}` : ''}.`, { after: 0 });
  pdf.paragraph(
    `For ${reader}, printed on ${formatDate(londonDate(pack.madeAt))}. Destroy it when the panel is over.`,
    { soft: true },
  );
  if (item.question) {
    pdf.heading(2, 'What the panel is asked');
    pdf.paragraph(item.question);
  }
  if (pack.summary) pdf.paragraph(pack.summary);
  for (const { title, lines } of pack.sections) {
    pdf.heading(2, title);
    for (const { label, text } of lines) {
      if (label) pdf.paragraph(label, { soft: true, after: 0.1 });
      pdf.paragraph(text, { after: 0.3 });
    }
  }
  pdf.paragraph(`Fingerprint of this copy: ${pack.fingerprint}`, { soft: true });
  return pdf.bytes();
}
