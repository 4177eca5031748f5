import type { FamilyCopyView } from '@encircle/shared/consents';
import { formatDate } from '@encircle/shared/dates';
import { TaggedPdf } from '#api/platform/documents/tagged-pdf.js';

/** The copy as a document to take home. @param at the moment it is made, a UTC instant */
export function copyDocument(view: FamilyCopyView, at: string): Promise<Buffer> {
  const pdf = new TaggedPdf({ title: 'What you are happy for us to share', at });
  pdf.heading(1, view.title).paragraph(formatDate(view.date), { after: 0.6 });
  for (const { heading, words } of view.sections) {
    pdf.heading(2, heading);
    words.forEach((text, n) => pdf.paragraph(text, { after: n === words.length - 1 ? 0.4 : 0 }));
  }
  return pdf.bytes();
}
